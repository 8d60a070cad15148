import { Trans } from '@lingui/react/macro'
import type { Manifest } from '../../scenes/kit/types.ts'
import card from '../ui/Card.module.css'
import styles from './steps/Steps.module.css'

/** Says wherever a scene is shown that nobody who lives it has reviewed it yet. */
export function DraftNote({ scene, name }: { scene: Manifest; name: string }) {
  if (scene.status !== 'draft') return null
  return (
    <p className={`${card.note} ${styles.draft}`}>
      <Trans>
        <strong>A draft.</strong> {name} is a composite, waiting for review by people who live this. Take it
        as a sketch, and trust people’s own words over it.
      </Trans>
    </p>
  )
}
