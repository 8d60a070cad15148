import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import type { Visit } from '../visit.ts'
import styles from './Play.module.css'

/** `missing`: it could not be fetched · `broken`: it stopped · `no webgl`: this browser draws none · `context lost`: the device took its memory */
export type Why = 'missing' | 'broken' | 'no webgl' | 'context lost'

type Props = { why: Why; visit: Visit; retry: () => void }

/** There is no picture: what happened, what becomes of the place one was at, and the other ways to go on. */
export function NoPicture({ why, visit, retry }: Props) {
  const go = (mode: 'text' | 'audio') => {
    visit.actions.send({ type: 'mode', mode })
    visit.actions.send({ type: 'resume' })
  }
  return (
    <div role="alert" className={styles.trouble}>
      <p>
        {why === 'missing' && <Trans>The picture did not arrive.</Trans>}
        {why === 'broken' && <Trans>The picture stopped working.</Trans>}
        {why === 'no webgl' && <Trans>This browser cannot draw the picture.</Trans>}
        {why === 'context lost' && <Trans>The device needed its picture memory for something else.</Trans>}{' '}
        {visit.led ? (
          <Trans>The scene goes on for the others meanwhile; you can be with them in another way.</Trans>
        ) : (
          <Trans>The scene waits where you are.</Trans>
        )}
      </p>
      <p className={card.row}>
        {why !== 'no webgl' && (
          <Button onClick={retry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        <Button kind="plain" onClick={() => go('text')}>
          <Trans>Go on as a story to read</Trans>
        </Button>
        <Button kind="plain" onClick={() => go('audio')}>
          <Trans>Go on by ear</Trans>
        </Button>
      </p>
    </div>
  )
}

/** A picture that breaks takes nothing else with it. */
export class Net extends Component<{ children: ReactNode; failed: () => void }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override componentDidCatch() {
    this.props.failed()
  }
  override render() {
    return this.state.broken ? null : this.props.children
  }
}
