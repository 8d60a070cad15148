import type { Browser, BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import { startBrowser, type Visitor, visit } from './browser.ts'
import { join, makeCircle, makeMeetup, type Named, rsvp } from './community.ts'
import { createPerson, type Person } from './person.ts'
import { type Service, startService } from './service.ts'

export type Member = Visitor & Named

/** A running service with a browser and a circle; people arrive as if they had come through its pages before. */
export type Evening = {
  service: Service
  browser: Browser
  /** the facilitator, in a strong login session */
  tove: Named
  circleId: string
  /** Plans a meetup of the circle that begins in so many minutes; the room opens 15 minutes before. */
  plan: (inMinutes?: number) => Promise<string>
  /** A member of the circle with a browser of their own and a seat in these meetups. */
  member: (name: string, meetupIds?: readonly string[], options?: Options) => Promise<Member>
  /** A browser in which somebody is signed in already. */
  openBrowser: (person: Named, options?: Options) => Promise<Member>
  stop: () => Promise<void>
}
type Options = Parameters<typeof visit>[2] & { browser?: Browser }

/** Signs somebody in on a device, in the place of who was. */
export async function signIn(context: BrowserContext, person: Person, url: string): Promise<void> {
  await context.clearCookies()
  const cookies = person.cookie().split('; ').filter(Boolean)
  await context.addCookies(
    cookies.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url }
    }),
  )
}

export async function startEvening(): Promise<Evening> {
  const [service, browser] = await Promise.all([startService({ flags: ['--demo'] }), startBrowser()])
  const tove: Named = { ...createPerson(service.url), name: 'Tove', accountId: '' }
  const token = await service.says(/Facilitator and steward.*?\/account\/link#(\S+)\s/)
  expect((await tove.post('/api/account/links/open', { token })).status).toBe(200)
  const circleId = await makeCircle(tove, { name: 'Small hours' })

  async function openBrowser(person: Named, { browser: own, ...options }: Options = {}): Promise<Member> {
    const visitor = await visit(own ?? browser, service.url, options)
    await signIn(visitor.context, person, service.url)
    return { ...person, ...visitor }
  }

  return {
    service,
    browser,
    tove,
    circleId,
    openBrowser,
    plan: (inMinutes = 10) => makeMeetup(tove, circleId, { inMinutes, from: new Date() }),
    async member(name, meetupIds = [], options) {
      const person: Named = { ...createPerson(service.url), name, accountId: '' }
      expect((await person.post('/api/account', { pseudonym: name, adult: true })).status).toBe(201)
      await join(person, circleId)
      for (const id of meetupIds) expect((await rsvp(person, id)).status).toBe(200)
      return openBrowser(person, options)
    },
    async stop() {
      await browser.close()
      await service.stop()
    },
  }
}
