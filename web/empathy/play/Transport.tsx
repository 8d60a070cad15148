import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import { changeComfort, comfort, comforts } from '../comfort.ts'
import type { Seen } from '../useSeen.ts'
import type { Visit } from '../visit.ts'
import styles from './Play.module.css'

const BACK_SECONDS = 10

const clockOf = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

type Props = {
  visit: Visit
  seen: Seen
  playing: boolean
  toggle: () => void
  /** what is being read aloud ends first */
  moved?: () => void
}

/** Pause, back, on, and how loud. */
export function Transport({ visit, seen, playing, toggle, moved }: Props) {
  const { t } = useLingui()
  const { quiet, volume } = useStore(comfort)
  const { send } = visit.actions
  const go = (event: Parameters<typeof send>[0]) => () => {
    moved?.()
    send(event)
  }
  const [at, of] = [clockOf(seen.t), clockOf(seen.of)]
  const percent = Math.round(volume * 100)
  return (
    <div className={styles.transport}>
      {!visit.led && (
        <>
          <Button onClick={toggle} className={styles.toggle ?? ''}>
            {playing ? <Trans>Pause</Trans> : <Trans>Play</Trans>}
          </Button>
          <Button kind="plain" onClick={go({ type: 'seek', t: Math.max(seen.t - BACK_SECONDS, 0) })}>
            <Trans>Back 10 s</Trans>
          </Button>
          <Button kind="plain" onClick={go({ type: 'move_on' })}>
            <Trans>Next part</Trans>
          </Button>
        </>
      )}
      <label className={styles.volume}>
        <span>
          <Trans>Volume</Trans>
        </span>
        <input
          type="range"
          min={0}
          max={comforts.volume.length - 1}
          value={quiet ? 0 : Math.round(volume * 10)}
          aria-valuetext={quiet ? t`no sound` : `${percent} %`}
          onChange={(event) => {
            const wanted = Number(event.target.value) / 10
            changeComfort({ quiet: false, volume: comforts.volume.find((v) => v === wanted) ?? 0.8 })
          }}
        />
      </label>
      <span className={styles.time}>
        <progress max={seen.of} value={seen.t} aria-label={t`How far the scene is`} />
        <span>
          <Trans>
            {at} of {of}
          </Trans>
        </span>
      </span>
    </div>
  )
}
