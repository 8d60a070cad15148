import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import type { Visitor } from './browser.ts'
import { type Service, startService } from './service.ts'

/** The real service with its made-up community, in which one meetup is open now. */
export type Demo = Service & {
  /** where this person's sign-in link leads; each works once */
  link: (who: string) => string
}

export async function startDemo(env: Record<string, string> = {}): Promise<Demo> {
  const service = await startService({ flags: ['--demo'], env })
  const link = (who: string) => {
    const found = new RegExp(`\\(${who}\\): http\\S+?(/account/link#\\S+)`).exec(service.output())
    if (!found?.[1]) throw new Error(`the demo printed no link for ${who}`)
    return found[1]
  }
  await vi.waitFor(() => link('Marlow'))
  return { ...service, link }
}

/** Signs somebody of the demo in, and tells where their circle, a coming meetup and the open one are. */
export async function signIn(demo: Demo, { page, context }: Visitor, who: string) {
  await page.goto(demo.link(who))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText(`You are signed in as ${who}`).waitFor()
  const { mine } = await (await context.request.get('/api/circles')).json()
  const { meetups } = await (await context.request.get('/api/meetups')).json()
  const first = (open: boolean) =>
    meetups.find(({ phase }: { phase: string }) => (phase !== 'scheduled') === open)?.id
  return {
    circle: `/circles/${mine[0].id}`,
    meetup: `/meetups/${first(false)}`,
    open: `/meetups/${first(true)}`,
  }
}

/** Comes into the room of the meetup at `path`, with nothing switched on, or with the camera. */
export async function comeIn(page: Page, path: string, camera = false): Promise<void> {
  await page.goto(`${path}/room`)
  if (camera) {
    await page.getByRole('button', { name: 'Turn on camera' }).click()
    await page.getByRole('button', { name: 'Camera is on' }).waitFor()
  }
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByText('Arriving. There is no hurry.').waitFor()
}

/** Opens a page and waits until it can be used. */
export async function open(page: Page, path: string, ready: string): Promise<void> {
  await page.goto(path)
  await page.getByText(ready).first().waitFor()
}

/** The pages a member sees one after the other, by what their path ends with and what is on them once they can be used. */
export const pagesOf = (paths: { circle: string; meetup: string; open: string }) =>
  ({
    welcome: { path: '/', ready: 'What this is not' },
    circles: { path: '/circles', ready: 'Thursday circle' },
    circle: { path: paths.circle, ready: 'Who is in this circle' },
    meetup: { path: paths.meetup, ready: 'Who will be there for you' },
    prejoin: { path: `${paths.open}/room`, ready: 'Both are off until you turn them on' },
  }) as const
