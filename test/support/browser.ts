import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream=fps=8',
  '--autoplay-policy=no-user-gesture-required',
]

/**
 * A real Chromium with a fake camera (a moving picture) and a fake microphone (a beep each second). `more` flags come
 * after the usual ones and win over them; `without` leaves some of the usual ones out, Playwright’s too.
 */
export const startBrowser = (more: string[] = [], without: string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: inject('chromium'),
    args: [...FLAGS.filter((flag) => !without.includes(flag)), ...more],
    ignoreDefaultArgs: without,
  })

/** Runs in every page: chooses what the switch “Write down what I say” chooses, until somebody does otherwise. */
function doNotWriteDown(): void {
  try {
    localStorage.captions ??= 'off'
  } catch {
    // a page without storage
  }
}

/** Runs in a page: a device that refuses to make sound, as a browser does that has no way to. */
export function noSound(): void {
  window.AudioContext = class {
    constructor() {
      throw new DOMException('no audio hardware', 'NotSupportedError')
    }
  } as unknown as typeof AudioContext
}

export type Visitor = {
  context: BrowserContext
  page: Page /** script errors and refused content since the start */
  complaints: string[]
}

/**
 * Somebody with a browser of their own: own cookies, own storage. Their speech is written down only with `captions`: the
 * model for it is worth loading where that is the question.
 */
export async function visit(
  browser: Browser,
  baseURL: string,
  { captions = false, ...options }: Parameters<Browser['newContext']>[0] & { captions?: boolean } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ...options,
  })
  if (!captions) await context.addInitScript(doNotWriteDown)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) => /Content Security Policy|Refused to/.test(message.text()) && complaints.push(message.text()),
  )
  return { context, page, complaints }
}

/** Presses Help, whatever the language calls it; the milliseconds until its dialog is there. */
export const openHelp = (page: Page, called = 'Help'): Promise<number> =>
  page.evaluate(async (name) => {
    const press = [...document.querySelectorAll('button')].find((b) => b.textContent === name)
    const began = performance.now()
    press?.click()
    while (!document.querySelector('dialog[open]'))
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - began
  }, called)

/** Gives the page's browser a device that keeps passkeys and says yes to each question. */
export async function addPasskeyDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
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
