import type { Page } from 'playwright-core'

/** Milliseconds after the press at which each step was first reached. */
export type Steps = Record<'socket' | 'track' | 'frame', number>

/**
 * Notes in every page of ours and of others alike: the last press, the first open signalling socket, the first remote
 * track, and the first frame of another's picture that was decoded and given to the screen.
 */
function noteSteps(): void {
  const seen: Partial<Record<'press' | keyof Steps, number>> = {}
  const note = (step: keyof Steps) => {
    seen[step] ??= performance.now()
  }
  Object.assign(window, { seen })
  const pressed = (event: Event) => {
    seen.press = event.timeStamp
  }
  addEventListener('click', pressed, { capture: true })
  window.WebSocket = class extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args)
      this.addEventListener('open', () => note('socket'))
    }
  }
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      this.addEventListener('track', ({ track }) => track.kind === 'video' && note('track'))
    }
  }
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        const videos = node instanceof HTMLVideoElement ? [node] : node.querySelectorAll('video')
        for (const video of videos) video.requestVideoFrameCallback(() => note('frame'))
      }
  }).observe(document, { subtree: true, childList: true })
}

export const watchSteps = (page: Page): Promise<unknown> => page.addInitScript(noteSteps)

/** Waits until nothing was fetched for half a second, as when somebody looks before they press. */
export const untilQuiet = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const fetched = () => performance.getEntriesByType('resource').length
    for (let before = -1; before !== fetched(); ) {
      before = fetched()
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })

type Noting = Window & { seen?: Record<string, number> }

/** Waits for the first frame; the page's own picture must be off. */
export async function stepsUpToFirstFrame(page: Page): Promise<Steps> {
  const seen = await page.waitForFunction(() => {
    const { seen } = window as Noting
    return seen?.frame === undefined ? undefined : seen
  })
  const at = (await seen.jsonValue()) ?? {}
  const since = (step: string) => (at[step] ?? Number.NaN) - (at.press ?? Number.NaN)
  return { socket: since('socket'), track: since('track'), frame: since('frame') }
}
