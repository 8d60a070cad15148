import { BackgroundTransformer, ProcessorWrapper } from '@livekit/track-processors'
import type { Track } from 'livekit-client'
import { type BlurEnd, createBlurJudge } from './way.ts'

/** The build puts the model and its program here (`vite.config.ts`): nothing is fetched from another host. */
const ASSETS = '/blur'
const RADIUS = 24
const LOOK_EVERY_MS = 500
const FIRST_PICTURE_MS = 20_000

/**
 * The library's blur, made to fail closed. By itself it hands on the camera's own picture as the first one, while it
 * has no mask yet, and while it ends.
 */
class OnlyBlurred extends BackgroundTransformer {
  override async transform(frame: VideoFrame, controller: TransformStreamDefaultController<VideoFrame>) {
    this.isFirstFrame = false
    const guard = {
      enqueue: (out: VideoFrame) => {
        const masked = this.segmentationResults?.categoryMask !== undefined
        if (out !== frame && masked && !this.isDisabled) controller.enqueue(out)
        else out.close()
      },
    }
    await super.transform(frame, guard as TransformStreamDefaultController<VideoFrame>)
  }
}

/** How many pictures the camera has given so far; where the browser does not count them, how many it should have. */
function countGiven(raw: MediaStreamTrack, start: number): (now: number) => number {
  const { frameRate = 24 } = raw.getSettings()
  return (now) =>
    (raw as { stats?: { totalFrames?: number } }).stats?.totalFrames ?? ((now - start) * frameRate) / 1000
}

/** Blurs what is behind the person in a camera's pictures. Resolves with the first picture; throws when none comes. */
export async function blurByModel(raw: MediaStreamTrack, ended: (why: BlurEnd) => void) {
  let shown = () => {}
  const first = new Promise<void>((resolve) => {
    shown = resolve
  })
  const transformer = new OnlyBlurred({
    blurRadius: RADIUS,
    assetPaths: { tasksVisionFileSet: ASSETS, modelAssetPath: `${ASSETS}/selfie_segmentation.tflite` },
    onFrameProcessed: () => shown(),
  })
  const wrapper = new ProcessorWrapper(transformer, 'blur')
  const element = document.createElement('video')
  await wrapper.init({ kind: 'video' as Track.Kind.Video, track: raw, element })
  const track = wrapper.processedTrack
  try {
    if (!track || track === raw) throw new Error('blur gave no picture')
    await within(FIRST_PICTURE_MS, first)
  } catch (cause) {
    void wrapper.destroy()
    throw cause
  }
  const start = performance.now()
  const judge = createBlurJudge(start)
  const given = countGiven(raw, start)
  shown = () => judge.frame(performance.now())
  const timer = setInterval(() => {
    const now = performance.now()
    if (document.hidden) return judge.rest(now)
    const why = judge.tick(now, given(now))
    if (why) ended(why)
  }, LOOK_EVERY_MS)
  return {
    track,
    release() {
      clearInterval(timer)
      void wrapper.destroy()
    },
  }
}

const within = <T>(ms: number, promise: Promise<T>): Promise<T> =>
  Promise.race([promise, new Promise<never>((_, reject) => setTimeout(reject, ms, new Error('too late')))])
