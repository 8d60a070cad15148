import { useFrame } from '@react-three/fiber'
import { useState } from 'react'
import type { Choice, Language, Moment } from '../../../scenes/kit/types.ts'
import type { Visit } from '../visit.ts'
import type { DwellTargets } from './dwell.ts'
import type { Head } from './head.ts'
import { InFront } from './InFront.tsx'
import { Note } from './Note.tsx'
import { openChoice } from './openChoice.ts'
import { BEFORE } from './reach.ts'
import { Stack } from './Stack.tsx'

type Props = {
  visit: Visit
  moment: { readonly current: Moment }
  language: Language
  contrast: boolean
  dwell: DwellTargets
  head: Head
}

/** The choice that is open now, as large buttons within reach. */
export function Choices({ visit, moment, language, contrast, dwell, head }: Props) {
  const { script, actions, state } = visit
  const [choice, setChoice] = useState<Choice>()
  useFrame(() => {
    const open = openChoice(script, moment.current, state.getState().made)
    if (open !== choice) setChoice(open)
  })
  if (!choice) return null
  return (
    <InFront key={choice.id} head={head} {...BEFORE}>
      <Note
        name="ask"
        lines={[choice.ask[language]]}
        width={0.42}
        height={0.08}
        position={[0, 0.04, 0]}
        contrast={contrast}
      />
      <Stack
        top={-0.01}
        width={0.42}
        contrast={contrast}
        dwell={dwell}
        buttons={choice.options.map(({ id, label, hint }) => ({
          name: `choose ${id}`,
          label: label[language],
          hint: hint?.[language],
          onPress: () => actions.send({ type: 'choose', choice: choice.id, option: id }),
        }))}
      />
    </InFront>
  )
}
