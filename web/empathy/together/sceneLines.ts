import { beatAt, type Cue, cueAt, cuesOf, settledChoices, tAt } from '../../../scenes/kit/timeline.ts'
import type { Language, Manifest, Script } from '../../../scenes/kit/types.ts'
import { personOf } from '../../../scenes/kit/voices.ts'
import type { SceneView } from '../../../server/rooms/contract.ts'
import type { SceneLine } from '../../captions/captions.ts'

type Of = { manifest: Manifest; script: Script }

/**
 * The caption that stands in the circle's scene at `now` (epoch milliseconds of the server). Where it depends on a choice, it is
 * as for who chooses nothing: what somebody chooses stays on the device on which they chose. Pure.
 */
export function cueNow(
  { stage, clock }: Pick<SceneView, 'stage' | 'clock'>,
  { manifest, script }: Of,
  now: number,
): Cue | undefined {
  if (stage !== 'playing') return undefined
  const t = tAt(clock, now, manifest.beats)
  const { beat, into } = beatAt(manifest.beats, t)
  return cueAt(cuesOf(script, beat.id, settledChoices(manifest, script, {}, t)), into)
}

/** A caption of a scene as a line among what is said; a sound is said by the scene itself. */
export function lineOf(
  { key, line }: Cue,
  { manifest, script }: Of,
  opened: number,
  language: Language,
): SceneLine {
  const voice = line.who === null ? undefined : script.voices[line.who]
  const people = Object.keys(script.voices).length
  return {
    id: `${opened}/${key}`,
    speaker: voice ? (line.who ?? '') : '',
    name: (voice?.name ?? manifest.title)[language],
    seat: voice ? personOf(script, line.who ?? '') : people,
    text: line[language],
    language,
  }
}
