import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useEffect, useRef, useState } from 'react'
import { createCaptions } from '../captions/captions.ts'
import { CaptionLog } from '../captions/panel/CaptionLog.tsx'
import { Missing } from '../captions/panel/Missing.tsx'
import { ReadingFields } from '../captions/panel/ReadingFields.tsx'
import { TranslationField } from '../captions/panel/TranslationField.tsx'
import { rememberedTranslation } from '../captions/settings.ts'
import { noSpeech } from '../captions/speech.ts'
import { translationHere } from '../captions/translation/here.ts'
import { SceneOnScreen } from '../empathy/together/doors.ts'
import { api } from '../lib/api.ts'
import { errorTexts } from '../lib/errors.ts'
import { beforeQuickExit } from '../lib/quickExit.ts'
import { steadyNow } from '../lib/steadyNow.ts'
import { startPulse } from '../room/pulse.ts'
import { createRoom } from '../room/room.ts'
import { Safety } from '../room/Safety.tsx'
import { connect, signalling } from '../room/signalling.ts'
import { useRoomState } from '../room/useRoomState.ts'
import { useWakeLock } from '../room/wakeLock.ts'
import { asScreen } from '../room/way.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './ReadAlong.module.css'

type Props = {
  /** what the server knows this screen by */
  secret: string
  /** it is over: nothing may stay on this device */
  end: () => void
}

/** What is said in the room, as large as the window. */
export function ReadAlong({ secret, end }: Props) {
  const { t } = useLingui()
  const title = t`Captions`
  const [{ room, captions }] = useState(() => {
    const room = createRoom({ way: asScreen(secret, api), connect, pulse: startPulse, url: signalling() })
    const { circle } = room
    const captions = createCaptions({
      circle,
      topic: 'other',
      speech: noSpeech(),
      translation: translationHere(),
      wanted: false,
      metered: () => false,
      now: steadyNow,
    })
    captions.translations.choose(rememberedTranslation())
    return { room, captions }
  })
  const state = useRoomState(room)
  const [settings, open] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useWakeLock()
  useEffect(() => {
    room.enter({ mic: false, camera: false, blur: false, devices: {} })
    const stay = beforeQuickExit(() => {
      void leave(secret)
      end()
    })
    return () => {
      stay()
      void room.close()
    }
  }, [room, secret, end])
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    document.title = `${title} · Hearthside`
  }, [title])
  const over = state.status === 'over'
  useEffect(() => {
    if (over) end()
  }, [over, end])
  const owner = state.view?.screens.find((s) => s.identity === state.view?.you.identity)?.owner
  const name = state.view?.seats.find((seat) => seat.identity === owner)?.pseudonym
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {name && (
          <p className="soft">
            <Trans>
              with <bdi>{name}</bdi>
            </Trans>
          </p>
        )}
        <Safety />
      </header>
      <main id="main" className={styles.main}>
        {state.view?.scene && (
          <Suspense>
            <SceneOnScreen state={state} captions={captions} />
          </Suspense>
        )}
        <CaptionLog captions={captions} you={undefined} growing looks>
          <Button kind="plain" onClick={() => open(true)}>
            <Trans>Settings</Trans>
          </Button>
          <Button
            kind="plain"
            onClick={() => {
              void leave(secret)
              end()
            }}
          >
            <Trans>End this screen</Trans>
          </Button>
        </CaptionLog>
        <div role="status" className={styles.status}>
          {state.status === 'connected' ? null : state.status === 'reconnecting' &&
            (state.refusal ?? 'offline') === 'offline' ? (
            <Trans>Reconnecting… This goes by itself.</Trans>
          ) : state.refusal ? (
            t(errorTexts[state.refusal])
          ) : (
            <Trans>Connecting…</Trans>
          )}
        </div>
        <Missing captions={captions} people={state.people} hears={false} />
      </main>
      {settings && (
        <Sheet title={t`How captions look`} close={() => open(false)}>
          <TranslationField captions={captions} />
          <ReadingFields alone />
        </Sheet>
      )}
    </div>
  )
}

/** A screen that could not say so ends with its person's seat. */
const leave = (key: string) => api('POST /api/screens/leave', { body: { key } }).catch(() => {})
