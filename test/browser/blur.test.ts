import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

/** Chromium's fake camera has sharp edges, and nobody in front of it: all of it is background. */
describe('background blur', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let watcher: Page
  let page: Page
  const fetched: string[] = []

  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser(['--use-angle=swiftshader', '--enable-unsafe-swiftshader'])
    const tove = await signInToDemo(browser, service, 'Tove')
    const wren = await signInToDemo(browser, service, 'Wren')
    const { open } = await demoPaths(tove.context)
    watcher = tove.page
    page = wren.page
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await watcher.goto(`${open}/room`)
    await watcher.getByRole('button', { name: 'Come in' }).click()
    await watcher.getByText('Tove (you)').waitFor()
    await watch(watcher)
    await page.goto(`${open}/room`)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const more = () => page.getByText('Choose devices and try the sound')
  const blur = () => page.getByRole('switch', { name: 'Blur what is behind me' })

  it('is not offered where a processor would have to draw it, and costs nothing', async () => {
    await more().click()
    await page.getByRole('button', { name: 'Play a soft sound' }).waitFor()
    expect(await blur().count()).toBe(0)
    expect(fetched.filter((path) => /blur|model/.test(path))).toEqual([])
  })

  it('reaches the others from the first picture on', async () => {
    // the page takes our renderer for graphics hardware
    await page.addInitScript(() => {
      const { getParameter } = WebGL2RenderingContext.prototype
      const UNMASKED_RENDERER = 0x9246
      WebGL2RenderingContext.prototype.getParameter = function (name: number) {
        return name === UNMASKED_RENDERER ? 'A graphics card' : getParameter.call(this, name)
      }
    })
    await page.reload()
    await more().click()
    await blur().check()
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByText('Wren (you)').waitFor()
    await page.getByRole('button', { name: 'Camera on' }).click()
    // how many come before the blur is judged too slow is the machine's affair
    await expect.poll(() => seen(watcher).then((all) => all.length), { timeout: 30_000 }).toBeGreaterThan(0)
  })

  it('takes the camera with it when this device cannot keep up, and says so', async () => {
    // a processor that draws in place of graphics hardware is slow by nature
    await page.getByText('Blur is too much for this device; it is off.').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Camera on' }).waitFor()
    await watcher.locator('video').waitFor({ state: 'detached' })
  })

  it('is gone only when the person says so: until then no sharp picture went out', async () => {
    const blurred = Math.max(...(await seen(watcher)))
    await page.getByRole('button', { name: 'Turn on the camera without blur' }).click()
    await expect
      .poll(async () => Math.max(...(await seen(watcher))), { timeout: 15_000 })
      .toBeGreaterThan(4 * blurred + 0.005)
    expect(await page.evaluate(() => localStorage.getItem('blur'))).toBe('off')
  })
})

/** Measures every picture of somebody else from now on: the share of its points that stand beside a very different one. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const all: number[] = []
    Object.assign(globalThis, { seen: all })
    const canvas = new OffscreenCanvas(320, 180)
    const drawing = canvas.getContext('2d', { willReadFrequently: true })
    setInterval(() => {
      for (const video of document.querySelectorAll('video')) {
        if (!video.videoWidth || !drawing) continue
        drawing.drawImage(video, 0, 0, 320, 180)
        const { data } = drawing.getImageData(0, 0, 320, 180)
        let sharp = 0
        for (let i = 8; i < data.length; i += 4)
          if (Math.abs((data[i] ?? 0) - (data[i - 8] ?? 0)) > 60) sharp++
        all.push(sharp / (320 * 180))
      }
    }, 40)
  })
const seen = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen)
