import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Captions } from './captions.ts'
import { reading } from './reading.ts'
import type { Segment } from './segments.ts'

/** The segments as this person wants to read them: with or without their own, and after the wait they chose. */
export function useShown(captions: Captions, you: string | undefined): readonly Segment[] {
  const segments = useStore(captions.state, (state) => state.segments)
  const { whose, delay } = useStore(reading)
  const shown = useDelayed(segments, delay * 1000)
  return whose === 'others' ? shown.filter((segment) => segment.speaker !== you) : shown
}

/** A value as it was so many milliseconds ago. */
function useDelayed<T>(value: T, ms: number): T {
  const [old, setOld] = useState(value)
  const waiting = useRef(new Set<ReturnType<typeof setTimeout>>())
  // what is there when one begins to wait, or waits otherwise, stays: nothing older comes back
  // biome-ignore lint/correctness/useExhaustiveDependencies: not with each value
  useLayoutEffect(() => {
    forget(waiting.current)
    setOld(() => value)
  }, [ms])
  useEffect(() => {
    if (ms === 0) return
    // each waits for itself: a newer one does not end its wait
    const timer = setTimeout(() => {
      waiting.current.delete(timer)
      setOld(() => value)
    }, ms)
    waiting.current.add(timer)
  }, [value, ms])
  useEffect(() => {
    const all = waiting.current
    return () => forget(all)
  }, [])
  return ms === 0 ? value : old
}

function forget(timers: Set<ReturnType<typeof setTimeout>>): void {
  for (const timer of timers) clearTimeout(timer)
  timers.clear()
}
