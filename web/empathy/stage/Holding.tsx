import { degrees } from './angles.ts'
import { WITH_HEAD } from './follow.ts'
import type { Head } from './head.ts'
import { InFront } from './InFront.tsx'
import { Note } from './Note.tsx'

/** Said while a hand begins to hold on: what comes of it, before it comes. */
export const Holding = ({ words, head, contrast }: { words: string; head: Head; contrast: boolean }) => (
  <InFront head={head} pitch={degrees(-2)} away={0.8} slack={degrees(3)} nods={WITH_HEAD}>
    <Note name="holding" lines={[words]} width={0.3} height={0.06} position={[0, 0, 0]} contrast={contrast} />
  </InFront>
)
