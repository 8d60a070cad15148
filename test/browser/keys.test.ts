import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPasskeyDevice, visit } from '../support/browser.ts'
import { type Evening, startEvening } from '../support/evening.ts'
import { button } from '../support/room.ts'

/** Coming back to an account, as somebody who only has what was set up before. */
describe('the way back in', { timeout: 60_000 }, () => {
  let evening: Evening
  beforeAll(async () => {
    evening = await startEvening()
  })
  afterAll(() => evening?.stop())

  const stranger = () => visit(evening.browser, evening.service.url)

  /** The newest link in a letter to this address, from the page where mail lies that no server takes. */
  async function linkTo(address: string): Promise<string> {
    const outbox = await (await fetch(`${evening.service.url}/dev/outbox`)).text()
    const letter = outbox.split('<section>').find((part) => part.includes(`To ${address}`))
    return /href="([^"]+)"/.exec(letter ?? '')?.[1] ?? ''
  }

  it('is a passkey alone, and name and circles are as they were', async () => {
    const { page } = await evening.member('Fern')
    await addPasskeyDevice(page)
    await page.goto('/account')
    await button(page, 'Add a passkey').click()
    await page.getByText('since').waitFor()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByText('A name is enough.').waitFor()
    await page.getByRole('link', { name: 'I was here before: sign in' }).click()
    await button(page, 'Sign in with a passkey').click()
    await page.waitForURL('/')
    await page.getByRole('link', { name: 'Circles', exact: true }).click()
    await page.getByRole('link', { name: 'Small hours' }).click()
    await page.getByText('Fern (you)').waitFor()
  })

  it('is a link in a letter, in any browser, once', async () => {
    const { page } = await evening.member('Ilse')
    await page.goto('/account')
    await page.getByLabel('E-mail address').fill('ilse@example.org')
    await button(page, /link/).click()
    await page.getByText('is on its way').waitFor()
    await page.goto(await linkTo('ilse@example.org'))
    await button(page, 'Continue').click()
    await page.getByText('Your account is kept with this address now.').waitFor()

    const phone = await stranger()
    await phone.page.goto('/account/sign-in')
    await phone.page.getByLabel('E-mail address').fill('ilse@example.org')
    await button(phone.page, 'Send me a link').click()
    await phone.page.getByText('If an account has this address').waitFor()
    const link = await linkTo('ilse@example.org')
    await phone.page.goto(link)
    await button(phone.page, 'Continue').click()
    await phone.page.getByText('You are signed in as Ilse.').waitFor()

    const other = await stranger()
    await other.page.goto(link)
    await button(other.page, 'Continue').click()
    await other.page.getByText('This link has been used or is too old. Ask for a new one.').waitFor()
  })

  it('is a printed code, once and not twice', async () => {
    const { page } = await evening.member('Kit')
    await page.goto('/account')
    await button(page, 'Make codes').click()
    const code = await page
      .getByRole('listitem')
      .filter({ hasText: /^[0-9A-Z-]{30}$/ })
      .first()
      .innerText()

    const phone = await stranger()
    await phone.page.goto('/account/sign-in')
    await phone.page.getByLabel('Recovery code').fill(code.toLowerCase())
    await button(phone.page, 'Sign in with this code').click()
    await phone.page.waitForURL('/')
    await phone.page.goto('/account')
    await phone.page.getByText('You have 9 codes left.').waitFor()

    const thief = await stranger()
    await thief.page.goto('/account/sign-in')
    await thief.page.getByLabel('Recovery code').fill(code)
    await button(thief.page, 'Sign in with this code').click()
    await thief.page.getByText('That code did not match, or was used before.').waitFor()
    const { account } = await (await thief.context.request.get('/api/account')).json()
    expect(account).toBeNull()
  })

  it('by a letter alone gives no facilitator her rights, and says what does', async () => {
    const meetupId = await evening.plan()
    await evening.tove.post('/api/account/email', { email: 'tove@example.org' })
    const added = (await linkTo('tove@example.org')).split('#')[1]
    expect((await evening.tove.post('/api/account/links/open', { token: added })).status).toBe(200)
    await evening.tove.post('/api/account/sign-in-link', { email: 'tove@example.org' })

    const { page } = await stranger()
    await page.goto(await linkTo('tove@example.org'))
    await button(page, 'Continue').click()
    await page.getByText('You are signed in as Tove.').waitFor()
    await page.goto(`/meetups/${meetupId}/room`)
    await button(page, 'Come in').click()
    await page.getByText('This needs your passkey').waitFor()
    await page.getByRole('link', { name: 'Go to “You”' }).waitFor()

    await page.goto('/circles/new')
    await page.getByLabel('Name of the circle').fill('Another circle')
    await button(page, 'Begin this circle').click()
    await page.getByText('This needs your passkey').waitFor()
    await page.getByRole('link', { name: 'Go to “You”' }).click()
    await page.getByText('Your role needs a passkey or an authenticator app.').waitFor()
  })
})
