/**
 * For sound that stays until it is closed: a context that its system stops, as iOS does for a phone call, goes on as soon
 * as it may, at the latest when the page is seen or touched again. Returns the context.
 */
export function keepSounding<T extends AudioContext>(context: T, page: EventTarget = document): T {
  const closed = new AbortController()
  const look = () => {
    if (context.state === 'closed') closed.abort()
    else if (context.state !== 'running') void context.resume().catch(() => {})
  }
  context.addEventListener('statechange', look, { signal: closed.signal })
  for (const event of ['visibilitychange', 'pointerdown', 'pointerup', 'keydown'])
    page.addEventListener(event, look, { signal: closed.signal })
  return context
}

/** A context whose sound stays until it is closed; undefined where the browser can make none, as without a device. */
export function openSound(): AudioContext | undefined {
  try {
    return keepSounding(new AudioContext())
  } catch {
    return undefined
  }
}
