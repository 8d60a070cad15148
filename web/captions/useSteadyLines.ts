import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * For text that grows at its end: lines go up and never down again, as a word that is taken back leaves its line where it
 * was. `changed` comes with each change of the words, `anew` with what makes the lines begin anew.
 */
export function useSteadyLines(changed: unknown, anew: readonly unknown[], toEnd: () => void) {
  const text = useRef<HTMLDivElement>(null)
  const hold = useCallback((begin: boolean) => {
    if (!text.current) return
    if (begin) text.current.style.minHeight = ''
    text.current.style.minHeight = `${text.current.offsetHeight}px`
  }, [])
  const end = useRef(toEnd)
  end.current = toEnd
  useLayoutEffect(() => {
    hold(true)
    end.current()
  }, [hold, ...anew])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change of the words
  useLayoutEffect(() => {
    hold(false)
    end.current()
  }, [hold, changed])
  useLayoutEffect(() => {
    const around = text.current?.parentElement
    if (!around) return
    const observer = new ResizeObserver(() => {
      hold(true)
      end.current()
    })
    observer.observe(around)
    return () => observer.disconnect()
  }, [hold])
  return text
}
