import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

/** Tove facilitates, Marlow signs, Wren watches him. */
describe('an interpreter', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Page
  let wren: Page

  const enter = async (page: Page, name: string) => {
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByText(`${name} (you)`).waitFor()
  }
  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser()
    const open = async (name: 'Tove' | 'Wren' | 'Marlow') => {
      const { context, page } = await signInToDemo(browser, service, name)
      await page.goto(`${(await demoPaths(context)).open}/room`)
      if (name === 'Marlow') await page.getByRole('button', { name: 'Turn on camera' }).click()
      await enter(page, name)
      return page
    }
    tove = await open('Tove')
    await open('Marlow')
    wren = await open('Wren')
    await tove.getByRole('button', { name: 'People' }).click()
    await tove.getByLabel('Role of Marlow').selectOption('interpreter')
    await tove.getByRole('button', { name: 'Give Marlow this role' }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const tile = (page: Page, name: string) =>
    page.getByRole('list', { name: 'People in the circle' }).getByRole('listitem').filter({ hasText: name })
  const width = async (page: Page, name: string) => (await tile(page, name).boundingBox())?.width ?? 0
  const pictures = () =>
    tile(wren, 'Marlow')
      .locator('video')
      .evaluateAll((all) => all.map((video) => (video as HTMLVideoElement).videoWidth > 0))

  it('stays large beside whoever speaks for one who asks for it, and for nobody else', async () => {
    await wren.getByRole('button', { name: 'People' }).click()
    await wren.getByRole('switch', { name: 'Keep Marlow beside whoever speaks' }).click()
    await wren.getByRole('button', { name: 'People' }).click()
    await expect.poll(() => width(wren, 'Marlow')).toBeGreaterThan(200)
    const [speaker, interpreter] = [
      await tile(wren, 'Tove').boundingBox(),
      await tile(wren, 'Marlow').boundingBox(),
    ]
    expect(speaker?.width).toBeCloseTo(interpreter?.width ?? 0)
    expect(speaker?.y).toBeCloseTo(interpreter?.y ?? 0)
    expect(await width(wren, 'Wren')).toBeLessThan(100)
    await tove.getByRole('button', { name: 'People' }).click()
    await expect.poll(async () => (await width(tove, 'Marlow')) - (await width(tove, 'Tove'))).toBe(0)
  })

  it('gives way to nobody who speaks, also by typing: they come beside him', async () => {
    await tove.getByRole('button', { name: 'Captions', exact: true }).click()
    await tove.getByLabel('Speak by typing').fill('I say this with my hands.')
    await tove.keyboard.press('Enter')
    await tile(wren, 'Tove').getByText('speaking', { exact: false }).waitFor()
    expect(await width(wren, 'Marlow')).toBeGreaterThan(200)
    await tile(wren, 'Tove').getByText('speaking', { exact: false }).waitFor({ state: 'detached' })
  })

  it('is left alone again after somebody typed, also after the clock of the computer was set back', async () => {
    await wren.evaluate(() => {
      const { now } = Date
      Date.now = () => now() - 86_400_000
    })
    await tove.getByLabel('Speak by typing').fill('And I say more.')
    await tove.keyboard.press('Enter')
    await tile(wren, 'Tove').getByText('speaking', { exact: false }).waitFor()
    await tile(wren, 'Tove').getByText('speaking', { exact: false }).waitFor({ state: 'detached' })
  })

  it('is seen also where no other picture comes in', async () => {
    await wren.getByRole('button', { name: 'Devices' }).click()
    await wren.getByRole('switch', { name: 'Only sound' }).click()
    await wren.keyboard.press('Escape')
    await wren.getByText('Only sound comes in.').waitFor()
    await expect.poll(pictures).toEqual([true])
  })

  it('is in sight whatever the window is, with all of the hands', async () => {
    for (const [w, h] of [
      [360, 640],
      [390, 844],
      [740, 360],
      [820, 1180],
    ] as const) {
      await wren.setViewportSize({ width: w, height: h })
      await expect
        .poll(() =>
          tile(wren, 'Marlow')
            .boundingBox()
            .then((box) => (box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? w) <= w),
        )
        .toBe(true)
      const fit = await tile(wren, 'Marlow')
        .locator('video')
        .evaluate((video) => getComputedStyle(video).objectFit)
      expect(fit).toBe('contain')
    }
    await wren.setViewportSize({ width: 1280, height: 800 })
  })

  it('is in sight again without asking, after one comes back', async () => {
    await wren.reload()
    await enter(wren, 'Wren')
    await expect.poll(() => width(wren, 'Marlow')).toBeGreaterThan(200)
  })
})
