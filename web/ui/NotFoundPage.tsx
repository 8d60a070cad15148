import { Trans, useLingui } from '@lingui/react/macro'
import { ButtonLink } from './Button.tsx'
import { Page } from './Page.tsx'

export function NotFoundPage() {
  const { t } = useLingui()
  return (
    <Page title={t`There is nothing here`}>
      <p>
        <Trans>
          The page may have moved, or it is not for this account. Nothing is wrong with you or your device.
        </Trans>
      </p>
      <ButtonLink to="/circles">
        <Trans>See the circles</Trans>
      </ButtonLink>
    </Page>
  )
}
