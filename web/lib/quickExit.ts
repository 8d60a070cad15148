import type { QueryClient } from '@tanstack/react-query'

const WITHIN_MS = 1500
const TIMES = 3

/** Counts presses: true when this one is the third within 1.5 seconds. Times in milliseconds. */
export function createPressCounter(within = WITHIN_MS, times = TIMES): (now: number) => boolean {
  let presses: number[] = []
  return (now) => {
    presses = [...presses.filter((at) => now - at < within), now]
    return presses.length >= times
  }
}

let queriesToClear: QueryClient | undefined

/** Clears the screen at once, forgets what was read, and replaces this page in the history by an empty one. */
export function quickExit(): void {
  document.documentElement.hidden = true
  queriesToClear?.clear()
  location.replace('/quick-exit.html')
}

/** Esc three times leaves quickly, also when the first closed a dialog: it listens before anything else does. */
export function watchForQuickExit(queries: QueryClient): void {
  queriesToClear = queries
  const pressed = createPressCounter()
  window.addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && !event.repeat && pressed(event.timeStamp) && quickExit(),
    { capture: true },
  )
}
