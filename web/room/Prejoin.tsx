import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Meetup } from '../../server/meetups/contract.ts'
import { HelpButton } from '../help/HelpButton.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Page } from '../ui/Page.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import type { Choices } from './devices.ts'
import styles from './Prejoin.module.css'
import { createPreview, type Preview } from './preview.ts'
import { troubleTexts } from './words.ts'

/** The step before the room: camera and microphone are off, and coming in without either is just as good. */
export function Prejoin({ meetup, enter }: { meetup: Meetup; enter: (choices: Choices) => void }) {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    const made = createPreview()
    setPreview(made)
    return () => made.close()
  }, [])
  return preview ? <Ready preview={preview} meetup={meetup} enter={enter} /> : null
}

function Ready({
  preview,
  meetup,
  enter,
}: {
  preview: Preview
  meetup: Meetup
  enter: (choices: Choices) => void
}) {
  const { t } = useLingui()
  const { mic, camera, level, devices, chosen, trouble, stream } = useStore(preview.state)
  const { setMic, setCamera, choose, testSpeaker } = preview.actions
  const hosts = meetup.facilitators.map((f) => f.pseudonym).join(', ')
  return (
    <main id="main" className={styles.main}>
      <Page title={meetup.title}>
        <p>
          {hosts && <Trans>{hosts} will be there for you.</Trans>}{' '}
          <Trans>Others see you as {meetup.me.pseudonym}.</Trans>
        </p>
        <div className={styles.columns}>
          <div className={styles.picture}>
            {stream ? (
              <Picture stream={stream} label={t`Your camera, as others see it`} />
            ) : (
              <Avatar seed={meetup.me.avatar} className={styles.face} />
            )}
            <span className={styles.name}>{meetup.me.pseudonym}</span>
          </div>
          <div>
            <p className={card.row}>
              <Button kind="plain" aria-pressed={mic} onClick={() => void setMic(!mic)}>
                {mic ? <Trans>Microphone is on</Trans> : <Trans>Turn on microphone</Trans>}
              </Button>
              <Button kind="plain" aria-pressed={camera} onClick={() => void setCamera(!camera)}>
                {camera ? <Trans>Camera is on</Trans> : <Trans>Turn on camera</Trans>}
              </Button>
            </p>
            {mic && (
              <p>
                <meter
                  className={styles.meter}
                  min={0}
                  max={1}
                  value={level}
                  aria-label={t`Loudness of your microphone`}
                />
              </p>
            )}
            {trouble && (
              <p role="alert">
                <strong>
                  {trouble.what === 'mic' ? (
                    <Trans>The microphone did not start.</Trans>
                  ) : (
                    <Trans>The camera did not start.</Trans>
                  )}
                </strong>{' '}
                {t(troubleTexts[trouble.why])}
              </p>
            )}
            <DeviceFields devices={devices} chosen={chosen} choose={(kind, id) => void choose(kind, id)} />
            <p>
              <Button kind="quiet" onClick={() => void testSpeaker()}>
                <Trans>Play a soft sound</Trans>
              </Button>
            </p>
            <p className="soft">
              <Trans>
                Both are off until you turn them on. You can come in without camera, without microphone, or
                without either; nobody asks why.
              </Trans>
            </p>
            <p className={card.row}>
              <Button onClick={() => enter({ mic, camera, devices: chosen })}>
                <Trans>Come in</Trans>
              </Button>
              <ButtonLink to={`/meetups/${meetup.id}`} kind="quiet">
                <Trans>Not yet</Trans>
              </ButtonLink>
              <HelpButton kind="quiet" />
            </p>
          </div>
        </div>
      </Page>
    </main>
  )
}

function Picture({ stream, label }: { stream: MediaStream; label: string }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  return <video ref={video} autoPlay playsInline muted aria-label={label} className={styles.video} />
}
