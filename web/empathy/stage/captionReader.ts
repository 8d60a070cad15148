import { type Cue, cuesOf } from '../../../scenes/kit/timeline.ts'
import type { Language, Made, Moment, Place, Script } from '../../../scenes/kit/types.ts'
import { personOf } from '../../../scenes/kit/voices.ts'
import { type Mark, markOf } from './palette.ts'

/** A caption as it is shown: who says it, with their mark; a sound has neither. */
export type Caption = {
  key: string
  text: string
  name: string | undefined
  mark: Mark | undefined
  at: Place | undefined
  /** comes before what the scene says: somebody who looks after the circle speaks */
  first?: boolean
}

/** One queue: who looks after the circle, then the scene, then everybody else. */
export const nextOf = (scripted: Caption | undefined, live: Caption | undefined): Caption | undefined =>
  live?.first ? live : (scripted ?? live)

/** Says which caption stands at a moment: the same object as long as it is the same caption. */
export function createCaptionReader(script: Script, language: Language) {
  let beat: string | undefined
  let made: Made | undefined
  let cues: readonly Cue[] = []
  let cue: Cue | undefined
  let caption: Caption | undefined
  const captionOf = ({ key, line }: Cue): Caption => {
    const voice = line.who === null ? undefined : script.voices[line.who]
    return {
      key,
      text: line[language],
      name: voice?.name[language],
      mark: voice && line.who !== null ? markOf(personOf(script, line.who)) : undefined,
      at: voice?.at,
    }
  }
  return function read(moment: Moment): Caption | undefined {
    if (moment.beat.id !== beat || moment.made !== made) {
      beat = moment.beat.id
      made = moment.made
      cues = cuesOf(script, beat, made)
    }
    let found: Cue | undefined
    for (let i = 0; i < cues.length; i++) {
      const one = cues[i]
      if (one && moment.into >= one.at && moment.into < one.at + one.seconds) found = one
    }
    if (found?.key !== cue?.key) {
      cue = found
      caption = found && captionOf(found)
    }
    return caption
  }
}
