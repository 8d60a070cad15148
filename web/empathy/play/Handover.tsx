import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useChange } from '../../lib/queries.ts'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { comfort, useStill } from '../comfort.ts'
import { grouped, handoverOf } from '../handover.ts'
import type { Visit } from '../visit.ts'
import { useWords } from '../words.ts'
import styles from './Handover.module.css'

const LOOK_MS = 1000
const PATH = '/scenes/go-on'

/** A code that goes on with this visit in a headset elsewhere. Here it waits, and keeps its place. */
export function Handover({ visit, close }: { visit: Visit; close: () => void }) {
  const { t } = useLingui()
  const { language } = useWords()
  const still = useStill()
  const settings = useStore(comfort)
  const make = useChange('POST /api/handover')
  const began = useRef(0)
  const newCode = () => {
    // by this device's own steady clock, from before it was asked for: never said to work when it does not
    began.current = performance.now()
    make.mutate(
      { body: handoverOf(visit, { comfort: settings, still, language }) },
      {
        onSuccess: ({ code }) => {
          // read out character by character
          const letters = [...code].join(' ')
          announce(t`The code is ${letters}`)
        },
      },
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first code is made once, by opening this
  useEffect(newCode, [])
  const made = make.data
  const left = useLeft(began, made?.seconds)
  const page = location.origin + PATH
  const link = `${page}#${made?.code}`
  return (
    <Sheet title={t`Go on in a headset`} close={close} reading>
      <p>
        <Trans>
          The scene is paused here and keeps its place. In the headset it opens just there, paused too, with
          what you have chosen. Your answers stay on this device.
        </Trans>
      </p>
      {made && left > 0 && (
        <div className={styles.made}>
          <div>
            <p>
              <Trans>In the headset’s own browser, open</Trans>
            </p>
            <p className={styles.address}>
              <span>{location.origin}</span>
              <wbr />
              <span>{PATH}</span>
            </p>
            <p>
              <Trans>and type</Trans>
            </p>
            <p className={styles.code}>
              <span aria-hidden>{grouped(made.code)}</span>
              <span className="visually-hidden">{[...made.code].join(' ')}</span>
            </p>
            <p className="soft">
              <TimeLeft seconds={left} />
            </p>
          </div>
          <figure>
            <QrCode text={link} />
            <figcaption className="soft">
              <Trans>Or read this with its camera.</Trans>
            </figcaption>
          </figure>
        </div>
      )}
      <div role="status">
        {made && left === 0 && (
          <p>
            <Trans>This code is over. Nothing is lost: make a new one when you like.</Trans>
          </p>
        )}
      </div>
      {made && location.hostname === 'localhost' && (
        <p className="soft">
          <Trans>You have opened Hearthside under an address that only this computer knows.</Trans>
        </p>
      )}
      <ErrorNote error={make.error} />
      <p className={styles.ways}>
        {made && left > 0 && <CopyButton text={link}>{t`Copy as a link`}</CopyButton>}
        <Button kind="plain" busy={make.isPending} onClick={newCode}>
          <Trans>Make a new code</Trans>
        </Button>
      </p>
    </Sheet>
  )
}

/** Whole minutes: seconds that run away press nobody on. */
function TimeLeft({ seconds }: { seconds: number }) {
  const minutes = Math.ceil(seconds / 60)
  return minutes > 1 ? (
    <Plural
      value={minutes}
      one="It works once, for # more minute."
      other="It works once, for # more minutes."
    />
  ) : (
    <Trans>It works once, for less than a minute now.</Trans>
  )
}

/** Whole seconds that a code still works. */
function useLeft(began: { readonly current: number }, seconds: number | undefined): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (seconds === undefined) return
    const timer = setInterval(() => setNow(performance.now()), LOOK_MS)
    return () => clearInterval(timer)
  }, [seconds])
  if (seconds === undefined) return 0
  const left = seconds - (Math.max(now, began.current) - began.current) / 1000
  return Math.max(0, Math.ceil(left))
}
