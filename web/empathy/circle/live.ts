import type { CaptionsState } from '../../captions/captions.ts'
import type { Reading } from '../../captions/reading.ts'
import type { RoomState } from '../../room/state.ts'
import type { Caption } from '../stage/captionReader.ts'
import { markOf } from '../stage/palette.ts'

/** What somebody in the circle says stays before one's eyes for so long after its last word. */
const STAYS_MS = 6000
/** About as long as a letter takes to be said. */
const LETTER_MS = 60

type Options = {
  captions: { state: { getState: () => Pick<CaptionsState, 'segments'> } }
  people: () => RoomState['people']
  /** one's own words too, or only those of others: as one reads them on the page */
  whose: () => Reading['whose']
  /** milliseconds, as the captions count them */
  now: () => number
}

/**
 * What is said in the circle now, as one caption: the same object as long as it is the same, and nothing new in a frame
 * in which nothing was said. A facilitator's words come before a scene's own.
 */
export function createLive({ captions, people, whose, now }: Options): () => Caption | undefined {
  let shown: Caption | undefined
  const you = () => {
    for (const person of people()) if (person.you) return person.identity
  }
  return () => {
    const { segments } = captions.state.getState()
    const without = whose() === 'others' ? you() : undefined
    let last = segments.length - 1
    // one that is empty was taken away
    while (last >= 0 && (!segments[last]?.text || segments[last]?.speaker === without)) last--
    const said = segments[last]
    if (!said || now() - said.at - said.text.length * LETTER_MS > STAYS_MS) return undefined
    if (shown?.key === said.key && shown.text === said.text) return shown
    const first = people().find((p) => p.identity === said.speaker)?.role === 'facilitator'
    shown = { key: said.key, text: said.text, name: said.name, mark: markOf(said.seat), at: undefined, first }
    return shown
  }
}
