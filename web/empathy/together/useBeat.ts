import { useEffect, useState } from 'react'
import { beatAt, tAt } from '../../../scenes/kit/timeline.ts'
import type { Beat, Manifest } from '../../../scenes/kit/types.ts'
import type { SceneView } from '../../../server/rooms/contract.ts'

const LOOK_MS = 250

export type BeatNow = { beat: Beat; index: number; into: number }

/** Where the circle's scene is, in whole seconds of its beat. */
export function useBeat({ clock }: SceneView, { beats }: Manifest, now: () => number): BeatNow {
  const at = () => {
    const found = beatAt(beats, tAt(clock, now(), beats))
    return { ...found, into: Math.floor(found.into) }
  }
  const [seen, see] = useState(at)
  useEffect(() => {
    const look = () =>
      see((before) => {
        const next = at()
        return before.beat === next.beat && before.into === next.into ? before : next
      })
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  })
  return seen
}
