/** What a browser says of itself, as far as blur goes. */
export type BlurFacts = {
  /** it can take a camera's pictures one by one and hand on others (MediaStreamTrackProcessor and -Generator) */
  streams: boolean
  /** name of the graphics hardware that WebGL 2 draws with; undefined without WebGL 2 */
  renderer: string | undefined
}

/** WebGL that the processor draws instead of graphics hardware: far too slow for a picture 15 times a second. */
const DRAWN_BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i

/** Whether blur by our own model is worth offering here. What it really does is measured once it runs. */
export const modelMayRun = ({ streams, renderer }: BlurFacts): boolean =>
  streams && renderer !== undefined && !DRAWN_BY_PROCESSOR.test(renderer)

/** Whether the camera, the browser or the system can blur by itself, by the track's capabilities. */
export const blursItself = (capabilities: { backgroundBlur?: readonly boolean[] } | undefined): boolean =>
  capabilities?.backgroundBlur?.includes(true) ?? false

/** Why blur ended by itself: it could not keep up, or it broke. */
export type BlurEnd = 'slow' | 'broken'

const LEAST_FPS = 15
/** Fewer of the camera's pictures than this come out: it is blur that is slow, not a camera in the dark. */
const LEAST_SHARE = 0.6
/** The first pictures wait for programs to be compiled: they do not count. */
const WARM_UP_MS = 2000
const WINDOW_MS = 3000
/** No picture for so long while the camera runs: it broke. */
const SILENT_MS = 5000

/**
 * Judges whether blur keeps up, from its first picture at `start`. `frame` is told of each picture that went out; `tick`
 * asks now and then, with how many the camera has given so far.
 */
export function createBlurJudge(start: number) {
  let warm = start + WARM_UP_MS
  let last = start
  let opened: { at: number; given: number } | undefined
  let frames = 0
  return {
    frame(now: number): void {
      last = now
      frames++
    },
    tick(now: number, given: number): BlurEnd | undefined {
      if (now - last > SILENT_MS) return 'broken'
      if (now < warm) return undefined
      const since = opened
      if (since && now - since.at < WINDOW_MS) return undefined
      const out = frames
      opened = { at: now, given }
      frames = 0
      if (!since) return undefined
      const fps = (out * 1000) / (now - since.at)
      return fps < LEAST_FPS && out < LEAST_SHARE * (given - since.given) ? 'slow' : undefined
    },
    /** Begins again: the page was hidden, and browsers give hidden pages little time. */
    rest(now: number): void {
      warm = now + WARM_UP_MS
      last = now
      opened = undefined
    },
  }
}
