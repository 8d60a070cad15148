import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from 'react-router'
import { useChange } from '../lib/queries.ts'
import card from '../ui/Card.module.css'
import { CodeEntry } from '../ui/CodeEntry.tsx'
import { Page } from '../ui/Page.tsx'
import { useHeadset } from './device.ts'

/** Where a visit that began on another device goes on: a code says where. Nobody needs an account for it. */
export function GoOnPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const headset = useHeadset()
  const use = useChange('POST /api/handover/use')
  return (
    <div className={card.alone}>
      <Page title={t`Go on with a scene here`}>
        <p>
          <Trans>
            In the scene on your other device, choose “Another way”, then “Go on in a headset on another
            device”. Type the code that it shows. The scene opens here at the same place, and waits for you.
          </Trans>
        </p>
        {headset === false && (
          <p className="soft">
            <Trans>
              This browser knows no headset. You can go on here all the same: on the screen, by ear or as a
              story.
            </Trans>
          </p>
        )}
        <CodeEntry
          label={t`Code from your other device`}
          hint={t`Six letters and digits. Capitals and gaps do not matter.`}
          error={use.error}
          busy={use.isPending}
          use={(code) =>
            use.mutate(
              { body: { code } },
              {
                // in place of this page: the history keeps no code
                onSuccess: (goOn) => navigate(`/scenes/${goOn.scene}`, { replace: true, state: { goOn } }),
              },
            )
          }
        >
          <Trans>Go on</Trans>
        </CodeEntry>
      </Page>
    </div>
  )
}
