import { useState } from 'react'
import { useStore } from 'zustand'
import type { Language, Moment } from '../../../scenes/kit/types.ts'
import type { Visit } from '../visit.ts'
import { degrees } from './angles.ts'
import { CalmPanel } from './CalmPanel.tsx'
import { Captions } from './Captions.tsx'
import { Choices } from './Choices.tsx'
import type { Caption } from './captionReader.ts'
import { DwellDot } from './DwellDot.tsx'
import { createDwell } from './dwell.ts'
import { Holding } from './Holding.tsx'
import type { Head } from './head.ts'
import { InFront } from './InFront.tsx'
import { Note } from './Note.tsx'
import { PressButton } from './PressButton.tsx'
import { BEFORE, REACH } from './reach.ts'
import { Stack } from './Stack.tsx'
import type { StageSettings } from './settings.ts'
import { WaysOut } from './WaysOut.tsx'
import type { StageWords } from './words.ts'

type Props = {
  visit: Visit
  moment: { readonly current: Moment }
  language: Language
  words: StageWords
  live: (() => Caption | undefined) | undefined
  settings: StageSettings
  head: Head
  /** what is seen behind all this now */
  place: 'scene' | 'calm'
  help: readonly string[]
  leave: () => void
}

/** Everything in the headset that is the host's: captions, choices, pause, the calm room's words, and every way out. */
export function HeadsetUi(props: Props) {
  const { visit, moment, language, words, live, settings, head, place, help, leave } = props
  const { contrast } = settings
  const phase = useStore(visit.state, (state) => state.phase)
  const running = useStore(visit.state, (state) => state.clock.running)
  const calm = useStore(visit.state, (state) => state.calm)
  const [dwell] = useState(createDwell)
  const [holding, setHolding] = useState(false)
  const { send } = visit.actions
  const exit = () => send({ type: 'exit' })
  const inScene = place === 'scene' && phase === 'scene'
  return (
    <>
      <WaysOut onExit={exit} onHolding={setHolding} />
      <DwellDot head={head} dwell={dwell} wanted={settings.dwell} />
      {inScene && (
        <Captions
          script={visit.script}
          language={language}
          moment={moment}
          live={live}
          head={head}
          settings={settings}
        />
      )}
      {inScene && running && !calm && (
        <Choices
          visit={visit}
          moment={moment}
          language={language}
          contrast={contrast}
          dwell={dwell}
          head={head}
        />
      )}
      {inScene && !running && !calm && (
        <InFront head={head} {...BEFORE}>
          <Note
            name="paused"
            title={visit.led ? words.pausedForAll : words.paused}
            lines={[visit.led ? words.pausedForAllMore : words.pausedMore]}
            width={0.4}
            height={0.14}
            position={[0, 0.05, 0]}
            contrast={contrast}
          />
          {!visit.led && (
            <Stack
              top={-0.03}
              width={0.3}
              contrast={contrast}
              dwell={dwell}
              buttons={[
                { name: 'go on', label: words.goOn, main: true, onPress: () => send({ type: 'resume' }) },
              ]}
            />
          )}
        </InFront>
      )}
      {holding && <Holding words={words.keepHolding} head={head} contrast={contrast} />}
      {place === 'scene' ? (
        <InFront head={head} yaw={degrees(32)} pitch={degrees(-30)} away={REACH} slack={degrees(25)}>
          <PressButton
            name="step out"
            label={words.stepOut}
            width={0.18}
            angle={0}
            contrast={contrast}
            dwell={dwell}
            onPress={exit}
          />
        </InFront>
      ) : (
        <CalmPanel
          words={words}
          title={
            calm ? words.calm : phase === 'scene' ? words.calm : pastScene(phase) ? words.over : words.before
          }
          more={
            calm
              ? visit.led
                ? words.calmTogether
                : words.calmMore
              : pastScene(phase)
                ? words.overMore
                : words.beforeMore
          }
          help={calm ? help : []}
          grounding={calm || pastScene(phase)}
          head={head}
          contrast={contrast}
          dwell={dwell}
          back={calm && !pastScene(phase) ? () => send({ type: 'come_back' }) : undefined}
          leave={leave}
        />
      )}
    </>
  )
}

const pastScene = (phase: string) => !['notes', 'before', 'imagine', 'scene'].includes(phase)
