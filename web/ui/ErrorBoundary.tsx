import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode, useEffect, useState } from 'react'
import { HelpButton } from '../help/HelpButton.tsx'
import { NotLoaded } from '../lib/parts.ts'
import { serverAnswers } from '../lib/reach.ts'
import { Button } from './Button.tsx'
import card from './Card.module.css'
import { Loading } from './Loading.tsx'

/** The last net: says what happened, what is safe, and the next step. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }
  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? 'unknown' }
  }
  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return error instanceof NotLoaded ? <NotYetLoaded /> : <Stopped />
  }
}

function Stopped() {
  return (
    <div className={card.alone} role="alert">
      <h1>
        <Trans>This page stopped working</Trans>
      </h1>
      <p>
        <Trans>
          The mistake is ours, not yours. What you saved before is safe. Loading the page again usually helps.
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

const ANSWER_MS = 1500
const AGAIN_MS = 1500

/** Part of a page did not come. Without a network it waits, because loading again would leave nothing at all. */
function NotYetLoaded() {
  const [away, setAway] = useState<boolean>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let waited = false
    let ended = false
    const look = async () => {
      const there = await serverAnswers(ANSWER_MS)
      if (ended) return
      if (there && waited) return location.reload()
      setAway(!there)
      waited = true
      if (!there) timer = setTimeout(look, AGAIN_MS)
    }
    void look()
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [])
  if (away === undefined) return <Loading />
  if (!away) return <Stopped />
  return (
    <div className={card.alone} role="alert">
      <h1>
        <Trans>There is no connection right now</Trans>
      </h1>
      <p>
        <Trans>
          This page opens by itself as soon as the connection is back. Nothing you saved is lost. Help works
          without it.
        </Trans>
      </p>
      <HelpButton />
    </div>
  )
}
