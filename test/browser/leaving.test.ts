import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, visit } from '../support/browser.ts'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { held, watchMedia } from '../support/media.ts'
import { button, comeIn, tile } from '../support/room.ts'

/** Every way out of a meetup but the usual one: called off, ended, reloaded, gone back from, left in a hurry. */
describe('a meetup is left', { timeout: 60_000 }, () => {
  let evening: Evening
  let meetupId = ''
  /** stays in the room and sees the others go */
  let marlow: Member

  beforeAll(async () => {
    evening = await startEvening()
    meetupId = await evening.plan()
    marlow = await evening.member('Marlow', [meetupId])
    await marlow.page.goto(`/meetups/${meetupId}/room`)
    await comeIn(marlow.page)
  })
  afterAll(() => evening?.stop())

  /** Somebody in the room with camera and microphone on, whom Marlow sees. */
  async function sitDown(name: string, options: Parameters<typeof visit>[2] = {}): Promise<Member> {
    const member = await evening.member(name, [meetupId], options)
    await watchMedia(member.page)
    await member.page.goto(`/meetups/${meetupId}`)
    await member.page.getByRole('link', { name: 'Come in' }).click()
    await comeIn(member.page, { camera: true, microphone: true })
    await tile(marlow.page, name).getByText('microphone on, camera on').waitFor()
    expect(await held(member.page)).toEqual(['audio', 'video'])
    return member
  }

  const goHome = (...members: Member[]) => Promise.all(members.map(({ context }) => context.close()))

  it('when it is cancelled, and whoever waits or is in the room is told at once, with a way on', async () => {
    const [open, later] = [await evening.plan(), await evening.plan(60)]
    const seated = await evening.member('Wren', [open])
    const waiting = await evening.member('Fern', [open])
    const early = await evening.member('Kit', [later])
    await seated.page.goto(`/meetups/${open}/room`)
    await comeIn(seated.page)
    await waiting.page.goto(`/meetups/${open}/room`)
    await button(waiting.page, 'Come in').waitFor()
    await early.page.goto(`/meetups/${later}`)
    await early.page.getByText('The room opens in').waitFor()

    for (const id of [open, later])
      await evening.tove.post(`/api/meetups/${id}/cancel`, { reason: 'Tove is not well.' })
    for (const { page } of [seated, waiting, early]) {
      await page.getByText('This meetup is cancelled').first().waitFor()
      await page.getByText('Tove is not well.').waitFor()
    }
    await expect(seated.page.getByText('Thank you for being there').count()).resolves.toBe(0)
    await seated.page.getByRole('link', { name: 'See the circle’s other meetups' }).waitFor()
    await waiting.page.getByRole('link', { name: 'See the meetup' }).click()
    await waiting.page.getByRole('link', { name: 'See the circle’s other meetups' }).waitFor()
    await early.page.getByRole('link', { name: 'See the circle’s other meetups' }).click()
    await early.page.getByRole('heading', { level: 1, name: 'Small hours' }).waitFor()
    await goHome(seated, waiting, early)
  })

  it('when the facilitator ends it: that is said in the room, before it and on its page', async () => {
    const ending = await evening.plan()
    const seated = await evening.member('Ilse', [ending])
    const waiting = await evening.member('Odd', [ending])
    const reading = await evening.member('June', [ending])
    await seated.page.goto(`/meetups/${ending}/room`)
    await comeIn(seated.page)
    await waiting.page.goto(`/meetups/${ending}/room`)
    await button(waiting.page, 'Come in').waitFor()
    await reading.page.goto(`/meetups/${ending}`)
    await reading.page.getByText('The room is open for arriving.').waitFor()

    const tove = await evening.openBrowser(evening.tove)
    await tove.page.goto(`/meetups/${ending}/room`)
    await comeIn(tove.page)
    await button(tove.page, 'People').click()
    await button(tove.page, 'End for everyone').click()
    await button(tove.page, 'End the meetup now').click()
    await seated.page.getByText('The meetup is over, and the room is closed for everyone.').waitFor()
    for (const { page } of [waiting, reading]) await page.getByText('This meetup is over.').waitFor()
    await goHome(seated, waiting, reading, tove)
  })

  it('by a reload: both devices are let go, and coming in again one sits there once', async () => {
    const petra = await sitDown('Petra')
    const { page } = petra
    await page.reload()
    await button(page, 'Turn on camera').waitFor()
    await button(page, 'Turn on microphone').waitFor()
    expect(await held(page)).toEqual([])
    await comeIn(page)
    await tile(page, 'Petra (you)').waitFor()
    await tile(marlow.page, 'Petra').getByText('microphone off, camera off').waitFor()
    await expect(tile(marlow.page, 'Petra').count()).resolves.toBe(1)
    await goHome(petra)
  })

  it('by the back button: both devices are let go, and the others see it', async () => {
    const rook = await sitDown('Rook')
    const { page } = rook
    await page.goBack()
    await page.getByText('You have a seat, as Rook.').waitFor()
    await expect.poll(() => held(page)).toEqual([])
    await tile(marlow.page, 'Rook').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Come in' }).click()
    await button(page, 'Turn on camera').waitFor()
    await goHome(rook)
  })

  it('quickly: the screen is empty and both devices are let go before anything has loaded', async () => {
    // without a worker, which has the empty page at hand: here it is long on its way
    const { page, context } = await sitDown('Luz', { serviceWorkers: 'block' })
    let letThrough = () => {}
    const through = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await context.route('**/quick-exit.html', async (route) => {
      await through
      await route.continue()
    })
    // nobody can look into a page that is being left: it has to tell
    await page.evaluate(() => {
      const live = () => window.watched.tracks.some((track) => track.readyState === 'live')
      const shown = () => document.documentElement.checkVisibility()
      // biome-ignore lint/suspicious/noConsole: there is no other way out of it
      setInterval(() => live() || shown() || console.debug('empty and let go'), 50)
    })
    const told = page.waitForEvent('console', { predicate: (m) => m.text() === 'empty and let go' })
    await button(page, 'Leave quickly').click({ noWaitAfter: true })
    await told
    await tile(marlow.page, 'Luz').waitFor({ state: 'detached' })
    letThrough()
    await page.waitForURL('**/quick-exit.html')
    expect((await page.textContent('body'))?.trim()).toBe('')
    await page.goBack()
    await page.waitForURL('**/quick-exit.html')
  })

  it('quickly in the very moment of coming in: the way in ends, and no device is opened', async () => {
    const { page, context } = await evening.member('Noor', [meetupId], { serviceWorkers: 'block' })
    await watchMedia(page)
    await page.goto(`/meetups/${meetupId}/room`)
    await button(page, 'Turn on camera').click()
    await page.getByLabel('Your own picture').waitFor()
    await context.route('**/quick-exit.html', () => {})
    const goodbye = page.waitForRequest(/\/room\/leave$/)
    const told = page.waitForEvent('console', { predicate: (m) => m.text() === 'let go' })
    // nobody can look into a page that is being left: it has to tell
    await page.evaluate(() => {
      const press = (name: string) =>
        [...document.querySelectorAll('button')]
          .find((b) => b.checkVisibility() && b.textContent === name)
          ?.click()
      press('Come in')
      press('Leave quickly')
      const live = () => window.watched.tracks.some((track) => track.readyState === 'live')
      // biome-ignore lint/suspicious/noConsole: there is no other way out of it
      setInterval(() => live() || console.debug('let go'), 50)
    })
    await Promise.all([goodbye, told])
    await expect(tile(marlow.page, 'Noor').count()).resolves.toBe(0)
    await context.close()
  })

  it('quickly: going back shows no page of this tab, also not one that the browser kept whole', async () => {
    const browser = await startBrowser([], ['--disable-back-forward-cache'])
    const leaveAndGoBack = async () => {
      const { page, context } = await visit(browser, evening.service.url)
      await page.goto('/circles')
      await page.evaluate(() =>
        window.addEventListener(
          'pageshow',
          ({ persisted }) => persisted && sessionStorage.setItem('kept', 'whole'),
        ),
      )
      await page.goto('/scenes')
      await button(page, 'Leave quickly').click()
      await page.waitForURL('**/quick-exit.html')
      const back = page.waitForEvent('framenavigated', (frame) => frame.url().endsWith('/circles'))
      await page.evaluate(() => history.back())
      await back
      await page.waitForURL('**/quick-exit.html')
      expect((await page.textContent('body'))?.trim()).toBe('')
      const kept = await page.evaluate(() => sessionStorage.getItem('kept'))
      await context.close()
      return kept
    }
    // a browser keeps a page or loads it anew as it likes, and this is about the first
    await expect.poll(leaveAndGoBack).toBe('whole')
    await browser.close()
  })

  it('quickly and without a network: an empty page, not the browser’s words about us', async () => {
    const { page, context } = await sitDown('Alma')
    await context.setOffline(true)
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await page.waitForURL('about:blank')
    expect((await page.textContent('body'))?.trim()).toBe('')
  })
})
