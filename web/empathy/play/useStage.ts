import { useEffect, useState } from 'react'
import type { SceneComponent, SceneParts } from '../../../scenes/kit/types.ts'
import { loadTexts } from '../../lib/i18n.ts'
import type { Stage } from '../stage/Stage.tsx'
import type { Visit } from '../visit.ts'

export type Staged = { Stage: typeof Stage; Scene: SceneComponent }

/** Fetches what a picture needs. Alone the scene waits meanwhile, where it is: nothing goes by while there is nothing to see. A circle's goes on. */
export function useStage(
  visit: Visit,
  parts: SceneParts,
): { staged: Staged | 'missing' | undefined; retry: () => void } {
  const [staged, setStaged] = useState<Staged | 'missing'>()
  const [attempt, setAttempt] = useState(0)
  const { send } = visit.actions
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a new beginning
  useEffect(() => {
    let ended = false
    const waits = attempt > 0 || visit.state.getState().clock.running
    if (waits) send({ type: 'pause' })
    const { clock } = visit.state.getState()
    setStaged(undefined)
    Promise.all([import('../stage/Stage.tsx'), parts.scene(), loadTexts('stage')]).then(
      ([{ Stage }, Scene]) => {
        if (ended) return
        setStaged({ Stage, Scene })
        // whoever paused it meanwhile, by what they opened or by going to another tab, goes on when they like
        if (waits && visit.state.getState().clock === clock) send({ type: 'resume' })
      },
      () => ended || setStaged('missing'),
    )
    return () => {
      ended = true
    }
  }, [visit, parts, attempt])
  return { staged, retry: () => setAttempt(attempt + 1) }
}
