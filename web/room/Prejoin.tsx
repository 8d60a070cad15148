import { Trans, useLingui } from '@lingui/react/macro'
import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Meetup } from '../../server/meetups/contract.ts'
import type { Captions } from '../captions/captions.ts'
import { OwnCaptions } from '../captions/OwnCaptions.tsx'
import { beforeQuickExit } from '../lib/quickExit.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Page } from '../ui/Page.tsx'
import { BlurEnded, BlurField } from './BlurField.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import type { Choices } from './devices.ts'
import { warmUp } from './livekitConnection.ts'
import styles from './Prejoin.module.css'
import { createPreview, type Preview } from './preview.ts'
import { Safety } from './Safety.tsx'
import { TroubleNotes } from './Trouble.tsx'

type Props = { meetup: Meetup; captions: Captions; enter: (choices: Choices) => void }

/** The step before the room: camera and microphone are off, and coming in without either is just as good. */
export function Prejoin({ meetup, captions, enter }: Props) {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    const made = createPreview()
    const stay = beforeQuickExit(made.close)
    setPreview(made)
    void warmUp()
    return () => {
      stay()
      made.close()
    }
  }, [])
  return preview ? <Ready preview={preview} meetup={meetup} captions={captions} enter={enter} /> : null
}

function Ready({ preview, meetup, captions, enter }: Props & { preview: Preview }) {
  const { t, i18n } = useLingui()
  const { mic, camera, level, devices, chosen, troubles, stream, blur, blurEnded } = useStore(preview.state)
  const { setMic, setCamera, setBlur, choose, testSpeaker } = preview.actions
  const hosts = new Intl.ListFormat(i18n.locale).format(meetup.facilitators.map((f) => f.pseudonym))
  return (
    <main id="main" className={styles.main}>
      <Safety />
      <Page title={meetup.title} tab={t`Room`}>
        {hosts && (
          <p>
            <Trans>{hosts} will be there for you.</Trans>
          </p>
        )}
        <div className={styles.columns}>
          <div className={styles.picture}>
            {stream ? (
              <OwnPicture stream={stream} label={t`Your own picture`} />
            ) : (
              <Avatar seed={meetup.me.avatar} className={styles.face} />
            )}
            <span className={styles.name}>
              <Trans>
                Others see: <bdi>{meetup.me.pseudonym}</bdi>
              </Trans>
            </span>
          </div>
          <div>
            <div className={styles.switches}>
              <Button kind="plain" aria-pressed={mic} onClick={() => void setMic(!mic)}>
                {mic ? <Mic aria-hidden /> : <MicOff aria-hidden />}
                {mic ? <Trans>Microphone is on</Trans> : <Trans>Turn on microphone</Trans>}
              </Button>
              <Button kind="plain" aria-pressed={camera} onClick={() => void setCamera(!camera)}>
                {camera ? <Video aria-hidden /> : <VideoOff aria-hidden />}
                {camera ? <Trans>Camera is on</Trans> : <Trans>Turn on camera</Trans>}
              </Button>
            </div>
            {mic && (
              <div className={styles.level}>
                <meter min={0} max={1} value={level} aria-label={t`Loudness of your microphone`} />
                <span className="soft">
                  <Trans>Say something: the bar moves when you can be heard.</Trans>
                </span>
              </div>
            )}
            <TroubleNotes troubles={troubles} role="alert" className={styles.trouble} />
            {blurEnded && (
              <div role="alert" className={`${styles.trouble} ${card.row}`}>
                <BlurEnded
                  why={blurEnded}
                  without={async () => {
                    await setBlur(false)
                    await setCamera(true)
                  }}
                />
              </div>
            )}
            <p className="soft">
              {mic || camera ? (
                <Trans>You can turn them off again at any time, here and in the room.</Trans>
              ) : (
                <Trans>
                  Both are off until you turn them on. You can come in without camera, without microphone, or
                  without either; nobody asks why.
                </Trans>
              )}
            </p>
            <OwnCaptions captions={captions} />
            <p className={card.row}>
              <Button onClick={() => enter({ mic, camera, blur, devices: chosen })}>
                <Trans>Come in</Trans>
              </Button>
              <ButtonLink to={`/meetups/${meetup.id}`} kind="quiet">
                <Trans>Not yet</Trans>
              </ButtonLink>
            </p>
            <details className={styles.more}>
              <summary>
                <Trans>Choose devices and try the sound</Trans>
              </summary>
              <p>
                <Button kind="plain" onClick={() => void testSpeaker()}>
                  <Trans>Play a soft sound</Trans>
                </Button>
              </p>
              <DeviceFields devices={devices} chosen={chosen} choose={(kind, id) => void choose(kind, id)} />
              <BlurField on={blur} set={(on) => void setBlur(on)} camera={stream?.getVideoTracks()[0]} />
            </details>
          </div>
        </div>
      </Page>
    </main>
  )
}

function OwnPicture({ stream, label }: { stream: MediaStream; label: string }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  return <video ref={video} autoPlay playsInline muted aria-label={label} className={styles.video} />
}
