import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { button } from '../support/room.ts'
import { type Service, startService } from '../support/service.ts'

/** Wren and Marlow write for everyone by turns; Tove reads. */
describe('captions that people write', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Page
  let wren: Page
  let marlow: Page

  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser()
    const enter = async (name: 'Tove' | 'Wren' | 'Marlow') => {
      const { context, page } = await signInToDemo(browser, service, name)
      const { open } = await demoPaths(context)
      await page.goto(`${open}/room`)
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.getByText(`${name} (you)`).waitFor()
      return page
    }
    tove = await enter('Tove')
    wren = await enter('Wren')
    marlow = await enter('Marlow')
    await tove.getByRole('button', { name: 'People' }).click()
    for (const name of ['Wren', 'Marlow']) {
      await tove.getByLabel(`Role of ${name}`).selectOption('captioner')
      await tove.getByRole('button', { name: `Give ${name} this role` }).click()
      await tove.getByText(`${name}, captions`).waitFor()
    }
    await tove.getByRole('button', { name: 'Captions', exact: true }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const bar = () => tove.getByRole('region', { name: 'Captions' })
  const log = () => tove.getByRole('log', { name: 'What was said' })
  const field = (page: Page) => page.getByLabel('What is said', { exact: true })

  it('are begun by the captioner, and come word by word under the name of who speaks', async () => {
    await wren.getByText('You write captions here.').waitFor()
    await wren.getByRole('button', { name: 'Captions', exact: true }).click()
    await wren.getByRole('button', { name: 'Begin to write' }).click()
    await field(wren).pressSequentially('>> Tove: Welcome, every')
    await bar().getByText('Tove Welcome, every').waitFor()
    // not a line yet: who hears captions read out is spared half words
    expect(await log().getByText('Welcome').count()).toBe(0)
    await wren.keyboard.type('body.')
    await wren.keyboard.press('Enter')
    await log().getByText('Welcome, everybody.').waitFor()
    await log().getByText('(written by the captioner)').waitFor()
    await bar().getByRole('img', { name: 'written by the captioner' }).waitFor()
  })

  it('have their field in sight below the newest lines, also on a phone held sideways and turned', async () => {
    /** Pixels from the newest line to the field, and from the field to the panel's end. */
    const room = async () => {
      const [newest, where, around] = await Promise.all([
        wren.getByRole('log').locator('bdi').last().boundingBox(),
        field(wren).boundingBox(),
        wren.getByRole('complementary', { name: 'Captions' }).boundingBox(),
      ])
      if (!newest || !where || !around) return [-1, -1, -1]
      const below = (box: { y: number; height: number }) => box.y + box.height
      return [newest.y - around.y, where.y - below(newest), below(around) - below(where)]
    }
    for (const [width, height] of [
      [667, 375],
      [740, 360],
      [360, 740],
      [360, 640],
      [820, 1180],
      [1280, 800],
    ] as const) {
      await wren.setViewportSize({ width, height })
      await expect
        .poll(async () => Math.min(...(await room())), { message: `${width} × ${height}` })
        .toBeGreaterThanOrEqual(0)
    }
    await wren.setViewportSize({ width: 667, height: 375 })
    const open = wren.getByRole('button', { name: 'Captions', exact: true })
    await open.click()
    await open.click()
    // whoever writes for everyone goes on at once
    await expect.poll(() => field(wren).evaluate((e) => e === document.activeElement)).toBe(true)
    expect(Math.min(...(await room()))).toBeGreaterThanOrEqual(0)
    await wren.setViewportSize({ width: 1280, height: 800 })
  })

  it('have a speaker by one key, and sounds without one', async () => {
    await wren.keyboard.press('Alt+Digit0')
    // whoever only writes does not speak
    expect(await wren.getByRole('group', { name: 'Who speaks' }).getByRole('button').allInnerTexts()).toEqual(
      ['0 Sounds, or nobody named', '1 Tove'],
    )
    await wren.keyboard.press('Alt+Digit1')
    await wren.keyboard.type('Take your time.\n')
    await wren.keyboard.press('Alt+Digit0')
    await wren.keyboard.type('[laughter]\n')
    await bar().getByText('Wren [laughter]').waitFor()
    expect(await bar().getByText('Tove Welcome, everybody. Take your time.').count()).toBe(1)
  })

  it('are put right with the arrow keys, for everybody', async () => {
    await wren.keyboard.press('ArrowUp')
    await wren.keyboard.press('ArrowUp')
    const line = wren.getByLabel('Put this line right')
    expect(await line.inputValue()).toBe('Take your time.')
    await line.fill('Take all your time.')
    await wren.keyboard.press('Enter')
    await bar().getByText('Take all your time.').waitFor()
    await log().getByText('(put right)').waitFor()
    // and the field is for the next line again
    expect(await field(wren).inputValue()).toBe('')
  })

  it('says nothing twice when one chooses a speaker while a line is put right', async () => {
    await wren.keyboard.press('ArrowUp')
    await wren.getByLabel('Put this line right').waitFor()
    await wren.keyboard.press('Alt+Digit1')
    expect(await field(wren).inputValue()).toBe('')
    await wren.keyboard.type('Nobody has to speak.\n')
    await log().getByText('Nobody has to speak.').waitFor()
    expect(await log().getByText('[laughter]').count()).toBe(1)
  })

  it('are put right also where one chooses who speaks meanwhile: what was typed goes out, under its own name', async () => {
    await wren.keyboard.press('ArrowUp')
    const line = wren.getByLabel('Put this line right')
    await line.fill('Nobody has to speak today.')
    // in a line that was changed the arrows are for its own words
    await wren.keyboard.press('ArrowUp')
    expect(await line.inputValue()).toBe('Nobody has to speak today.')
    await wren.keyboard.press('Alt+Digit0')
    await wren.keyboard.type('[a door]\n')
    await bar().getByText('Nobody has to speak today.').waitFor()
    await bar().getByText('Wren [a door]').waitFor()
    expect(await log().getByText('Nobody has to speak').count()).toBe(1)
  })

  it('are not put right by mere choosing, where nothing stands any more', async () => {
    await wren.keyboard.press('ArrowUp')
    await wren.getByLabel('Put this line right').fill('')
    await wren.keyboard.press('Alt+Digit1')
    await wren.keyboard.type('It was the wind.\n')
    await bar().getByText('It was the wind.').waitFor()
    expect(await log().getByText('[a door]').count()).toBe(1)
  })

  it('can be pasted, many lines at once', async () => {
    const pasted = Array.from({ length: 40 }, (_, i) => `Line number ${i + 1}.`).join('\n')
    await field(wren).fill(`>> Tove:\n${pasted}\n`)
    await log().getByText('Line number 40.').waitFor()
    expect(
      await log()
        .getByText(/Line number \d+\./)
        .count(),
    ).toBe(40)
  })

  it('go on by another hand: who takes over writes, and the one before is told', async () => {
    await wren.keyboard.type('Half a line that Wren')
    await marlow.getByRole('button', { name: 'Captions', exact: true }).click()
    await marlow.getByRole('button', { name: 'Take over from Wren' }).click()
    await wren.getByText('Marlow writes now.').waitFor()
    expect(await field(wren).count()).toBe(0)
    // what stood there is ended, and no word of it waits for more
    await log().getByText('Half a line that').waitFor()
    await field(marlow).pressSequentially('>> Tove: Thank you, Wren.\n')
    await bar().getByText('Thank you, Wren.').waitFor()
  })

  it('are stopped once the last of them have gone out', async () => {
    const pasted = Array.from({ length: 12 }, (_, i) => `Last but ${12 - i}.`).join('\n')
    await field(marlow).fill(`${pasted}\nThe very last`)
    await marlow.getByRole('button', { name: 'Stop writing' }).click()
    await marlow.getByText('Your last lines are still going out.').waitFor()
    await log().getByText('The very last').waitFor()
    expect(
      await log()
        .getByText(/Last but \d+\./)
        .count(),
    ).toBe(12)
    await button(marlow, 'Begin to write').waitFor()
    expect(await marlow.evaluate(() => document.activeElement?.textContent)).toBe('Begin to write')
    await wren.getByRole('button', { name: 'Begin to write' }).waitFor()
  })
  it('are stopped also where the captioner closes the panel before the last have gone out', async () => {
    await button(marlow, 'Begin to write').press('Enter')
    await field(marlow).fill(`>> Tove:\n${'And one more.\n'.repeat(20)}`)
    await button(marlow, 'Stop writing').click()
    await button(marlow, 'Stop at once').waitFor()
    await marlow.keyboard.press('Escape')
    await wren.getByRole('button', { name: 'Begin to write' }).waitFor()
  })
})
