import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodedFrames, startBrowser, type Visitor, visit } from '../support/browser.ts'
import { type Service, startService } from '../support/service.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** `npm start -- --lan`: one person at the machine itself, another on the network, where the certificate is self-made. */
describe('a service on the local network', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let here: Visitor
  let there: Visitor

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService({ flags: ['--lan', '--demo'] }), startBrowser()])
    // the last that it prints at its start
    await service.says(/Another member.*\n/)
    const { port } = new URL(service.url)
    here = await visit(browser, `http://localhost:${port}`)
    there = await visit(browser, service.url, { ignoreHTTPSErrors: true })
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const linkOf = (label: string) => service.says(new RegExp(`${label}.*?(/account/link#\\S+)\\s`, 's'))

  async function signIn({ page }: Visitor, label: string): Promise<void> {
    await page.goto(await linkOf(label))
    await button(page, 'Continue').click()
    await page.getByText('You are signed in as').waitFor()
  }

  it('says both addresses, and that the certificate is self-made', () => {
    expect(service.output()).toMatch(/Hearthside is ready: http:\/\/localhost:\d+\n/)
    expect(service.output()).toMatch(/On this network: {5}https:\/\/\d+\.\d+\.\d+\.\d+:\d+\n[█▀▄ \n]+\n/)
    expect(service.output()).toContain('Its certificate is self-made')
  })

  it('at its own address this machine has passkeys', async () => {
    await signIn(here, 'Member')
    await here.page.goto('/account')
    await button(here.page, 'Add a passkey').waitFor()
  })

  it('on the network the page says that passkeys and a start offline do not work there, and a facilitator uses an authenticator app', async () => {
    const { page } = there
    await signIn(there, 'Facilitator and steward')
    await page.goto('/account')
    await page.getByText('Passkeys do not work at this address').waitFor()
    await page.getByText('Hearthside does not start here without a network').waitFor()
    await expect(button(page, 'Add a passkey').count()).resolves.toBe(0)
    await button(page, 'Set up an app').click()
    const secret = await page.locator('code').last().innerText()
    await page
      .getByLabel('Code from the app')
      .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
    await button(page, 'Confirm').click()
    await page.getByText('Set up. It confirms that it is you').waitFor()
  })

  it('an app that is removed and set up again has a new secret; the old one is not shown any more', async () => {
    const { page } = await visit(browser, service.url, { ignoreHTTPSErrors: true })
    await page.goto('/account')
    await page.getByLabel('A name for you here').fill('Ode')
    await page.getByLabel('I am 18 or older').check()
    await button(page, 'Start').click()
    await button(page, 'Set up an app').click()
    const secret = await page.locator('form code').innerText()
    await button(page, 'Show a new one').click()
    await expect.poll(() => page.locator('form code').innerText()).not.toBe(secret)
    const code = new TOTP({ secret: Secret.fromBase32(await page.locator('form code').innerText()) })
    await page.getByLabel('Code from the app').fill(code.generate())
    await button(page, 'Confirm').click()
    await button(page, 'Remove the app').click()
    await button(page, 'Set up an app').waitFor()
    expect(await page.getByRole('img', { name: 'QR code' }).count()).toBe(0)
    await page.context().close()
  })

  it('cookies are bound to the address they were given at', async () => {
    const names = async ({ context }: Visitor) =>
      (await context.cookies()).map((c) => [c.name.split('.')[0], c.secure])
    expect(await names(there)).toContainEqual(['__Host-hearthside', true])
    expect(await names(here)).toContainEqual(['hearthside', false])
  })

  it('both meet in one room, and see each other', async () => {
    const { meetups } = await (await here.context.request.get('/api/meetups')).json()
    const open = meetups.find((m: { phase: string }) => m.phase !== 'scheduled').id
    for (const { page } of [here, there]) {
      await page.goto(`/meetups/${open}/room`)
      await button(page, 'Turn on camera').click()
      await button(page, 'Camera is on').waitFor()
      await button(page, 'Come in').click()
      await page.getByText('Arriving. There is no hurry.').waitFor()
    }
    for (const { page } of [here, there])
      await expect.poll(async () => (await decodedFrames(page)).filter((n) => n > 5).length).toBe(2)
    expect([...here.complaints, ...there.complaints]).toEqual([])
  })
})
