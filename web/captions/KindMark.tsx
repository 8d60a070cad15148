import { useLingui } from '@lingui/react/macro'
import { Clapperboard, Ear, Keyboard, PenLine } from 'lucide-react'
import styles from './Speaker.module.css'
import type { Kind } from './segments.ts'

/** How somebody's words came about, where it was not by their own voice and device. */
export function KindMark({ kind }: { kind: Kind }) {
  const { t } = useLingui()
  if (kind === 'voice') return null
  const marks = {
    typed: [Keyboard, t`typed`],
    captioner: [PenLine, t`written by the captioner`],
    scene: [Clapperboard, t`from the scene`],
    heard: [Ear, t`written down on this device`],
  } as const
  const [Mark, words] = marks[kind]
  return <Mark role="img" aria-label={words} className={styles.kind} />
}
