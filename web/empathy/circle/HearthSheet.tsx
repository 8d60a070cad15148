import { EYES } from '../stage/head.ts'
import { Note } from '../stage/Note.tsx'
import { REACH } from '../stage/reach.ts'

/** Metres above the floor: above the fire, and below the faces on its other side. */
const LOWEST = 0.55
/** The further the hearth is, the lower the sheet stands to be seen below those faces. */
const STEEP = 0.38

type Props = {
  /** of the ring, metres */
  radius: number
  title: string
  more: readonly string[]
  contrast: boolean
}

/** What stands at the hearth, turned to the viewer and as large to the eye as a note within reach. */
export function HearthSheet({ radius, title, more, contrast }: Props) {
  const y = Math.max(LOWEST, EYES - STEEP * radius)
  return (
    <group
      position={[0, y, -radius]}
      rotation-x={-Math.atan2(EYES - y, radius)}
      scale={Math.hypot(EYES - y, radius) / REACH}
    >
      <Note
        name="hearth"
        title={title}
        lines={more}
        width={0.34}
        height={0.12}
        position={[0, 0, 0]}
        contrast={contrast}
      />
    </group>
  )
}
