import { useFrame } from '@react-three/fiber'
import { type ReactNode, useState } from 'react'
import { degrees } from './angles.ts'
import { type Breath, breathAt } from './breathing.ts'
import type { DwellTargets } from './dwell.ts'
import type { Head } from './head.ts'
import { InFront } from './InFront.tsx'
import { Note } from './Note.tsx'
import { REACH } from './reach.ts'
import { Stack } from './Stack.tsx'
import type { StageWords } from './words.ts'

type Props = {
  words: StageWords
  title: string
  more: string
  help: readonly string[]
  /** also how to come back into one’s own room */
  grounding: boolean
  head: Head
  contrast: boolean
  dwell: DwellTargets
  /** back into the scene; none when it is over, or has not begun */
  back: (() => void) | undefined
  leave: () => void
}

/** As high as four ways in two lines each; what needs less stands at its foot. */
const BESIDE = { width: 0.36, height: 0.3, position: [0, 0.03, 0] as [number, number, number] }

/** To the side of what stands in the middle, by so many degrees to the left. */
const Beside = ({ yaw, head, children }: { yaw: number; head: Head; children: ReactNode }) => (
  <InFront head={head} yaw={degrees(yaw)} pitch={degrees(-10)} away={1.3} slack={degrees(40)}>
    <object3D scale={1.8}>{children}</object3D>
  </InFront>
)

/** The calm room's words in the headset: how to breathe and to come back, who helps, and the two ways on. */
export function CalmPanel({
  words,
  title,
  more,
  help,
  grounding,
  head,
  contrast,
  dwell,
  back,
  leave,
}: Props) {
  const [breath, setBreath] = useState<Breath>(() => breathAt(performance.now() / 1000))
  useFrame(() => {
    const now = breathAt(performance.now() / 1000)
    if (now !== breath) setBreath(now)
  })
  const buttons = [
    ...(back ? [{ name: 'back', label: words.back, main: true, onPress: back }] : []),
    { name: 'leave', label: words.leave, main: !back, onPress: leave },
  ]
  return (
    <>
      <InFront head={head} pitch={degrees(9)} away={1.5} slack={degrees(40)}>
        <object3D scale={2.3}>
          <Note
            name="calm words"
            title={breath === 'in' ? words.breatheIn : words.breatheOut}
            lines={[title, more]}
            width={0.5}
            height={0.13}
            position={[0, 0, 0]}
            contrast={contrast}
          />
        </object3D>
      </InFront>
      <InFront head={head} pitch={degrees(-27)} away={REACH} slack={degrees(40)}>
        <Stack top={0.05} width={0.36} contrast={contrast} dwell={dwell} buttons={buttons} />
      </InFront>
      {grounding && (
        <Beside yaw={30} head={head}>
          <Note
            name="grounding"
            title={words.grounding}
            lines={words.groundingMore}
            {...BESIDE}
            contrast={contrast}
          />
        </Beside>
      )}
      {help.length > 0 && (
        <Beside yaw={-30} head={head}>
          <Note name="help" lines={help} {...BESIDE} contrast={contrast} />
        </Beside>
      )}
    </>
  )
}
