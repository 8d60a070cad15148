import { useSyncExternalStore } from 'react'

/** Said words do not stay for those who come by later. */
const FORGET_MS = 10_000

let words = ''
let forget: ReturnType<typeof setTimeout> | undefined
const tell = new Set<() => void>()

/** Says something politely to screen readers; saying the same again is heard again. */
export function announce(text: string): void {
  const show = (next: string) => {
    words = next
    for (const call of tell) call()
  }
  clearTimeout(forget)
  forget = setTimeout(show, FORGET_MS, '')
  show(words === text ? `${text}\u00a0` : text)
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
