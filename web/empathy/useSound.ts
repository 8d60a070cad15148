import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SceneParts } from '../../scenes/kit/types.ts'
import { openSound } from '../lib/keepSounding.ts'
import { beforeQuickExit } from '../lib/quickExit.ts'
import { comfort, useStill } from './comfort.ts'
import { createSoundscape, type Soundscape } from './sound.ts'
import type { Visit } from './visit.ts'

const FADE_MS = 300

/** `none`: there is nothing to hear it with, or the browser allows none · `missing`: it could not be fetched */
export type Heard = 'on its way' | 'playing' | 'none' | 'missing'

/** The scene's sound while it plays. Silent in the calm room, in a pause, with the headset off, and as soon as one leaves. */
export function useSound(
  visit: Visit,
  parts: SceneParts,
): { heard: Heard; retry: () => void; face: Soundscape['face'] } {
  const still = useStill()
  const { phase, calm, away, mode } = useStore(visit.state)
  const { mono, quiet, volume } = useStore(comfort)
  const [heard, setHeard] = useState<Heard>('on its way')
  const [attempt, setAttempt] = useState(0)
  const scape = useRef<Soundscape>(undefined)
  const quieted = useRef({ mono, quiet, volume })
  quieted.current = { mono, quiet, volume }
  const wanted = phase === 'scene' && mode !== 'text'

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a new beginning
  useEffect(() => {
    if (!wanted) return
    let ended = false
    let context: AudioContext | undefined
    setHeard('on its way')
    const end = () => {
      ended = true
      scape.current?.close()
      scape.current = undefined
      void context?.close().catch(() => {})
    }
    const undo = beforeQuickExit(end)
    const begin = async () => {
      const sound = await parts.sound().catch(() => undefined)
      if (ended) return
      if (!sound) return setHeard('missing')
      context = openSound()
      if (!context) return setHeard('none')
      const made = createSoundscape({
        context,
        sound,
        moment: () => visit.moment(still),
        running: () => {
          const now = visit.state.getState()
          return now.phase === 'scene' && !now.calm && !now.away && now.clock.running
        },
      })
      made.set(quieted.current)
      scape.current = made
      const there = await made.resume()
      if (!ended) setHeard(there ? 'playing' : 'none')
    }
    void begin()
    return () => {
      undo()
      end()
    }
  }, [visit, parts, wanted, still, attempt])

  useEffect(() => {
    scape.current?.set({ mono, quiet, volume })
  }, [mono, quiet, volume])
  useEffect(() => {
    if (calm || away) scape.current?.fadeOut(FADE_MS)
  }, [calm, away])

  const face = useCallback<Soundscape['face']>((x, y, z) => scape.current?.face(x, y, z), [])
  return {
    heard,
    retry: () => setAttempt((n) => n + 1),
    face,
  }
}
