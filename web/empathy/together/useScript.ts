import { useEffect, useState } from 'react'
import type { SceneParts, Script } from '../../../scenes/kit/types.ts'
import { load } from '../../../scenes/load.ts'

export const partsOf = (id: string): SceneParts | undefined => (load as Record<string, SceneParts>)[id]

/** A scene's words, fetched while its note is read. */
export function useScript(id: string | undefined): Script | undefined {
  const [script, setScript] = useState<Script>()
  useEffect(() => {
    let ended = false
    setScript(undefined)
    partsOf(id ?? '')
      ?.script()
      .then(
        (loaded) => void (ended || setScript(loaded)),
        // without them one stays in the ring, where the facilitator is heard
        () => {},
      )
    return () => {
      ended = true
    }
  }, [id])
  return script
}
