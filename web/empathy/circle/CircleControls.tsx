import { useState } from 'react'
import { degrees } from '../stage/angles.ts'
import { DwellDot } from '../stage/DwellDot.tsx'
import { createDwell } from '../stage/dwell.ts'
import type { Head } from '../stage/head.ts'
import { InFront } from '../stage/InFront.tsx'
import { Note } from '../stage/Note.tsx'
import { REACH } from '../stage/reach.ts'
import { Stack } from '../stage/Stack.tsx'
import type { CircleWords } from './words.ts'

type Props = {
  head: Head
  words: CircleWords
  contrast: boolean
  mic: boolean
  /** absent while a facilitator holds the microphone, or where one only listens */
  setMic: ((on: boolean) => void) | undefined
  out: boolean
  setOut: (out: boolean) => void
  centre: boolean
  setCentre: (centre: boolean) => void
  leave: () => void
  /** the circle has a scene open, whose note is on the page */
  sceneOpen: boolean
}

/** What one can do in the circle without taking the headset off: below captions and beside the hearth, so that both stay free. */
export function CircleControls(props: Props) {
  const { head, words, contrast, mic, setMic, out, setOut, centre, setCentre, leave, sceneOpen } = props
  const [dwell] = useState(createDwell)
  const buttons = out
    ? [
        { name: 'back', label: words.back, main: true, onPress: () => setOut(false) },
        { name: 'leave', label: words.leave, onPress: leave },
      ]
    : [
        ...(setMic
          ? [{ name: 'mic', label: mic ? words.mute : words.unmute, onPress: () => setMic(!mic) }]
          : []),
        { name: 'step out', label: words.stepOut, main: true, onPress: () => setOut(true) },
        {
          name: 'centre',
          label: centre ? words.fromSeats : words.toCentre,
          onPress: () => setCentre(!centre),
        },
        { name: 'leave', label: words.leave, onPress: leave },
      ]
  return (
    <>
      <DwellDot head={head} dwell={dwell} wanted={false} />
      <InFront head={head} yaw={out ? 0 : degrees(34)} pitch={degrees(-30)} away={REACH} slack={degrees(25)}>
        <Stack top={0.14} width={out ? 0.3 : 0.24} contrast={contrast} dwell={dwell} buttons={buttons} />
      </InFront>
      {sceneOpen && (
        <InFront head={head} yaw={degrees(-34)} pitch={degrees(-24)} away={REACH} slack={degrees(25)}>
          <Note
            name="scene"
            title={words.scene}
            lines={[words.sceneMore]}
            width={0.44}
            height={0.1}
            position={[0, 0, 0]}
            contrast={contrast}
          />
        </InFront>
      )}
    </>
  )
}
