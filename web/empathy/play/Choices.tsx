import { Trans } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { Choice, Made } from '../../../scenes/kit/types.ts'
import { announce } from '../../ui/Announcer.tsx'
import type { Visit } from '../visit.ts'
import { useWords } from '../words.ts'
import styles from './Choices.module.css'

type Props = {
  choice: Choice
  made: Made
  visit: Visit
  /** it goes on by itself after a while */
  timed: boolean
}

/** Something to choose, as large buttons. None of them is wrong. */
export function Choices({ choice, made, visit, timed }: Props) {
  const { say } = useWords()
  const ask = say(choice.ask)
  useEffect(() => {
    if (timed) announce(ask)
  }, [ask, timed])
  return (
    <section className={styles.choices} aria-labelledby="choice">
      <h3 id="choice">{ask}</h3>
      {choice.options.map((option) => (
        <button
          key={option.id}
          type="button"
          aria-pressed={made[choice.id] === option.id}
          onClick={() => visit.actions.send({ type: 'choose', choice: choice.id, option: option.id })}
        >
          <b>{say(option.label)}</b>
          {option.hint && <span>{say(option.hint)}</span>}
        </button>
      ))}
      {timed && (
        <p>
          {visit.led ? (
            <Trans>None is wrong, and yours is for you alone. The circle goes on together.</Trans>
          ) : (
            <Trans>None is wrong. Without a choice it goes on by itself; a pause gives you time.</Trans>
          )}
        </p>
      )}
    </section>
  )
}
