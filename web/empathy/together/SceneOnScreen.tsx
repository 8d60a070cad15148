import { Trans } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { Captions } from '../../captions/captions.ts'
import type { RoomState } from '../../room/state.ts'
import { useWords } from '../words.ts'
import { openIn } from './open.ts'
import { cueNow, lineOf } from './sceneLines.ts'
import { useRoomClock } from './useRoomClock.ts'
import { useScript } from './useScript.ts'

const LOOK_MS = 150

type Props = { state: RoomState; captions: Captions }

/** The circle's scene on a second screen: its captions among what is said, while the screen's person is in it. */
export function SceneOnScreen({ state, captions }: Props) {
  const { say, language } = useWords()
  const open = openIn(state)
  const clock = useRoomClock(0)
  const script = useScript(open?.scene.id)
  const { scene, manifest } = open ?? {}
  const inside = scene?.stage === 'playing' && scene.out.length === 0
  useEffect(() => {
    if (!inside || !manifest || !script) return
    const of = { manifest, script }
    const look = () => {
      // a device whose own clock is wrong would begin at the wrong place
      const cue = clock.known() ? cueNow(scene, of, clock.now()) : undefined
      if (cue) captions.actions.narrate(lineOf(cue, of, scene.opened, language))
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [inside, scene, manifest, script, clock, captions, language])
  if (!scene || !manifest) return null
  const title = say(manifest.title)
  return (
    <div role="status">
      {scene.stage === 'playing' && (
        <p className="soft">
          {inside ? (
            <Trans>
              The circle is in “{title}”. What is said in it comes here too, as for who chooses nothing.
            </Trans>
          ) : (
            <Trans>
              The circle is in “{title}”. What is said in it comes here once the person this screen belongs to
              comes along.
            </Trans>
          )}
        </p>
      )}
    </div>
  )
}
