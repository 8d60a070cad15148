import styles from './Speaker.module.css'

const SHAPES = [
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  'M2 2h12v12H2Z',
  'M8 1l7 13H1Z',
  'M8 0l8 8-8 8-8-8Z',
  'M5 1h6v4h4v6h-4v4H5v-4H1V5h4Z',
] as const
/** Has no divisor in common with the number of shapes: so no two of the fifteen places look alike. */
const COLOURS = 3

/** Somebody's name with a shape and a colour of their own. */
export function Speaker({ name, seat }: { name: string; seat: number }) {
  return (
    <span className={styles.speaker} data-colour={seat % COLOURS}>
      <svg viewBox="0 0 16 16" aria-hidden>
        <title> </title>
        <path d={SHAPES[seat % SHAPES.length]} />
      </svg>
      <bdi>{name}</bdi>
    </span>
  )
}
