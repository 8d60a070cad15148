import type { QueryClient } from '@tanstack/react-query'

const WITHIN_MS = 1500
const TIMES = 3
const PAGE = '/quick-exit.html'
const LEFT = 'left-quickly'

/** Counts presses: true when this one is the third within 1.5 seconds. Times in milliseconds. */
export function createPressCounter(within = WITHIN_MS, times = TIMES): (now: number) => boolean {
  let presses: number[] = []
  return (now) => {
    presses = [...presses.filter((at) => now - at < within), now]
    return presses.length >= times
  }
}

/** this very page was left quickly */
let left = false
let queriesToClear: QueryClient | undefined
const endings = new Set<() => void>()

/**
 * Has something end at once when somebody leaves quickly, since the empty page may be long on its way; and when they sign
 * out. Returns the undo.
 */
export function beforeQuickExit(end: () => void): () => void {
  endings.add(end)
  return () => void endings.delete(end)
}

/** Ends what belongs to who is here now, and forgets what this tab keeps of anybody. */
export function forgetTab(): void {
  for (const end of endings) end()
  try {
    sessionStorage.clear()
  } catch {
    // a browser that keeps nothing
  }
}

/** Clears the screen at once, forgets what was read and what this tab keeps, and puts an empty page in the place of this one. */
export function quickExit(): void {
  left = true
  document.documentElement.hidden = true
  document.title = 'New tab'
  forgetTab()
  queriesToClear?.clear()
  try {
    sessionStorage.setItem(LEFT, '1')
  } catch {
    // a browser that keeps nothing: only this page of the history is replaced
  }
  // without a network the browser would say so in our name
  location.replace(navigator.onLine ? PAGE : 'about:blank')
}

const hasLeft = (): boolean => {
  try {
    return left || sessionStorage.getItem(LEFT) !== null
  } catch {
    return left
  }
}

/** How this page came to be loaded: somebody pressed Back or Forward, or went to it. */
const cameBack = () =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type ===
  'back_forward'

/**
 * Earlier pages of this tab's history are still there after a quick exit, and no page may remove them: whoever presses
 * Back then comes to the empty page again. Opening the address anew, or a reload, is a wish to be here. True when this
 * page is being left for that.
 */
export function stayAway(): boolean {
  if (!hasLeft()) return false
  if (!cameBack()) {
    sessionStorage.removeItem(LEFT)
    return false
  }
  location.replace(PAGE)
  return true
}

/**
 * Esc three times leaves quickly, also when the first closed a dialog: it listens before anything else does. A page that the
 * browser kept whole, and brings back without loading it, is left once more.
 */
export function watchForQuickExit(queries: QueryClient): void {
  queriesToClear = queries
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || !hasLeft()) return
    document.documentElement.hidden = true
    location.replace(PAGE)
  })
  const pressed = createPressCounter()
  window.addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && !event.repeat && pressed(event.timeStamp) && quickExit(),
    { capture: true },
  )
}
