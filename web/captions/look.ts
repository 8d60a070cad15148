import type { CSSProperties } from 'react'
import styles from './Look.module.css'
import type { Reading } from './reading.ts'

/** What shows captions the way this person wants to read them: for what stands around them, and for their letters. */
export const lookOf = ({ theme, background, font, size, lines, width, weight }: Reading) => ({
  around: {
    className: styles.look,
    'data-theme': theme,
    'data-background': background,
    'data-font': font,
    style: {
      '--size': size,
      '--lines': lines,
      '--width': `${width}ch`,
      '--weight': weight,
    } as CSSProperties,
  },
  letters: styles.letters,
})
