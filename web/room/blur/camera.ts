import { type BlurEnd, blursItself, modelMayRun } from './way.ts'

/** A camera whose background is blurred before anybody gets its picture. */
export type BlurredCamera = { track: MediaStreamTrack; stop: () => void }

/** Blur could not begin, and the camera is off. */
export class BlurError extends Error {
  override name = 'BlurError'
}

/** Where blur is worth offering, before any camera runs. */
export function blurOffered(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const renderer = gl ? String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)) : undefined
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return modelMayRun({
    streams: 'MediaStreamTrackProcessor' in globalThis && 'MediaStreamTrackGenerator' in globalThis,
    renderer,
  })
}

/**
 * Opens a camera and gives only its blurred picture. Whatever goes wrong with blur, at the start or later, stops the
 * camera: an unblurred picture never gets out of here. `ended` is called at most once, when the camera is off already.
 * `givenUp` lets go of the camera also while blur is only beginning. Throws what getUserMedia throws, or {@link BlurError}.
 */
export async function openBlurred(
  constraints: MediaTrackConstraints,
  ended: (why: BlurEnd) => void,
  givenUp?: AbortSignal,
): Promise<BlurredCamera> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: constraints })
  const [raw] = stream.getVideoTracks()
  if (!raw) throw new BlurError()
  let over = false
  let release = () => {}
  const stop = () => {
    over = true
    raw.stop()
    release()
  }
  const end = (why: BlurEnd) => {
    if (over) return
    stop()
    ended(why)
  }
  try {
    if (givenUp?.aborted) throw new BlurError()
    givenUp?.addEventListener('abort', stop)
    raw.addEventListener('ended', () => end('broken'))
    const blurred = blursItself(raw.getCapabilities())
      ? await byItself(raw, end)
      : await (await import('./model.ts')).blurByModel(raw, end)
    release = blurred.release
    if (over) throw new BlurError()
    return { track: blurred.track, stop }
  } catch (cause) {
    stop()
    throw new BlurError('blur did not start', { cause })
  }
}

type Blur = MediaTrackConstraints & { backgroundBlur: { exact: boolean } }
type Settings = MediaTrackSettings & { backgroundBlur?: boolean }

/** The camera, the browser or the system blurs: it costs us nothing. The system may end it at any time. */
async function byItself(raw: MediaStreamTrack, ended: (why: BlurEnd) => void) {
  await raw.applyConstraints({ ...raw.getConstraints(), backgroundBlur: { exact: true } } as Blur)
  const check = () => {
    if (!(raw.getSettings() as Settings).backgroundBlur) ended('broken')
  }
  if (!(raw.getSettings() as Settings).backgroundBlur) throw new BlurError()
  raw.addEventListener('configurationchange', check)
  return { track: raw, release: () => raw.removeEventListener('configurationchange', check) }
}
