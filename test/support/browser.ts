import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]

/** A real Chromium with a fake camera (a moving picture) and a fake microphone (a beep each second). */
export const startBrowser = (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromium'), args: [...FLAGS, ...flags] })

export type Visitor = {
  context: BrowserContext
  page: Page /** script errors and refused content since the start */
  complaints: string[]
}

/** Somebody with a browser of their own: own cookies, own storage. */
export async function visit(
  browser: Browser,
  baseURL: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) => /Content Security Policy|Refused to/.test(message.text()) && complaints.push(message.text()),
  )
  return { context, page, complaints }
}

/** Video elements that show somebody else and have decoded a frame, by how many frames they have shown. */
export const decodedFrames = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('video')]
      .filter((v) => v.videoWidth > 0)
      .map((v) => v.getVideoPlaybackQuality().totalVideoFrames),
  )

/** Loudest sample (0 … 1) heard from everyone else within `ms` milliseconds, measured in the page. */
export const loudness = (page: Page, ms = 1500): Promise<number> =>
  page.evaluate(async (duration) => {
    const context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 2048 })
    for (const element of document.querySelectorAll('audio'))
      if (element.srcObject instanceof MediaStream)
        context.createMediaStreamSource(element.srcObject).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    let loudest = 0
    const end = performance.now() + duration
    while (performance.now() < end) {
      analyser.getFloatTimeDomainData(samples)
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample))
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    await context.close()
    return loudest
  }, ms)
