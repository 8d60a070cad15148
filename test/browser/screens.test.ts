import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manifest } from '../../scenes/table-for-eight/manifest.ts'
import { script } from '../../scenes/table-for-eight/script.ts'
import { startBrowser, visit } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

/** A member's room, and another device of theirs that nobody has signed in on. */
describe('a second screen', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let wren: Page
  let tove: Page
  let screen: Page
  let code: string

  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    // scenes are read here: nothing is drawn
    browser = await startBrowser(['--disable-3d-apis'])
    const enter = async (name: 'Tove' | 'Wren') => {
      const { context, page } = await signInToDemo(browser, service, name)
      const { open } = await demoPaths(context)
      await page.goto(`${open}/room`)
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.getByText(`${name} (you)`).waitFor()
      return page
    }
    tove = await enter('Tove')
    wren = await enter('Wren')
    await tove.getByRole('button', { name: 'Unmute me' }).click()
    screen = (await visit(browser, service.url)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const openSheet = async (page: Page) => {
    if (!(await page.getByRole('complementary', { name: 'Captions' }).isVisible()))
      await page.getByRole('button', { name: 'Captions', exact: true }).click()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Captions on another screen' }).click()
    return page.getByRole('dialog', { name: 'Captions on another screen' })
  }
  const say = async (page: Page, text: string) => {
    if (!(await page.getByLabel('Speak by typing').isVisible()))
      await page.getByRole('button', { name: 'Captions', exact: true }).click()
    await page.getByLabel('Speak by typing').fill(text)
    await page.keyboard.press('Enter')
  }
  const log = () => screen.getByRole('log', { name: 'What was said' })

  it('is opened by a code from the room, typed as people type, without an account', async () => {
    const sheet = await openSheet(wren)
    await sheet.getByRole('button', { name: 'Make a code' }).click()
    code = await sheet.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText()
    await say(tove, 'Nobody reads this there: it was before.')
    await screen.goto('/screen')
    await screen.getByLabel('Code from the room').fill(code.toLowerCase().replace('-', ' '))
    await screen.getByRole('button', { name: 'Show captions' }).click()
    await screen.getByText('with Wren').waitFor()
    await sheet.getByText('Screen 1 reads along').waitFor()
    await sheet.getByRole('button', { name: 'Close' }).click()
  })

  it('shows what is said from then on, under the name of who says it, as text', async () => {
    await say(tove, 'The lake is <b>quiet</b> on Sundays.')
    await log().getByText('The lake is <b>quiet</b> on Sundays.').waitFor()
    await say(wren, 'I remember that lake.')
    await log().getByText('I remember that lake.').waitFor()
    expect(await log().getByText('Nobody reads this there').count()).toBe(0)
    expect(await log().innerText()).toMatch(/Tove.*quiet.*Wren.*remember/s)
  })

  it('is read in the letters and colours one chose, the newest words in sight, also on a phone held sideways', async () => {
    const choose = async (field: string, label: string) => {
      await screen.getByRole('button', { name: 'Settings' }).click()
      await screen.getByLabel(field).selectOption({ label })
      await screen.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    }
    await choose('Size', '400%')
    await choose('Colours', 'Yellow on black')
    expect(await log().evaluate((e) => getComputedStyle(e).backgroundColor)).toBe('rgb(0, 0, 0)')
    await choose('Colours', 'As the room')
    for (const [width, height] of [
      [740, 360],
      [360, 740],
      [1280, 800],
    ] as const) {
      await screen.setViewportSize({ width, height })
      const end = () =>
        log()
          .locator('bdi')
          .last()
          .evaluate((e) => [...e.getClientRects()].at(-1)?.bottom ?? Number.POSITIVE_INFINITY)
      await expect.poll(end, { message: `${width} × ${height}` }).toBeLessThanOrEqual(height)
    }
    await choose('Size', '100%')
  })

  it('gets no sound and no picture, and says nothing', async () => {
    expect(await screen.locator('audio, video').count()).toBe(0)
    expect(await screen.getByLabel('Speak by typing').count()).toBe(0)
    expect(await screen.getByRole('switch').count()).toBe(0)
  })

  it('is seen by everyone in the list of people, and is nobody in the ring', async () => {
    await tove.getByRole('button', { name: 'People' }).click()
    await tove.getByText('another screen of theirs shows captions').waitFor()
    await tove.getByText('2 here').waitFor()
    await tove.getByRole('button', { name: 'People' }).click()
  })

  it('is not opened a second time by its code', async () => {
    const { page: other } = await visit(browser, service.url)
    await other.goto(`/screen#${code}`)
    await other.getByRole('button', { name: 'Show captions' }).click()
    await other.getByText('That code did not match, was used before').waitFor()
    await other.context().close()
  })

  it('goes on after a reload and after a break of the network', async () => {
    await screen.reload()
    await screen.getByText('with Wren').waitFor()
    // before that, what an interruption interrupts is the way in
    await screen.getByText('Connecting…').waitFor({ state: 'detached' })
    await screen.context().setOffline(true)
    await screen.getByText('Reconnecting…').waitFor()
    await screen.context().setOffline(false)
    await screen.getByText('Reconnecting…').waitFor({ state: 'detached' })
    await say(tove, 'Are you still with us?')
    await log().getByText('Are you still with us?').waitFor()
  })

  it('says that it is offline while it opens, and opens when it is not', async () => {
    await screen.route('**/api/screens/join', (route) => route.abort('internetdisconnected'))
    await screen.reload()
    await screen.getByText('There is no connection to Hearthside right now').waitFor()
    await screen.unroute('**/api/screens/join')
    await screen.getByText('with Wren').waitFor()
    await screen.getByText('There is no connection to Hearthside').waitFor({ state: 'detached' })
    await screen.getByText('Connecting…').waitFor({ state: 'detached' })
  })

  it('shows what is said in the circle’s scene, under who says it there, while its person is in it', async () => {
    const said = [...new Set(Object.values(script.beats).flatMap(({ lines }) => lines))]
    /** Lines of the scene that are on the screen, each with what stands before it. */
    const lines = async () => {
      const turns = await log().innerText()
      return said.filter(({ en }) => turns.includes(en))
    }
    const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
    for (const page of [tove, wren])
      if (await page.getByRole('complementary', { name: 'Captions' }).isVisible())
        await page.getByRole('button', { name: 'Captions', exact: true }).click()
    await press(tove, 'People')
    await press(tove, 'A scene for the circle')
    await tove.getByRole('button', { name: manifest.title.en }).click()
    await tove.getByRole('switch', { name: 'I know that it is a draft' }).click()
    await press(tove, 'Open for the circle')
    await press(tove, 'Come along')
    await press(tove, 'Begin')
    await screen.getByText('once the person this screen belongs to comes along').waitFor()
    expect(await lines()).toEqual([])
    await press(wren, 'Come along')
    await screen.getByText(`The circle is in “${manifest.title.en}”.`).waitFor()
    await expect.poll(lines, { timeout: 30_000 }).not.toEqual([])
    const [first] = await lines()
    const name = first?.who ? script.voices[first.who]?.name.en : manifest.title.en
    const turn = log()
      .locator('div')
      .filter({ hasText: first?.en ?? '' })
      .last()
    expect(await turn.innerText()).toMatch(new RegExp(`${name}\\s*\\(from the scene\\)`))
    const { violations } = await new AxeBuilder({ page: screen }).analyze()
    expect(violations.map((v) => v.id)).toEqual([])
    // the connection breaks, and the page goes on with the scene
    const again = wren.waitForRequest(/\/scene\/me$/)
    await wren.evaluate(() => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ tab: sessionStorage.getItem('tab') })
      void fetch(`/api${location.pathname}/leave`, { method: 'POST', headers, body })
    })
    expect((await again).postDataJSON()).toEqual({ out: false })
    await screen.getByText('What is said in it comes here too').waitFor()
    // the page is loaded again, or left and come back to: it asks first, and so long there is nothing here either
    const room = new URL(wren.url()).pathname
    const walk = (path: string) =>
      wren.evaluate((to) => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
    const leaveAndComeBack = async () => {
      await walk('/circles')
      await wren.getByRole('heading', { level: 1, name: 'Circles' }).waitFor()
      await walk(room)
    }
    for (const goAway of [() => wren.reload(), leaveAndComeBack]) {
      await goAway()
      await screen.getByText('once the person this screen belongs to comes along').waitFor()
      await press(wren, 'Come in')
      await wren.getByRole('dialog', { name: manifest.title.en }).waitFor()
      await press(wren, 'Come along')
      await screen.getByText('What is said in it comes here too').waitFor()
    }
    await press(wren, 'Step out')
    await screen.getByText('once the person this screen belongs to comes along').waitFor()
    await press(tove, 'End for all')
    await screen.getByText('The circle is in “').waitFor({ state: 'detached' })
    await press(wren, 'Go back to the others')
    await press(tove, 'Close the scene')
    await tove.getByText('Everyone is here again.').waitFor({ state: 'detached' })
  })

  it('ends when its person says so, and nothing stays on it', async () => {
    const sheet = await openSheet(wren)
    await sheet.getByRole('button', { name: 'End screen 1' }).click()
    await screen.getByText('This screen has ended').waitFor()
    expect(await screen.locator('body').innerText()).not.toMatch(/lake|still with us/)
    await screen.reload()
    await screen.getByLabel('Code from the room').waitFor()
    await sheet.getByText('Screen 1 reads along').waitFor({ state: 'detached' })
  })
})
