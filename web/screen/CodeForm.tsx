import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from 'react-router'
import { useChange } from '../lib/queries.ts'
import { Safety } from '../room/Safety.tsx'
import card from '../ui/Card.module.css'
import { CodeEntry } from '../ui/CodeEntry.tsx'
import { Page } from '../ui/Page.tsx'

type Props = {
  /** this device was a screen until now */
  ended: boolean
  begin: (key: string) => void
}

/** Where the code from the room is typed. */
export function CodeForm({ ended, begin }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const use = useChange('POST /api/screens')
  return (
    <main id="main" className={card.alone}>
      <Safety />
      <Page title={t`Captions on this screen`}>
        {ended && (
          <p role="status">
            <Trans>This screen has ended: nothing of what was said is on it any more.</Trans>
          </p>
        )}
        <p>
          <Trans>
            Make a code in the room, under “Captions”, “Settings”, “Captions on another screen”, and type it
            here. This device then shows what is said there, and nothing else: no sound, no picture. Nothing
            is kept.
          </Trans>
        </p>
        <CodeEntry
          label={t`Code from the room`}
          error={use.error}
          busy={use.isPending}
          use={(code) =>
            use.mutate(
              { body: { code } },
              {
                onSuccess: ({ key }) => {
                  // the history keeps no code
                  navigate('/screen', { replace: true })
                  begin(key)
                },
              },
            )
          }
        >
          <Trans>Show captions</Trans>
        </CodeEntry>
      </Page>
    </main>
  )
}
