import { Trans } from '@lingui/react/macro'
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useAccount } from '../lib/queries.ts'
import card from './Card.module.css'

const watch = (tell: () => void) => onlineManager.subscribe(tell)

/** Says that there is no network, and what still works without one. */
export function OfflineNote() {
  const { data } = useAccount()
  const online = useSyncExternalStore(watch, () => onlineManager.isOnline())
  // what begins without a network is not told that it went
  const away = !online || (!data && !navigator.onLine)
  return (
    <div role="status">
      {away && (
        <p className={card.note}>
          <Trans>
            There is no network right now. What you see may be old, and it is read again when the network is
            back. Help works without it.
          </Trans>
        </p>
      )}
    </div>
  )
}
