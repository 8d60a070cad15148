import AxeBuilder from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

const LINES = [
  'Some days are lighter than others, and then a song comes on the radio in the supermarket.',
  'I stood between the shelves and could not go on, and nobody saw it.',
  'Take your time. There is no hurry here.',
]
const SIZES = [
  ['a small phone', 360, 640],
  ['a phone', 390, 844],
  ['a phone held sideways', 740, 360],
  ['a tablet', 820, 1180],
  ['a desktop', 1280, 800],
] as const
const PLACES = [
  ['below', 'ArrowDown'],
  ['above', 'ArrowUp'],
  ['before', 'ArrowLeft'],
  ['after', 'ArrowRight'],
] as const

/** Wren reads, in every way that she can choose; Tove speaks by typing. */
describe('reading captions', { timeout: 90_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Page
  let wren: Page
  let marlow: Page

  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser()
    const open = async (name: 'Tove' | 'Wren' | 'Marlow') => {
      const { context, page } = await signInToDemo(browser, service, name, { reducedMotion: 'reduce' })
      await page.goto(`${(await demoPaths(context)).open}/room`)
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.getByText(`${name} (you)`).waitFor()
      return page
    }
    tove = await open('Tove')
    marlow = await open('Marlow')
    wren = await open('Wren')
    await panel(tove)
    await panel(marlow)
    await say('I am here too.', marlow)
    for (const line of LINES) await say(line)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const panel = (page: Page) => page.getByRole('button', { name: 'Captions', exact: true }).click()
  async function say(text: string, speaker = tove): Promise<void> {
    await speaker.getByLabel('Speak by typing').fill(text)
    await speaker.keyboard.press('Enter')
    await bar(wren).getByText(text).waitFor()
  }
  const bar = (page: Page) => page.getByRole('region', { name: 'Captions' })
  /** Pixels of captions that are beyond their box's edge. */
  const cutOff = () =>
    bar(wren)
      .locator('> div')
      .evaluate((box) => box.scrollWidth - box.clientWidth)
  const log = () => wren.getByRole('log', { name: 'What was said' })
  async function inSettings(act: (sheet: Locator) => Promise<unknown>): Promise<void> {
    await panel(wren)
    await wren.getByRole('button', { name: 'Settings' }).click()
    await act(wren.getByRole('dialog'))
    await wren.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await panel(wren)
  }
  const choose = (label: string, option: string) =>
    inSettings((sheet) => sheet.getByLabel(label).selectOption({ label: option }))
  const violations = async (page: Page) => {
    const found = await new AxeBuilder({ page }).analyze()
    return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)
  }

  for (const size of ['100%', '400%'])
    describe(`at ${size}`, () => {
      beforeAll(() => choose('Size', size))
      it.each(PLACES)('%s the circle covers no face and no control, and can be read', async (_name, key) => {
        await wren.setViewportSize({ width: 1280, height: 800 })
        await wren.getByRole('button', { name: 'Move captions' }).press(key)
        for (const [name, width, height] of SIZES) {
          await wren.setViewportSize({ width, height })
          await expect.poll(() => wren.evaluate(covered), { message: `${name}: covered` }).toEqual([])
          expect(await cutOff(), `${name}: cut off at the end of a line`).toBe(0)
        }
      })
    })

  /** The last line of the newest words, as far down as the window goes. */
  const inSight = async () => {
    const box = await bar(wren).boundingBox()
    const [top = 0, bottom = 0] = await bar(wren)
      .locator('bdi')
      .last()
      .evaluate((e) => {
        const line = [...e.getClientRects()].at(-1)
        return [line?.top ?? 0, line?.bottom ?? 0]
      })
    const end = Math.min((box?.y ?? 0) + (box?.height ?? 0), wren.viewportSize()?.height ?? 0)
    return box !== null && top >= box.y - 1 && bottom <= end + 1
  }

  it('is all one can ask of it with the largest letters: the newest words are in sight', async () => {
    for (const [, width, height] of SIZES) {
      await wren.setViewportSize({ width, height })
      await expect.poll(inSight).toBe(true)
    }
    await wren.setViewportSize({ width: 1280, height: 800 })
    await choose('Size', '100%')
    await wren.getByRole('button', { name: 'Move captions' }).press('ArrowDown')
  })

  it('has its newest words in sight beside an open panel, on a phone held sideways', async () => {
    await wren.setViewportSize({ width: 740, height: 360 })
    await panel(wren)
    await log().waitFor()
    await expect.poll(inSight).toBe(true)
    await panel(wren)
    await wren.setViewportSize({ width: 1280, height: 800 })
  })

  it('has lines as long as one chose, and as one is told in the settings', async () => {
    const longest = () =>
      bar(wren)
        .locator('p')
        .evaluateAll((all) => Math.max(...all.map((e) => e.clientWidth)))
    const before = await longest()
    await choose('Length of a line', '100 letters')
    expect((await longest()) / before).toBeCloseTo(100 / 68, 1)
    await choose('Length of a line', '68 letters')
    const size = (of: Locator) => of.evaluate((e) => getComputedStyle(e).fontSize)
    await inSettings(async (sheet) => {
      await sheet.getByLabel('Size').selectOption({ label: '200%' })
      expect(await size(sheet.getByText('This is how captions look.'))).toBe(
        await size(bar(wren).getByText(LINES.at(-1) ?? '')),
      )
      await sheet.getByLabel('Size').selectOption({ label: '100%' })
    })
  })

  it('has lines that stay where they are while new words come', async () => {
    const top = () =>
      bar(wren)
        .getByText(LINES.at(-1) ?? '')
        .evaluate((e) => Math.round(e.getBoundingClientRect().top))
    const before = await top()
    const bottom = () => bar(wren).evaluate((e) => Math.round(e.getBoundingClientRect().bottom))
    const edge = await bottom()
    await say('Yes.')
    // words go on in the same line: nothing has moved
    expect(await top()).toBe(before)
    await say('And then it was over, and I went home in the rain with nothing in my bag at all that day.')
    expect(await top()).toBeLessThan(before)
    expect(await bottom()).toBe(edge)
  })

  it('fills each line before the next: words that come move none that are there', async () => {
    /** How long the lines of each phrase are, in pixels; a space at an end of one has a box of its own. */
    const lines = () =>
      bar(wren)
        .locator('p > bdi')
        .evaluateAll((all) =>
          Object.fromEntries(
            all.map((e) => [
              e.textContent,
              [...e.getClientRects()].map(({ width }) => Math.round(width)).filter((width) => width > 8),
            ]),
          ),
        )
    const atEachLength = async () => {
      const found: Record<string, Awaited<ReturnType<typeof lines>>> = {}
      for (const length of ['40 letters', '100 letters', '68 letters']) {
        await choose('Length of a line', length)
        found[length] = await lines()
      }
      return found
    }
    await say('Many days are lighter than others, and then a song comes on the radio in the shop.', marlow)
    const before = await atEachLength()
    await say('So it was for me on that long afternoon.', marlow)
    expect(await atEachLength()).toMatchObject(before)
  })

  for (const [look, scheme, width, height] of [
    ['a phone, light', 'light', 360, 740],
    ['a desktop, evening', 'dark', 1280, 800],
  ] as const)
    it(`has nothing that axe finds, on ${look}: the panel, its settings, another screen, every theme`, async () => {
      await wren.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await wren.setViewportSize({ width, height })
      await panel(wren)
      expect(await violations(wren)).toEqual([])
      await wren.getByRole('button', { name: 'Settings' }).click()
      expect(await violations(wren)).toEqual([])
      await wren.getByRole('button', { name: 'Captions on another screen' }).click()
      await wren.getByRole('button', { name: 'Make a code' }).click()
      await wren.getByText('It works once').waitFor()
      expect(await violations(wren)).toEqual([])
      await wren.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await panel(wren)
      for (const theme of ['Black on white', 'White on black', 'Yellow on black', 'As the room']) {
        await choose('Colours', theme)
        expect(await violations(wren)).toEqual([])
      }
    })

  it('is reached and moved with the keyboard alone', async () => {
    await wren.setViewportSize({ width: 1280, height: 800 })
    await wren.keyboard.press('c')
    await wren.getByRole('complementary', { name: 'Captions' }).waitFor()
    expect(await wren.evaluate(() => document.activeElement?.textContent)).toBe('Captions')
    await wren.keyboard.press('Escape')
    const grip = wren.getByRole('button', { name: 'Move captions' })
    await grip.focus()
    const before = (await bar(wren).boundingBox())?.y ?? 0
    await wren.keyboard.press('ArrowUp')
    await expect.poll(async () => ((await bar(wren).boundingBox())?.y ?? before) < before).toBe(true)
    expect(await wren.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Move captions/,
    )
    await wren.keyboard.press('ArrowDown')
  })

  it('shows where it would come to while it is dragged, and comes there when it is let go', async () => {
    await wren.setViewportSize({ width: 1280, height: 800 })
    const grip = wren.getByRole('button', { name: 'Move captions' })
    const hold = async () => {
      const at = await grip.boundingBox()
      await wren.mouse.move((at?.x ?? 0) + 20, (at?.y ?? 0) + 20)
      await wren.mouse.down()
    }
    const target = () => grip.evaluate((e) => e.nextElementSibling?.getAttribute('data-place'))
    const top = async () => (await bar(wren).boundingBox())?.y ?? 0
    const below = await top()
    await hold()
    expect(await target()).toBeUndefined()
    for (const [x, y, place] of [
      [600, 60, 'top'],
      [30, 400, 'start'],
      [1250, 400, 'end'],
      [600, 790, 'bottom'],
      [600, 60, 'top'],
    ] as const) {
      await wren.mouse.move(x, y)
      await expect.poll(target).toBe(place)
      // nothing else moves until then
      expect(await top()).toBe(below)
    }
    await wren.mouse.up()
    await expect.poll(top).toBeLessThan(below)
    await expect.poll(target).toBeUndefined()
    await grip.press('ArrowDown')
    await expect.poll(top).toBe(below)
    // a press without a move changes nothing
    await hold()
    await wren.mouse.up()
    expect(await top()).toBe(below)
  })

  it('covers nothing with six lines of the heaviest letters, as long as they can be, on nothing', async () => {
    const chosen = [
      ['Size', '400%'],
      ['Letters', 'All equally wide'],
      ['Strokes', 'Very strong'],
      ['Lines', '6'],
      ['Length of a line', '100 letters'],
    ] as const
    for (const [label, option] of chosen) await choose(label, option)
    await inSettings((sheet) => sheet.getByRole('switch', { name: 'With a background' }).click())
    for (const [name, width, height] of SIZES) {
      await wren.setViewportSize({ width, height })
      await expect.poll(() => wren.evaluate(covered), { message: `${name}: covered` }).toEqual([])
    }
    await wren.setViewportSize({ width: 1280, height: 800 })
  })

  it('is as one chose it also after a reload, and as it was at first when one says so', async () => {
    const looks = () =>
      bar(wren)
        .getByText(LINES.at(-1) ?? '')
        .evaluate((e) => {
          const { fontFamily, fontWeight, fontSize } = getComputedStyle(e)
          return { mono: fontFamily.includes('monospace'), fontWeight, pixels: Number.parseFloat(fontSize) }
        })
    const before = await looks()
    expect(before).toMatchObject({ mono: true, fontWeight: '800' })
    await wren.reload()
    await wren.getByRole('button', { name: 'Come in' }).click()
    await wren.getByText('Wren (you)').waitFor()
    await say(LINES.at(-1) ?? '')
    expect(await looks()).toEqual(before)
    await inSettings((sheet) => sheet.getByRole('button', { name: 'As it was at first' }).click())
    expect(await looks()).toEqual({ mono: false, fontWeight: '400', pixels: before.pixels / 4 })
  })

  it('is without one’s own words for one who wants only what others say; the list has all of it', async () => {
    const own = 'These are my own words.'
    await inSettings((sheet) => sheet.getByRole('switch', { name: 'My own words too' }).click())
    await panel(wren)
    await wren.getByLabel('Speak by typing').fill(own)
    await wren.keyboard.press('Enter')
    await log().getByText(own).first().waitFor()
    await panel(wren)
    await say('And these are of somebody else.')
    expect(await bar(wren).getByText(own).count()).toBe(0)
    await inSettings((sheet) => sheet.getByRole('switch', { name: 'My own words too' }).click())
    await bar(wren).getByText(own).waitFor()
  })

  it('waits before words are shown, as long as one chose', async () => {
    await say('This was there before.')
    await panel(wren)
    await wren.getByRole('button', { name: 'Settings' }).click()
    await wren.getByLabel('Wait before words are shown').selectOption({ label: '4 seconds' })
    // what one was reading does not go away meanwhile
    expect(await bar(wren).getByText('This was there before.').count()).toBe(1)
    await wren.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    const late = 'This comes a little later.'
    await tove.getByLabel('Speak by typing').fill(late)
    await tove.keyboard.press('Enter')
    await log().getByText(late).waitFor()
    expect(await bar(wren).getByText(late).count()).toBe(0)
    await bar(wren).getByText(late).waitFor()
    await panel(wren)
    await choose('Wait before words are shown', 'Not at all')
  })

  it('is read out by a screen reader as one chose: whole sentences at first, or nothing by itself', async () => {
    const live = async () => {
      await panel(wren)
      const polite = await log().getAttribute('aria-live')
      await panel(wren)
      return polite
    }
    expect(await live()).toBe('polite')
    await choose('A screen reader hears', 'Nothing by itself')
    expect(await live()).toBe('off')
    await choose('A screen reader hears', 'Each sentence once it is whole')
  })

  it('keeps a line in sight while one puts it right, whatever others say meanwhile', async () => {
    await tove.setViewportSize({ width: 360, height: 740 })
    await say('I was at the shap.')
    await tove.getByRole('button', { name: /Put right.*shap/ }).click()
    // as when a phone shows its keys
    await tove.setViewportSize({ width: 360, height: 640 })
    await say('I know that shop.', marlow)
    const inList = async () => {
      const [line, list] = await Promise.all(
        [tove.getByRole('textbox', { name: 'Put right' }), tove.getByRole('log')].map((e) => e.boundingBox()),
      )
      if (!line || !list) return false
      // a list scrolls by whole pixels
      return line.y >= list.y - 1 && line.y + line.height <= list.y + list.height + 1
    }
    await expect.poll(inList).toBe(true)
    await tove.keyboard.press('Escape')
    await tove.setViewportSize({ width: 1280, height: 800 })
  })

  it('tells people apart by a colour and by a shape', async () => {
    await panel(wren)
    await wren.getByLabel('Speak by typing').fill('I am another.')
    await wren.keyboard.press('Enter')
    await log().getByText('I am another.').first().waitFor()
    await panel(wren)
    const looks = await bar(wren)
      .locator('[data-colour]')
      .evaluateAll((names) =>
        names.map((name) => ({
          name: name.textContent?.trim(),
          colour: getComputedStyle(name).color,
          shape: name.querySelector('path')?.getAttribute('d'),
        })),
      )
    const [one, other] = ['Tove', 'Wren'].map((name) => looks.find((look) => look.name === name))
    expect(one?.colour).not.toBe(other?.colour)
    expect(one?.shape).not.toBe(other?.shape)
  })

  it('stands below what a scene says, when the circle is in one: both can be read, also on a phone held sideways', async () => {
    const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
    await press(tove, 'People')
    await press(tove, 'A scene for the circle')
    await tove.getByRole('button', { name: 'Table for eight' }).click()
    await tove.getByRole('switch', { name: 'I know that it is a draft' }).click()
    await press(tove, 'Open for the circle')
    for (const page of [tove, wren]) await press(page, 'Come along')
    await press(marlow, 'Wait by the hearth')
    await press(tove, 'Begin')
    const scene = wren.getByRole('dialog', { name: 'In the scene, together' })
    const newest = 'I know this table.'
    await marlow.getByLabel('Speak by typing').fill(newest)
    await marlow.keyboard.press('Enter')
    const circle = scene.getByRole('region', { name: 'Captions' })
    const line = scene.locator('[aria-live="polite"][aria-atomic="true"]')
    const controls = scene.getByRole('button', { name: 'Who is with me' })
    // it has one place here: there is nothing to move
    await circle.getByText(newest).waitFor()
    expect(await scene.getByRole('button', { name: 'Move captions' }).count()).toBe(0)
    /** Pixels between what stands below one another, from the window's top to its end. */
    const between = async () => {
      const boxes = await Promise.all(
        [line, circle.getByText(newest), controls].map((each) => each.boundingBox()),
      )
      let end = 0
      const gaps = boxes.map((box) => {
        const gap = box ? box.y - end : -1000
        end = box ? box.y + box.height : end
        return gap
      })
      return Math.min(...gaps, (wren.viewportSize()?.height ?? 0) - end)
    }
    for (const [name, width, height] of SIZES) {
      await wren.setViewportSize({ width, height })
      await expect.poll(between, { message: name }).toBeGreaterThan(0)
    }
  })
})

/** Runs in the page: the faces and controls that captions lie over, as far as both can be seen. */
function covered(): string[] {
  const visible = (element: Element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect()
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === 'visible') continue
      const clip = around.getBoundingClientRect()
      left = Math.max(left, clip.left)
      top = Math.max(top, clip.top)
      right = Math.min(right, clip.right)
      bottom = Math.min(bottom, clip.bottom)
    }
    return { left, top, right: Math.min(right, innerWidth), bottom: Math.min(bottom, innerHeight) }
  }
  const captions = document.querySelector('section[aria-label="Captions"]')
  if (!captions) return ['no captions']
  const bar = visible(captions)
  const found: string[] = []
  for (const element of document.querySelectorAll('main li, header button, main + div ~ div button')) {
    if (captions.contains(element)) continue
    const box = visible(element)
    const wide = Math.min(bar.right, box.right) - Math.max(bar.left, box.left)
    const high = Math.min(bar.bottom, box.bottom) - Math.max(bar.top, box.top)
    if (wide > 1 && high > 1)
      found.push(`${element.textContent} by ${Math.round(wide)} × ${Math.round(high)}`)
  }
  return found
}
