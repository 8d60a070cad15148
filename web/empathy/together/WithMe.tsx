import { Trans, useLingui } from '@lingui/react/macro'
import { Sheet } from '../../ui/Sheet.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { InScene } from './useCircleInScene.tsx'

/** Who is in the scene too: from a list, since nobody should have to point at somebody to be rid of them. */
export function WithMe({ inScene, close }: { inScene: InScene; close: () => void }) {
  const { t } = useLingui()
  const { others, hide, listening, listen } = inScene
  return (
    <Sheet title={t`Who is with me`} close={close}>
      {others.length === 0 ? (
        <p>
          <Trans>Nobody else is seen here now. You hear everyone in the circle all the same.</Trans>
        </p>
      ) : (
        others.map(({ identity, pseudonym, hidden }) => (
          <Switch
            key={identity}
            label={t`Show the light of ${pseudonym}`}
            on={!hidden}
            set={(on) => hide(identity, !on)}
          />
        ))
      )}
      <p className="soft">
        <Trans>
          Others see a soft light beside or behind them, and never what you choose. Nobody is told whom you
          hide.
        </Trans>
      </p>
      <Switch
        label={t`Bring voices to the middle`}
        on={listening.centre}
        set={(centre) => listen({ ...listening, centre })}
      />
      <Switch
        label={t`The same voices in both ears`}
        on={listening.mono}
        set={(mono) => listen({ ...listening, mono })}
      />
    </Sheet>
  )
}
