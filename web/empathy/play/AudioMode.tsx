import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { beforeQuickExit } from '../../lib/quickExit.ts'
import { Switch } from '../../ui/Switch.tsx'
import { changeComfort, comfort, useStill } from '../comfort.ts'
import { createNarration, type Narration } from '../narration.ts'
import { createNarrator, useVoice } from '../narrator.ts'
import { useSeen } from '../useSeen.ts'
import type { Visit } from '../visit.ts'
import { beatNames, useWords } from '../words.ts'
import { Captions } from './Captions.tsx'
import { Choices } from './Choices.tsx'
import styles from './Play.module.css'
import { Transport } from './Transport.tsx'

/** The scene by ear: its sound, what there is to see described, every line as a caption and, where the device has a voice, read aloud. */
export function AudioMode({ visit }: { visit: Visit }) {
  const { t } = useLingui()
  const { say, language } = useWords()
  const seen = useSeen(visit, useStill())
  const running = useStore(visit.state, (state) => state.clock.running)
  const { aloud, quiet } = useStore(comfort)
  const voice = useVoice(language)
  // a voice that reads to its end would have the scene wait, and a circle's does not
  const narration = useNarration(visit, aloud && !visit.led ? voice : undefined)
  const playing = running || narration.held
  const toggle = () =>
    narration.now
      ? narration.now.actions.toggle()
      : visit.actions.send({ type: running ? 'pause' : 'resume' })
  return (
    <div className={styles.audio}>
      <section className={styles.scene} aria-labelledby="beat">
        <h2 id="beat">{t(beatNames[seen.beat.kind](visit.manifest.who.name))}</h2>
        <p aria-live={narration.now ? 'off' : 'polite'} className={styles.described}>
          {seen.script && say(seen.script.describe)}
        </p>
      </section>
      <Captions visit={visit} seen={seen} spoken={narration.now !== undefined} />
      {seen.choice && <Choices choice={seen.choice} made={seen.made} visit={visit} timed />}
      <Transport
        visit={visit}
        seen={seen}
        playing={playing}
        toggle={toggle}
        moved={() => narration.now?.actions.hush()}
      />
      <div className={styles.switches}>
        {voice && !visit.led && (
          <Switch
            label={t`Read aloud by this device`}
            on={aloud}
            set={(on) => changeComfort({ aloud: on })}
          />
        )}
        <Switch label={t`No sound`} on={quiet} set={(on) => changeComfort({ quiet: on })} />
        <Switch
          label={t`The same in both ears`}
          on={useStore(comfort, (now) => now.mono)}
          set={(on) => changeComfort({ mono: on })}
        />
      </div>
      {!voice && (
        <p className="soft">
          <Trans>
            This device has no voice of its own in this language, and a voice from elsewhere would hear along.
            A screen reader reads the descriptions and captions as they come.
          </Trans>
        </p>
      )}
    </div>
  )
}

function useNarration(
  visit: Visit,
  voice: SpeechSynthesisVoice | undefined,
): { now: Narration | undefined; held: boolean } {
  const { language } = useWords()
  const [now, setNow] = useState<Narration>()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!voice) return
    const made = createNarration({
      visit,
      narrator: createNarrator(speechSynthesis, voice, () => Math.max(comfort.getState().volume, 0.2)),
      language,
      soundsToo: () => comfort.getState().quiet,
    })
    const undo = [made.state.subscribe((state) => setHeld(state.held)), beforeQuickExit(() => made.close())]
    setNow(made)
    return () => {
      for (const one of undo) one()
      made.close()
      setNow(undefined)
      setHeld(false)
    }
  }, [visit, voice, language])
  return { now, held }
}
