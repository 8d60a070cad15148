import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type Visitor, visit } from '../support/browser.ts'
import { type DemoPaths, demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

/** One newcomer's whole way with the keyboard alone; what is said aloud on it is in the page's polite live region. */
describe('with the keyboard alone', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let wren: Visitor
  let paths: DemoPaths
  let page: Page
  const unseen: string[] = []

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService({ flags: ['--demo'] }), startBrowser()])
    wren = await signInToDemo(browser, service, 'Wren')
    paths = await demoPaths(wren.context)
    page = (await visit(browser, service.url)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const press = (key: string) => page.keyboard.press(key)
  const nowOn = (name: string) => expect.poll(() => focused(page).then((f) => f.name)).toBe(name)
  const said = (words: string) => page.getByRole('status').filter({ hasText: words }).first().waitFor()

  /** Goes on with Tab until the control of this name has focus. */
  async function go(name: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await press('Tab')
      const at = await focused(page)
      if (!at.seen) unseen.push(at.name)
      if (at.name === name) return
    }
    throw new Error(`Tab never came to “${name}”`)
  }

  it('somebody new skips the navigation, starts and joins: focus goes where it goes on', async () => {
    await page.goto(paths.circle)
    await page.getByText('Join this circle').waitFor()
    await go('Skip to the content')
    await press('Enter')
    await go('A name for you here')
    await page.keyboard.type('Robin')
    await go('I am 18 or older')
    await press('Space')
    await go('Start')
    await press('Enter')
    await nowOn('Your name in this circle')
    await go('Join as Robin')
    await press('Enter')
    await nowOn('You in this circle')
  })

  it('takes a seat, which is said, and comes to the room’s door: each page’s heading has focus, and the tab names no circle', async () => {
    await page.goto(paths.open)
    await page.getByText('Who will be there for you').waitFor()
    await go('Take a seat as Robin')
    await press('Enter')
    await said('You have a seat.')
    // a second press of the same key does not give it back
    await nowOn('You have a seat, as Robin.')
    await page.keyboard.press('Shift+Tab')
    await nowOn('Come in')
    await press('Enter')
    await nowOn('By the fire')
    expect(await page.title()).toBe('Room · Hearthside')
    await go('Come in')
    await press('Enter')
    await said('You are in the circle.')
    await nowOn('By the fire')
  })

  it.each([
    ['People', 'p', 'aside'],
    ['Devices', undefined, 'dialog[open]'],
    ['Keys', '?', 'dialog[open]'],
    ['Help', undefined, 'dialog[open]'],
  ])('%s opens, is closed, and focus is back where it was', async (name, key, part) => {
    await go(name)
    await press('Enter')
    await page.locator(part).waitFor()
    expect(await page.locator(part).evaluate((e) => e.contains(document.activeElement))).toBe(true)
    if ((await focused(page)).name !== 'Close') await go('Close')
    await press('Enter')
    await nowOn(name)
    if (!key) return
    await press(key)
    await page.locator(part).waitFor()
    await press('Escape')
    await nowOn(name)
  })

  it('can turn the single keys off, and on again', async () => {
    const single = page.getByRole('switch', { name: 'Use single keys' })
    await go('Keys')
    await press('Enter')
    await go('Use single keys')
    await press(' ')
    expect(await single.isChecked()).toBe(false)
    await go('Close')
    await press('Enter')
    await nowOn('Keys')
    await press('p')
    await press('?')
    expect(await page.locator('aside, dialog[open]').count()).toBe(0)
    await press('Enter')
    await go('Use single keys')
    await press(' ')
    await go('Close')
    await press('Enter')
    await nowOn('Keys')
  })

  it('hears who comes and goes, and what a key switched', async () => {
    await wren.page.goto(`${paths.open}/room`)
    await wren.page.getByRole('button', { name: 'Come in' }).click()
    await said('Wren came in.')
    await press('m')
    await said('Your microphone is on.')
    await press('m')
    await said('Your microphone is off.')
    await wren.page.goto('about:blank')
    await said('Wren left.')
  })

  it('is nowhere caught: Tab goes round through all controls of the room', async () => {
    const round = ['Help', 'Leave quickly', 'Unmute me', 'Camera on', 'People', 'Devices', 'Keys', 'Leave']
    for (const name of [...round, ...round]) await go(name)
  })

  it('leaves after a question, and lands on the next page’s heading', async () => {
    await press('l')
    await page.getByRole('dialog', { name: 'Leave the circle?' }).waitFor()
    await press('Escape')
    await nowOn('Leave')
    await press('l')
    await nowOn('Leave')
    await press('Enter')
    await nowOn('Thank you for being there')
    expect(await page.title()).toBe('Thank you for being there · Hearthside')
  })

  it('saw focus at every step', () => {
    expect(unseen).toEqual([])
  })
})

/** What has focus, by the name it is called by, and whether one sees that. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement
    const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? ''
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    const seen = at === document.body || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
    return { tag: at.tagName, name: name.trim(), seen }
  })
