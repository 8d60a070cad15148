import { useEffect, useState } from 'react'
import { canEnterHeadset } from './stage/headset.ts'
import type { Mode } from './visit.ts'

/** The mode that is chosen until somebody chooses. */
export function usualMode(drawing: boolean, coarse = matchMedia('(pointer: coarse)').matches): Mode {
  if (!drawing) return 'text'
  return coarse ? 'phone' : 'desktop'
}

/** Whether this browser knows a headset; undefined until it has answered. */
export function useHeadset(): boolean | undefined {
  const [there, setThere] = useState<boolean>()
  useEffect(() => {
    let ended = false
    void canEnterHeadset().then((answer) => ended || setThere(answer))
    return () => {
      ended = true
    }
  }, [])
  return there
}
