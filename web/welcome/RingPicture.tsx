import { Avatar } from '../ui/Avatar.tsx'
import styles from './RingPicture.module.css'

const SEEDS = ['amber', 'pine', 'moss', 'tide', 'heath', 'lark', 'sage']

/** People around a hearth, as the room will show them; one looks on from a little outside. Decorative. */
export function RingPicture() {
  return (
    <div className={styles.ring} aria-hidden="true">
      <div className={styles.glow} />
      {SEEDS.map((seed, i) => (
        <div key={seed} className={styles[`at${i}`]}>
          <Avatar seed={seed} className={styles.face} />
        </div>
      ))}
    </div>
  )
}
