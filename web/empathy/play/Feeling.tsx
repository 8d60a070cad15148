import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { Sheet } from '../../ui/Sheet.tsx'
import { type Answers, betterStop, measureOf, restFirst } from '../measures/measures.ts'
import { Question } from '../measures/Question.tsx'
import type { Visit } from '../visit.ts'

/** Asked for by the person themselves, on the way: how it is, and what would make it easier. Kept nowhere. */
export function Feeling({ visit, close }: { visit: Visit; close: () => void }) {
  const { t } = useLingui()
  const [now, setNow] = useState<Answers>({})
  const { send } = visit.actions
  const { intensity, mode } = visit.state.getState()
  const much = restFirst({}, now) || betterStop(now)
  return (
    <Sheet title={t`How am I?`} close={close}>
      <p>
        {visit.led ? (
          <Trans>These two are for you alone and are kept nowhere. The circle goes on meanwhile.</Trans>
        ) : (
          <Trans>The scene waits. These two are for you alone and are kept nowhere.</Trans>
        )}
      </p>
      {(['distress', 'sickness'] as const).map((id) => {
        const measure = measureOf(id)
        return (
          measure && (
            <Question
              key={id}
              measure={measure}
              name={visit.manifest.who.name}
              value={now[id]}
              answer={(value) => {
                const { [id]: _, ...others } = now
                setNow(value === undefined ? others : { ...others, [id]: value })
              }}
            />
          )
        )
      })}
      <div role="status">
        {much && (
          <p className={card.note}>
            <Trans>It is better to stop here, at least for a while. You lose nothing by it.</Trans>
          </p>
        )}
      </div>
      <p className={card.row}>
        <Button kind={much ? 'main' : 'plain'} onClick={() => send({ type: 'exit' })}>
          <Trans>To the calm room</Trans>
        </Button>
        {intensity > 1 && (
          <Button
            kind="plain"
            onClick={() => {
              send({ type: 'intensity', intensity: 1 })
              close()
            }}
          >
            <Trans>Make it gentle</Trans>
          </Button>
        )}
        {mode !== 'text' && (
          <Button
            kind="plain"
            onClick={() => {
              send({ type: 'mode', mode: 'text' })
              close()
            }}
          >
            <Trans>Go on as a story to read</Trans>
          </Button>
        )}
      </p>
    </Sheet>
  )
}
