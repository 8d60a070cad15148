import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startBrowser, visit } from '../support/browser.ts'
import { type Service, startService } from '../support/service.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Asks the server as the page does; returns the answer’s body. */
const ask = (page: Page, method: string, path: string, body: object) =>
  page.evaluate(
    async (request) => {
      const answer = await fetch(request.path, {
        method: request.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request.body),
      })
      return answer.status === 204 ? undefined : answer.json()
    },
    { method, path, body },
  )

/** Goes to a path within the page, as a link on it would. */
const follow = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

describe('a steward', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let sol: Page
  let tove: Page

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService(), startBrowser()])
    sol = await open(await service.says(/(\/account\/link#\S+)\s/), 'Sol')
    await addPasskey(sol)
    await sol.goto('/steward')
    tove = await open(await invitation(), 'Tove')
    await addPasskey(tove)
    const circle = { name: 'Thursday circle', topic: 'grief', language: 'en', entry: 'open' }
    const words = { description: 'For evenings.', guidelines: '', pseudonym: 'Tove' }
    const { id } = await ask(tove, 'POST', '/api/circles', { ...circle, ...words })
    await ask(sol, 'POST', `/api/circles/${id}/join`, { pseudonym: 'Sol' })
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  it('takes back a link that is still open', async () => {
    const link = await invitation()
    const takeBack = button(sol, 'Take back')
    expect(await takeBack.count()).toBe(1)
    await takeBack.click()
    await takeBack.waitFor({ state: 'detached' })
    const { page } = await visit(browser, service.url)
    await page.goto(link)
    await button(page, 'Continue').click()
    await page.getByText('This link has been used or is too old').waitFor()
  })

  it('lowers somebody’s standing, and names who facilitates their circle', async () => {
    await sol.reload()
    await sol.getByText('Change: Tove').click()
    await button(sol, 'No longer a facilitator…').locator('visible=true').click()
    await sol.getByText('Tove becomes a member, here and in every circle, at once.').waitFor()
    await button(sol, 'Make them a member').click()
    await sol.getByRole('heading', { name: 'Circles without a facilitator' }).waitFor()
    const { violations } = await new AxeBuilder({ page: sol }).analyze()
    expect(violations.map((v) => v.id)).toEqual([])
    await button(sol, 'Make Sol its facilitator').click()
    await sol.getByRole('heading', { name: 'Circles without a facilitator' }).waitFor({ state: 'detached' })
    await sol.goto('/circles')
    await sol.getByRole('link', { name: 'Thursday circle' }).click()
    await sol.getByRole('heading', { name: 'For facilitators' }).waitFor()
  })

  async function invitation(): Promise<string> {
    const shown = sol.locator('output')
    const before = (await shown.count()) > 0 ? await shown.innerText() : ''
    await button(sol, 'Invite a facilitator').click()
    await vi.waitFor(async () => expect(await shown.innerText()).not.toBe(before), { timeout: 20_000 })
    return (await shown.innerText()).trim()
  }

  async function open(link: string, name: string): Promise<Page> {
    const { page } = await visit(browser, service.url)
    await page.goto(link)
    await button(page, 'Continue').click()
    await begin(page, name)
    await page.getByText('One more step').waitFor()
    await page.getByRole('link', { name: 'Continue' }).click()
    return page
  }

  it('who signs in by a link on a page that somebody else was using sees nothing of theirs', async () => {
    const { page: wren } = await visit(browser, service.url)
    await wren.goto('/account')
    await begin(wren, 'Wren')
    await wren.getByLabel('E-mail address').fill('wren@example.org')
    await button(wren, 'Send the link').click()
    await wren.getByText('A letter is on its way').waitFor()
    await wren.goto(await lastLink(wren))
    await button(wren, 'Continue').click()
    await wren.getByText('Your account is kept').waitFor()
    await ask(wren, 'POST', '/api/account/sign-in-link', { email: 'wren@example.org' })
    const link = await lastLink(wren)

    await tove.goto('/circles')
    await tove.getByText('Thursday circle').waitFor()
    await follow(tove, link)
    await button(tove, 'Continue').click()
    await tove.getByText('You are signed in as Wren').waitFor()
    // an answer that never comes: what is shown is what the page still knows
    await tove.route('**/api/circles', () => {})
    await follow(tove, '/circles')
    await tove.getByRole('heading', { level: 1 }).waitFor()
    expect(await tove.getByText('Thursday circle').count()).toBe(0)
  })

  async function lastLink(page: Page): Promise<string> {
    const outbox = await (await page.context().request.get('/dev/outbox')).text()
    return /\/account\/link#[\w-]{43}/.exec(outbox)?.[0] ?? ''
  }
})

async function begin(page: Page, name: string): Promise<void> {
  await page.getByLabel('A name for you here').fill(name)
  await page.getByLabel('I am 18 or older').check()
  await button(page, 'Start').click()
}

/** Gives the page a device that checks its holder, and adds its passkey to the account. */
async function addPasskey(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
  await button(page, 'Add a passkey').click()
  await page.getByText('since').waitFor()
}
