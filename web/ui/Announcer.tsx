import { useSyncExternalStore } from 'react'

let words = ''
const tell = new Set<() => void>()

/** Says something politely to screen readers; saying the same again is heard again. */
export function announce(text: string): void {
  words = words === text ? `${text}\u00a0` : text
  for (const call of tell) call()
}

const subscribe = (call: () => void) => {
  tell.add(call)
  return () => void tell.delete(call)
}

/** The one live region of the page. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => words)
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {text}
    </div>
  )
}
