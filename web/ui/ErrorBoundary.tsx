import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { HelpButton } from '../help/HelpButton.tsx'
import { Button } from './Button.tsx'
import card from './Card.module.css'

/** The last net: says what happened, what is safe, and the next step. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className={card.alone} role="alert">
        <h1>
          <Trans>This page stopped working</Trans>
        </h1>
        <p>
          <Trans>
            The mistake is ours, not yours. What you saved before is safe. Loading the page again usually
            helps.
          </Trans>
        </p>
        <p className={card.row}>
          <Button onClick={() => location.reload()}>
            <Trans>Load it again</Trans>
          </Button>
          <HelpButton />
        </p>
      </div>
    )
  }
}
