import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { steadyNow } from '../lib/steadyNow.ts'
import type { Captions } from './captions.ts'
import type { Segment } from './segments.ts'

/** Others read about three words a second; nobody's turn is over in less than three seconds. */
const turnMs = ({ text }: Segment) => Math.min(10_000, Math.max(3000, text.split(' ').length * 350))
/** No more people than this type in the same moment. */
const LAST = 8

/** Who speaks by typing now, for as long as it takes to read: LiveKit identities. It counts as their turn, as a voice does. */
export function useTypedTurns(captions: Captions): readonly string[] {
  const segments = useStore(captions.state, (state) => state.segments)
  const [passed, setPassed] = useState(0)
  const last = segments.slice(-LAST).filter((one) => one.kind === 'typed')
  const now = Math.max(passed, segments.at(-1)?.at ?? 0)
  const going = last.filter((one) => one.at + turnMs(one) > now)
  const first = Math.min(...going.map((one) => one.at + turnMs(one)))
  useEffect(() => {
    if (!Number.isFinite(first)) return
    const timer = setTimeout(() => setPassed(first), first - steadyNow())
    return () => clearTimeout(timer)
  }, [first])
  return [...new Set(going.map((one) => one.speaker))]
}
