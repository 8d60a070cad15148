import { Trans } from '@lingui/react/macro'
import { Languages } from 'lucide-react'
import { useStore } from 'zustand'
import type { Captions } from '../captions.ts'
import type { Segment } from '../segments.ts'
import styles from './Translation.module.css'

type Props = { captions: Captions; segments: readonly Segment[] }

/** What a reader's own device made of these words in another language; nothing while there is none. */
export function Translation({ captions, segments }: Props) {
  const { into, texts } = useStore(captions.translations.state)
  const words = segments.map(({ key, text }) => {
    const made = texts.get(key)
    return made?.of === text ? made.text : ''
  })
  const text = words.filter(Boolean).join(' ')
  if (!into || !text) return null
  return (
    <span className={styles.translation}>
      <Languages aria-hidden className={styles.mark} />
      <span className="visually-hidden">
        <Trans>Translated by machine:</Trans>{' '}
      </span>
      <bdi lang={into}>{text}</bdi>
    </span>
  )
}
