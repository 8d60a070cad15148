import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import { catalog } from '../../scenes/catalog.ts'
import type { Manifest } from '../../scenes/kit/types.ts'
import { useTimes } from '../lib/times.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { Page } from '../ui/Page.tsx'
import { forgetAll, kept } from './measures/kept.ts'
import { Picture } from './measures/Picture.tsx'
import styles from './Scenes.module.css'
import steps from './steps/Steps.module.css'
import { minutesOf, tagNames, useWords } from './words.ts'

const scenes: readonly Manifest[] = catalog

/** All scenes, what they are and what they are not. Nobody needs an account for them. */
export function ScenesPage() {
  const { t } = useLingui()
  return (
    <Page title={t`Step into somebody’s day`}>
      <p className={styles.lead}>
        <Trans>
          A few minutes in the place of one named person: in a headset, on a screen, by ear or as a story to
          read. You need no account, nothing is recorded, and one press takes you out at any moment.
        </Trans>
      </p>
      {scenes.some((scene) => scene.status === 'draft') && (
        <p className={`${card.note} ${steps.draft}`}>
          <Trans>
            <strong>These are drafts:</strong> composites, waiting for review by people who live this.
          </Trans>
        </p>
      )}
      {scenes.length === 0 ? (
        <p className={card.card}>
          <Trans>
            There is no scene yet. Each is written with care and takes its time; look again in a few weeks.
            The circles are open meanwhile.
          </Trans>
        </p>
      ) : (
        <ul className={`${card.list} ${styles.list}`}>
          {scenes.map((scene) => (
            <SceneCard key={scene.id} scene={scene} />
          ))}
        </ul>
      )}
      <p>
        <Trans>
          You are in a scene on another device? <Link to="/scenes/go-on">Go on with it here</Link>, in a
          headset for instance.
        </Trans>
      </p>
      <WhatScenesAre />
      <OwnAnswers />
    </Page>
  )
}

function SceneCard({ scene }: { scene: Manifest }) {
  const { t } = useLingui()
  const { say } = useWords()
  const minutes = minutesOf(scene)
  const title = say(scene.title)
  return (
    <li className={`${card.card} ${styles.scene}`}>
      <h2 className={card.small}>{title}</h2>
      <p className="soft">
        {scene.who.name} · <Plural value={minutes} one="# minute" other="# minutes" />
        {scene.status === 'draft' && (
          <>
            {' '}
            · <Trans>draft</Trans>
          </>
        )}
      </p>
      <p>{say(scene.summary)}</p>
      <ul className={steps.chips} aria-label={t`What is in it`}>
        {[...new Set(scene.contentNotes.map(({ tag }) => tag))].map((tag) => (
          <li key={tag}>{t(tagNames[tag])}</li>
        ))}
      </ul>
      <ButtonLink to={`/scenes/${scene.id}`} kind="plain">
        <Trans>
          Open <span className="visually-hidden">{title}</span>
        </Trans>
      </ButtonLink>
    </li>
  )
}

function WhatScenesAre() {
  return (
    <section className={card.section} aria-labelledby="what">
      <h2 id="what">
        <Trans>What scenes are, and what they are not</Trans>
      </h2>
      <div className={card.pairs}>
        <p>
          <Trans>
            A scene lets you imagine one person’s situation: what stands in their way, what they are good at,
            and what others could do differently. Reading one moves people as much as a headset does.
          </Trans>
        </p>
        <p>
          <Trans>
            A scene is not what it is like to have an illness or a disability, and after it you do not know
            how somebody feels. It is no test and no treatment. If the theme is yours, a door at its beginning
            leads past it.
          </Trans>
        </p>
      </div>
    </section>
  )
}

/** What somebody kept of their own answers, to look at and to delete. */
function OwnAnswers() {
  const { all } = useStore(kept)
  const { say } = useWords()
  const { date } = useTimes()
  const [gone, setGone] = useState(false)
  if (all.length === 0 && !gone) return null
  return (
    <section className={card.section} aria-labelledby="own">
      <h2 id="own">
        <Trans>Your answers, kept on this device</Trans>
      </h2>
      <div role="status">
        {gone && (
          <p>
            <Trans>They are deleted.</Trans>
          </p>
        )}
      </div>
      {all.map((one) => {
        const scene = scenes.find(({ id }) => id === one.scene)
        return (
          <details key={one.on}>
            <summary>
              {scene ? say(scene.title) : one.scene}, {date(one.on)}
            </summary>
            <Picture before={one.before} after={one.after} />
          </details>
        )
      })}
      {all.length > 0 && (
        <Button
          kind="plain"
          onClick={() => {
            forgetAll()
            setGone(true)
          }}
        >
          <Trans>Delete all of them</Trans>
        </Button>
      )}
    </section>
  )
}
