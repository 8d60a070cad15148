import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { sceneOf } from '../../../scenes/catalog.ts'
import type { TogetherProps } from '../../room/together.ts'
import { Button } from '../../ui/Button.tsx'
import { beginMine, mine, noteMine } from './mine.ts'
import { AfterSheet, BeforeSheet, TallySheet } from './OwnSheets.tsx'
import { openIn } from './open.ts'
import { placeIn, said } from './place.ts'
import styles from './Together.module.css'

type Opened = 'before' | 'after' | 'tally'

/** What is one's own beside the circle's scene: questions before and after, and later what all of them came to. */
export function Own({ state, meetup }: TogetherProps) {
  const [opened, setOpened] = useState<Opened>()
  const mineNow = useStore(mine, ({ now }) => now)
  const where = useStore(said)
  const open = openIn(state)
  const { scene } = open ?? {}
  const person = state.view?.you.identity
  useEffect(() => {
    if (scene && person) beginMine({ person, meetupId: meetup.id, scene: scene.id, opened: scene.opened })
  }, [scene, meetup.id, person])
  // not of another meetup that this page was in before, nor of who was at this device before
  const own = mineNow?.meetupId === meetup.id && mineNow.person === person ? mineNow : undefined
  const asked = scene?.stage === 'grounding' || scene?.stage === 'questions'
  useEffect(() => {
    if (asked && person) noteMine({ asked })
  }, [asked, person])
  const manifest = own && sceneOf(own.scene)
  const role = state.view?.you.role
  const tallies = state.view?.tallies ?? []
  const close = (which: Opened) => () => setOpened((now) => (now === which ? undefined : now))

  const early = scene?.stage === 'notes' && open && placeIn(scene, open.you, where) === 'along'
  const asksBefore = early && role !== 'facilitator'
  const over = scene === undefined || scene.stage === 'grounding' || scene.stage === 'questions'
  // who has shared can take it out again, also after a reload or as somebody else in the room
  const shared = own?.sharing.state.getState().shared === true
  const asksAfter = over && (shared || (own?.wasIn === true && role !== 'facilitator'))
  const sharingOpen = over && scene?.opened === own?.opened
  const may = { before: asksBefore, after: asksAfter, tally: true }
  const stays = opened === undefined || may[opened]
  // one that was closed from outside does not open by itself later
  useEffect(() => {
    if (!stays) setOpened(undefined)
  }, [stays])
  return (
    <>
      <div className={styles.own}>
        {asksBefore && (
          <Button kind="plain" aria-haspopup="dialog" onClick={() => setOpened('before')}>
            <Trans>A few questions before</Trans>
          </Button>
        )}
        {asksAfter && (
          <Button kind="plain" aria-haspopup="dialog" onClick={() => setOpened('after')}>
            <Trans>What changed for you</Trans>
          </Button>
        )}
        {tallies.length > 0 && scene?.stage !== 'playing' && (
          <Button aria-haspopup="dialog" onClick={() => setOpened('tally')}>
            <Trans>What changed in the circle</Trans>
          </Button>
        )}
        <p role="status">{own?.asked && !sharingOpen && <Outcome shown={tallies.includes(own.opened)} />}</p>
      </div>
      {own && manifest && opened === 'before' && asksBefore && (
        <BeforeSheet mine={own} manifest={manifest} close={close('before')} />
      )}
      {own && manifest && opened === 'after' && asksAfter && (
        <AfterSheet
          mine={own}
          manifest={manifest}
          shares={role === 'member' || shared}
          open={sharingOpen}
          close={close('after')}
        />
      )}
      {opened === 'tally' && <TallySheet key={tallies.join()} meetupId={meetup.id} close={close('tally')} />}
    </>
  )
}

/**
 * Said once the scene is closed: that there is something to see, or why there is not. The same to everyone, the facilitator
 * too: that nothing is shown tells them as much already, and a page must not give away whether its reader has shared.
 */
const Outcome = ({ shown }: { shown: boolean }) =>
  shown ? (
    <Trans>The circle’s before and after is here, for all who were in it.</Trans>
  ) : (
    <Trans>
      There is no before and after of the circle this time: it takes five people who add their answer to the
      same question. Whatever was added is deleted, and nobody needs to say whether they did.
    </Trans>
  )
