import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { Button } from './Button.tsx'

/** The last net: says what happened, what is safe, and the next step. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main style={{ padding: '2rem' }}>
        <h1>
          <Trans>This page stopped working</Trans>
        </h1>
        <p>
          <Trans>What you saved before is safe. Loading the page again usually helps.</Trans>
        </p>
        <Button onClick={() => location.reload()}>
          <Trans>Load it again</Trans>
        </Button>
      </main>
    )
  }
}
