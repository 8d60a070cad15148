import { i18n } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { sceneOf } from '../../scenes/catalog.ts'
import { LANGUAGES, type Manifest, type SceneParts } from '../../scenes/kit/types.ts'
import { load } from '../../scenes/load.ts'
import { loadLanguage } from '../lib/i18n.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { Around } from './Around.tsx'
import { holdComfort } from './comfort.ts'
import { usualMode } from './device.ts'
import { arrivedAt, type Handover, leftFor, modeOnArrival } from './handover.ts'
import { type AnswersOfVisit, createAnswers } from './measures/answers.ts'
import { canDraw, canEnterHeadset } from './stage/headset.ts'
import { VisitView } from './VisitView.tsx'
import { createVisit, type Visit } from './visit.ts'

/** One scene: whoever opens its address visits it. */
export function ScenePage() {
  const { sceneId = '' } = useParams()
  const manifest = sceneOf(sceneId)
  const parts = (load as Readonly<Record<string, SceneParts>>)[sceneId]
  if (!manifest || !parts) return <Unknown />
  return <Opening key={sceneId} manifest={manifest} parts={parts} />
}

type Opened = { visit: Visit; answers: AnswersOfVisit; drawing: boolean }

function Opening({ manifest, parts }: { manifest: Manifest; parts: SceneParts }) {
  const { t } = useLingui()
  const { state } = useLocation()
  // looked at once: a visit outlasts whatever becomes of its address
  const [goOn] = useState(() => leftFor(manifest.id, state))
  const [attempt, setAttempt] = useState(0)
  const [opened, setOpened] = useState<Opened | 'failed'>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a new beginning
  useEffect(() => {
    let ended = false
    let visit: Visit | undefined
    setOpened(undefined)
    Promise.all([parts.script(), goOn && canEnterHeadset(), goOn && settle(goOn)]).then(
      ([script, headset = false]) => {
        if (ended) return
        const drawing = canDraw()
        const mode = goOn ? modeOnArrival(goOn, { headset, drawing }) : usualMode(drawing)
        const of = { manifest, script, mode }
        // a clock that nobody sets: it goes on evenly however wrong the device's date is
        const now = () => performance.now()
        visit = createVisit({ ...of, now, ...(goOn && { from: arrivedAt(goOn, of) }) })
        setOpened({ visit, answers: createAnswers(), drawing })
      },
      () => ended || setOpened('failed'),
    )
    return () => {
      ended = true
      visit?.close()
    }
  }, [manifest, parts, goOn, attempt])
  if (opened === 'failed')
    return (
      <Around>
        <div className={card.alone} role="alert">
          <Page title={t`This scene did not arrive`} tab={t`A scene`}>
            <p>
              <Trans>
                Its words could not be fetched. Nothing of yours is lost. Look at your connection, and try
                again when you like.
              </Trans>
            </p>
          </Page>
          <p className={card.row}>
            <Button onClick={() => setAttempt(attempt + 1)}>
              <Trans>Try again</Trans>
            </Button>
            <ButtonLink to="/scenes" kind="plain">
              <Trans>To all scenes</Trans>
            </ButtonLink>
          </p>
        </div>
      </Around>
    )
  if (!opened)
    return (
      <Around>
        <div className={card.alone}>
          <Loading />
        </div>
      </Around>
    )
  return <VisitView {...opened} parts={parts} />
}

/** Settings and language as they were on the other device. */
async function settle({ settings }: Handover): Promise<void> {
  holdComfort(settings)
  const language = LANGUAGES.find((one) => one === settings.language)
  // words that do not arrive are no reason to stay behind: the page has others
  if (language && language !== i18n.locale) await loadLanguage(language).catch(() => {})
}

function Unknown() {
  const { t } = useLingui()
  return (
    <Around>
      <div className={card.alone}>
        <Page title={t`There is no such scene`} tab={t`A scene`}>
          <p>
            <Trans>Its address may be mistyped, or the scene has been taken back to be mended.</Trans>
          </p>
        </Page>
        <ButtonLink to="/scenes">
          <Trans>See all scenes</Trans>
        </ButtonLink>
      </div>
    </Around>
  )
}
