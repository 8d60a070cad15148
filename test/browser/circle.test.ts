import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPasskeyDevice,
  decodedFrames,
  loudness,
  startBrowser,
  type Visitor,
  visit,
} from '../support/browser.ts'
import { button, comeIn, tile } from '../support/room.ts'
import { type Service, startService } from '../support/service.ts'

/** One evening from the first start of the service to the end of a meetup, as its people live it. */
describe('a circle meets', { timeout: 90_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Visitor
  const members: Record<string, Visitor> = {}
  let circlePath = ''
  let meetupPath = ''

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService(), startBrowser()])
    tove = await visit(browser, service.url)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  it('the first start prints a link that makes the first steward, who adds a passkey', async () => {
    const { page } = tove
    await addPasskeyDevice(page)
    await page.goto(await service.says(/(http\S+\/account\/link#\S+)\s/))
    await button(page, 'Continue').click()
    await page.getByLabel('A name for you here').fill('Tove')
    await page.getByLabel('I am 18 or older').check()
    await button(page, 'Start').click()
    await page.getByText('One more step').waitFor()
    await page.getByRole('link', { name: 'Continue' }).click()
    await page.getByText('Your role needs a passkey').waitFor()
    await button(page, 'Add a passkey').click()
    await page.getByText('Your role needs a passkey').waitFor({ state: 'detached' })
    await expect(page.getByText('since').count()).resolves.toBe(1)
  })

  it('she begins a circle and plans a meetup that opens now', async () => {
    const { page } = tove
    await page.goto('/circles')
    await page.getByRole('link', { name: 'Begin a new circle' }).click()
    await page.getByLabel('Name of the circle').fill('Thursday circle')
    await page.getByLabel('Who can join').selectOption('open')
    await page.getByLabel('What it is for').fill('For people whose body keeps its own calendar.')
    await button(page, 'Begin this circle').click()
    await page.getByRole('heading', { level: 1, name: 'Thursday circle' }).waitFor()
    circlePath = new URL(page.url()).pathname
    await button(page, 'Plan a meetup').click()
    await page.getByLabel('Title').fill('First evening')
    const soon = new Date(Date.now() + 10 * 60_000)
    await page.getByLabel('Time zone').selectOption('UTC')
    await page.getByLabel('Begins').fill(soon.toISOString().slice(0, 16))
    await button(page, 'Plan this meetup').click()
    await page.getByRole('link', { name: 'First evening' }).click()
    await page.getByText('The room is open for arriving.').waitFor()
    meetupPath = new URL(page.url()).pathname
  })

  it('members join in two taps, take a seat, and come in; each sees, hears and names the others', async () => {
    await tove.page.getByRole('link', { name: 'Come in' }).click()
    await comeIn(tove.page, { camera: true, microphone: true })
    for (const name of ['Wren', 'Marlow', 'Ode']) {
      const visitor = await visit(browser, service.url)
      members[name] = visitor
      const { page } = visitor
      await page.goto(circlePath)
      await page.getByLabel('A name for you here').fill(name)
      await page.getByLabel('I am 18 or older').check()
      await button(page, 'Start').click()
      await button(page, `Join as ${name}`).click()
      await page.getByRole('link', { name: 'First evening' }).click()
      await button(page, `Take a seat as ${name}`).click()
      await page.getByRole('link', { name: 'Come in' }).click()
      await comeIn(page, { camera: true, microphone: name !== 'Ode' })
    }
    for (const { page } of Object.values(members)) {
      for (const name of ['Tove', 'Wren', 'Marlow', 'Ode']) await tile(page, name).waitFor()
      await expect.poll(async () => (await decodedFrames(page)).filter((n) => n > 5).length).toBe(4)
      await expect.poll(() => loudness(page)).toBeGreaterThan(0.01)
    }
  })

  it('somebody without a seat, or outside the circle, is let in nowhere', async () => {
    const outsider = await visit(browser, service.url)
    await outsider.page.goto('/account')
    await outsider.page.getByLabel('A name for you here').fill('Otto')
    await outsider.page.getByLabel('I am 18 or older').check()
    await button(outsider.page, 'Start').click()
    await button(outsider.page, /^Sign out$/).waitFor()
    await outsider.page.goto(`${meetupPath}/room`)
    await outsider.page.getByText('There is nothing here, or it is not for this account.').waitFor()
    await outsider.page.goto(circlePath)
    await button(outsider.page, 'Join as Otto').click()
    await outsider.page.goto(`${meetupPath}/room`)
    await button(outsider.page, 'Come in').click()
    await outsider.page.getByText('Take a seat for this meetup first').waitFor()
    await outsider.context.close()
  })

  it('one who goes offline is told within 3 seconds and comes back without a click', async () => {
    const { page, context } = members.Wren as Visitor
    const began = Date.now()
    await context.setOffline(true)
    await page.getByText('Reconnecting').waitFor({ timeout: 10_000 })
    expect(Date.now() - began).toBeLessThan(3000)
    await context.setOffline(false)
    await page.getByText('Reconnecting').waitFor({ state: 'detached', timeout: 20_000 })
    await stillMoving(page)
  })

  it('livekit-server is killed, and everybody is back without a click', async () => {
    process.kill(service.livekitPid(), 'SIGKILL')
    const everyone = [tove, ...Object.values(members)]
    for (const { page } of everyone)
      await page
        .getByText('Reconnecting')
        .waitFor({ timeout: 5000 })
        .catch(() => {})
    for (const { page } of everyone) {
      await page.getByText('Reconnecting').waitFor({ state: 'detached', timeout: 20_000 })
      await expect.poll(async () => (await decodedFrames(page)).filter((n) => n > 0).length).toBe(4)
    }
  })

  it('a second tab, also one that is a copy of the first, asks to move here; the first stays until yes', async () => {
    const { page, context } = members.Marlow as Visitor
    const opened = context.waitForEvent('page')
    // takes along all that is kept for the tab, as duplicating it does
    await page.evaluate(() => void window.open(location.href))
    const second = await opened
    await button(second, 'Come in').click()
    await second.getByText('You are in this room somewhere else').waitFor()
    await expect(tile(page, 'Marlow (you)').count()).resolves.toBe(1)
    await button(second, 'Move here').click()
    await tile(second, 'Marlow (you)').waitFor()
    await page.getByText('You are in this room somewhere else').waitFor()
    // what was on when one came in at first says nothing about now
    await button(page, 'Come back here').click()
    await tile(page, 'Marlow (you)').waitFor()
    await button(page, 'Camera on').waitFor()
    await button(page, 'Unmute me').waitFor()
    await second.getByText('You are in this room somewhere else').waitFor()
    await second.close()
  })

  it('a role is given by a press, not by looking through the list, and its mark is there', async () => {
    const facilitator = tove.page
    const { page } = members.Ode as Visitor
    await button(facilitator, 'People').click()
    const role = facilitator.getByLabel('Role of Ode')
    await role.focus()
    await role.press('ArrowDown')
    await expect(role.inputValue()).resolves.toBe('observer')
    await button(facilitator, 'Mute Ode').dblclick()
    await page.getByText('A facilitator has muted your microphone.').waitFor()
    await button(facilitator, 'Let Ode speak').click()
    await button(page, /^(Unm|M)ute me/).waitFor()
    await button(facilitator, 'Give Ode this role').click()
    await page.getByText('You are listening').waitFor()
    await expect(button(page, /^Camera/).count()).resolves.toBe(0)
    await role.selectOption('member')
    await button(facilitator, 'Give Ode this role').click()
    await button(page, 'Camera on').waitFor()
    await button(facilitator, 'People').click()
  })

  it('a muted member cannot unmute, and a removed one is out and cannot come back', async () => {
    const facilitator = tove.page
    const { page, context } = members.Wren as Visitor
    await button(facilitator, 'People').click()
    await button(facilitator, 'Mute Wren').click()
    await page.getByText('A facilitator has muted your microphone.').waitFor()
    await expect(button(page, /^(Unm|M)ute me/).count()).resolves.toBe(0)

    const panel = facilitator.getByRole('complementary', { name: 'People' })
    await panel
      .getByRole('listitem')
      .filter({ hasText: 'Wren' })
      .getByRole('button', { name: 'Remove' })
      .click()
    await button(facilitator, 'Remove Wren for this meetup').click()
    await page.getByText('A facilitator has ended your place').waitFor()
    await tile(facilitator, 'Wren').waitFor({ state: 'detached' })

    await page.reload()
    await button(page, 'Come in').click()
    await page.getByText('A facilitator has ended your place').waitFor()
    const another = await context.newPage()
    await another.goto(`${meetupPath}/room`)
    await button(another, 'Come in').click()
    await another.getByText('A facilitator has ended your place').waitFor()
    await expect(tile(facilitator, 'Wren').count()).resolves.toBe(0)
  })

  it('the facilitator ends the meetup, and everybody lands softly', async () => {
    const reading = (members.Ode as Visitor).page
    await button(reading, 'Help').click()
    await button(tove.page, 'End for everyone').click()
    await button(tove.page, 'End the meetup now').click()
    for (const { page } of [tove, members.Marlow as Visitor, members.Ode as Visitor])
      await page.getByText('Thank you for being there').waitFor()
    // whoever is reading a number keeps it
    await reading.getByRole('dialog', { name: 'Help, right now' }).waitFor()
  })

  it('no page complained of a script error or of content that was refused', () => {
    expect([tove, ...Object.values(members)].flatMap((v) => v.complaints)).toEqual([])
  })

  /** All pictures that are shown go on: none is the last one from before. */
  async function stillMoving(page: Page): Promise<void> {
    const before = await decodedFrames(page)
    expect(before.length).toBe(4)
    await expect
      .poll(async () => (await decodedFrames(page)).every((n, i) => n > (before[i] ?? 0)), {
        timeout: 15_000,
      })
      .toBe(true)
  }
})
