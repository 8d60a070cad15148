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
    await page.addInitScript(inBackground, true)
    await page.reload()
    await more().click()
    await blur().check()
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByText('Wren (you)').waitFor()
    await page.getByRole('button', { name: 'Camera on' }).click()
    // blur in a page in the background is not judged: however slow this machine draws, a picture comes
    await expect.poll(() => seen(watcher).then((all) => all.length), { timeout: 30_000 }).toBeGreaterThan(0)
  })

  it('takes the camera with it when this device cannot keep up, and says so', async () => {
    // a processor that draws in place of graphics hardware is slow by nature
    await page.evaluate(inBackground, false)
    await page.getByText('Blur is too much for this device; it is off.').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Camera on' }).waitFor()
    await watcher.locator('video').waitFor({ state: 'detached' })
  })

  it('is gone only when the person says so: until then no sharp picture went out', async () => {
    const blurred = Math.max(...(await seen(watcher)))
    expect(blurred).toBeLessThan(30)
    await page.getByRole('button', { name: 'Turn on the camera without blur' }).click()
    await expect.poll(async () => Math.max(...(await seen(watcher)))).toBeGreaterThan(3 * blurred)
    expect(await page.evaluate(() => localStorage.getItem('blur'))).toBe('off')
  })
})

describe('a camera that blurs by itself', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser(['--use-fake-device-for-media-stream=device-count=2'])
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  it('is changed for another one, whose first picture goes out blurred too', async () => {
    const { context, page } = await signInToDemo(browser, service, 'Wren')
    const { open } = await demoPaths(context)
    await page.addInitScript(watchSentTracks)
    await page.addInitScript(() => localStorage.setItem('blur', 'on'))
    await page.goto(`${open}/room`)
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('button', { name: 'Camera on' }).click()
    await expect.poll(() => sent(page)).toHaveLength(1)
    await page.getByRole('button', { name: 'Devices' }).click()
    const cameras = page.getByLabel('Camera', { exact: true })
    const [first] = await sent(page)
    const others = () =>
      cameras
        .locator('option')
        .evaluateAll(
          (all, id) => all.map((o) => o.getAttribute('value')).filter((v) => v && v !== id),
          first?.device,
        )
    await expect.poll(others).toHaveLength(1)
    const [another] = await others()
    await cameras.selectOption(another ?? '')
    await expect.poll(() => sent(page)).toHaveLength(2)
    expect(await sent(page)).toEqual([
      { device: first?.device, blurred: true },
      { device: another, blurred: true },
    ])
  })
})

/** Runs in the page. */
function inBackground(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
}

type Sent = { device: string; blurred: boolean }
const sent = (page: Page) => page.evaluate(() => (globalThis as unknown as { sent: Sent[] }).sent)

/** Runs in the page: cameras say that they can blur, and each picture that is given to a connection is noted. */
function watchSentTracks(): void {
  const all: Sent[] = []
  const blurred = new WeakSet<MediaStreamTrack>()
  Object.assign(globalThis, { sent: all })
  const track = MediaStreamTrack.prototype
  const { getCapabilities, getSettings, applyConstraints } = track
  track.getCapabilities = function () {
    return { ...getCapabilities.call(this), backgroundBlur: [false, true] }
  }
  track.getSettings = function () {
    return { ...getSettings.call(this), backgroundBlur: blurred.has(this) }
  }
  track.applyConstraints = function (wish = {}) {
    const { backgroundBlur, ...rest } = wish as MediaTrackConstraints & { backgroundBlur?: unknown }
    if (backgroundBlur) blurred.add(this)
    return applyConstraints.call(this, rest)
  }
  const note = (given: MediaStreamTrack | string | null) => {
    if (typeof given !== 'object' || given?.kind !== 'video') return
    all.push({ device: getSettings.call(given).deviceId ?? '', blurred: blurred.has(given) })
  }
  const { addTransceiver } = RTCPeerConnection.prototype
  RTCPeerConnection.prototype.addTransceiver = function (given, init) {
    note(given)
    return addTransceiver.call(this, given, init)
  }
  const { replaceTrack } = RTCRtpSender.prototype
  RTCRtpSender.prototype.replaceTrack = function (given) {
    note(given)
    return replaceTrack.call(this, given)
  }
}

/**
 * Measures every picture of somebody else from now on: how much (0–255) its 200 sharpest points differ from what is
 * beside them. About 15 when blurred, above 100 when not, at whatever size it is sent.
 */
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
        const steps: number[] = []
        for (let i = 8; i < data.length; i += 4) steps.push(Math.abs((data[i] ?? 0) - (data[i - 8] ?? 0)))
        all.push(steps.sort((a, b) => b - a)[200] ?? 0)
      }
    }, 40)
  })
const seen = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen)
