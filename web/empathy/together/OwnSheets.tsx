import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from 'zustand'
import type { Manifest } from '../../../scenes/kit/types.ts'
import { HelpButton } from '../../help/HelpButton.tsx'
import { useApi } from '../../lib/queries.ts'
import card from '../../ui/Card.module.css'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Asked } from '../measures/Asked.tsx'
import { restFirst } from '../measures/measures.ts'
import { AboutMeasures } from '../measures/Picture.tsx'
import { AfterSteps } from '../steps/AfterSteps.tsx'
import { type Mine, noteMine } from './mine.ts'
import { SharingField } from './SharingField.tsx'
import { Tally } from './Tally.tsx'

type Props = { mine: Mine; manifest: Manifest; close: () => void }

/** While one waits for the scene to begin: a few questions, whose answers stay here. */
export function BeforeSheet({ mine, manifest, close }: Props) {
  const { t } = useLingui()
  const { before } = useStore(mine.answers.state)
  return (
    <Sheet title={t`Before you begin`} close={close} reading dismiss={<Trans>Done</Trans>}>
      <p>
        <Trans>
          The same questions come again afterwards, so that you can see what changed, for the better or not.
          Leave out whatever you like. The answers stay in this page. When the facilitator begins, this closes
          by itself, and what you answered stays.
        </Trans>
      </p>
      <Asked when="before" name={manifest.who.name} answers={mine.answers} />
      <div role="status">
        {restFirst({}, before) && (
          <div className={card.note}>
            <p>
              <Trans>
                That is a lot to carry right now. You can wait by the hearth while the others go; nobody asks
                why.
              </Trans>
            </p>
            <HelpButton />
          </div>
        )}
      </div>
      <AboutMeasures />
    </Sheet>
  )
}

/** After the scene: the questions again, one's own picture, and whether the circle may count it. */
export function AfterSheet({
  mine,
  manifest,
  shares,
  open,
  close,
}: Props & {
  /** one is here as a member: who leads or works here adds nothing */
  shares: boolean
  /** the scene is not closed yet */
  open: boolean
}) {
  const { name } = manifest.who
  // who left the questions out may still want to answer them
  const answered = mine.seen && Object.keys(mine.answers.state.getState().after).length > 0
  return (
    <AfterSteps
      scene={mine.scene}
      name={name}
      answers={mine.answers}
      first={answered || mine.sharing.state.getState().shared ? 'picture' : 'questions'}
      seen={() => noteMine({ seen: true })}
      sharing={shares ? <SharingField mine={mine} name={name} open={open} /> : undefined}
      frame={({ title, ways, children }) => (
        <Sheet title={title} close={close} reading actions={ways} dismiss={<Trans>Back to the circle</Trans>}>
          {children}
        </Sheet>
      )}
      last={undefined}
    />
  )
}

/** What the circle's answers came to: of its last scene first. */
export function TallySheet({ meetupId, close }: { meetupId: string; close: () => void }) {
  const { t } = useLingui()
  const { data, error, isPending, refetch } = useApi('GET /api/meetups/:meetupId/tallies', { meetupId })
  return (
    <Sheet title={t`The circle’s before and after`} close={close} reading>
      {isPending && <Loading />}
      <ErrorNote error={error} retry={() => void refetch()} />
      {data?.tallies.toReversed().map((tally) => (
        <Tally key={tally.opened} tally={tally} />
      ))}
    </Sheet>
  )
}
