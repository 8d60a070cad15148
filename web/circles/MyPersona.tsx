import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { MyMembership } from '../../server/circles/contract.ts'
import { useChange } from '../lib/queries.ts'
import { announce } from '../ui/Announcer.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import card from '../ui/Card.module.css'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './Members.module.css'

/** Who I am in this circle: a name and a generated picture, both mine to change. */
export function MyPersona({ circleId, me }: { circleId: string; me: MyMembership }) {
  const { t } = useLingui()
  const change = useChange('PATCH /api/circles/:circleId/me')
  const [name, setName] = useState<string>()
  const rename = (pseudonym: string) => {
    const saved = () => {
      setName(undefined)
      announce(t`Saved.`)
    }
    change.mutate({ circleId, body: { pseudonym } }, { onSuccess: saved })
  }
  const anotherPicture = () =>
    change.mutate({ circleId, body: { newAvatar: true } }, { onSuccess: () => announce(t`Saved.`) })
  return (
    <section className={card.card} aria-labelledby="me">
      <h2 id="me" className={card.small}>
        <Trans>You in this circle</Trans>
      </h2>
      <p className={card.row}>
        <Avatar seed={me.avatar} className={styles.face} />
        <bdi>{me.pseudonym}</bdi>
      </p>
      <ErrorNote error={change.error} />
      {name === undefined ? (
        <p className={card.row}>
          <Button kind="plain" onClick={() => setName(me.pseudonym)}>
            <Trans>Change my name</Trans>
          </Button>
          <Button kind="plain" busy={change.isPending} onClick={anotherPicture}>
            <Trans>Another picture</Trans>
          </Button>
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            rename(name)
          }}
        >
          <Field
            name="pseudonym"
            label={t`Your name in this circle`}
            value={name}
            onChange={setName}
            error={change.error}
            required
            maxLength={32}
            autoComplete="off"
          />
          <p className={card.row}>
            <Button type="submit" busy={change.isPending}>
              <Trans>Save</Trans>
            </Button>
            <Button kind="quiet" onClick={() => setName(undefined)}>
              <Trans>Not now</Trans>
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}
