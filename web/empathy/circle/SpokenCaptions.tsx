import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import type { Mesh } from 'three'
import { degrees } from '../stage/angles.ts'
import type { Caption } from '../stage/captionReader.ts'
import { CAPTION, drawCaption } from '../stage/captionSheet.ts'
import { UPWARDS } from '../stage/follow.ts'
import type { Head } from '../stage/head.ts'
import { InFront } from '../stage/InFront.tsx'
import { ORDER } from '../stage/order.ts'
import { paletteOf } from '../stage/palette.ts'
import { createSheet } from '../stage/sheet.ts'

type Props = { live: () => Caption | undefined; head: Head; contrast: boolean }

/** What is being said in the circle, before the viewer: the same captions as on the flat page, from the same store. */
export function SpokenCaptions({ live, head, contrast }: Props) {
  const sheet = useMemo(() => createSheet(CAPTION.width, CAPTION.height), [])
  useEffect(() => () => sheet.close(), [sheet])
  const mesh = useRef<Mesh>(null)
  const painted = useRef<Caption>(undefined)
  useFrame(() => {
    if (!mesh.current) return
    const caption = live()
    mesh.current.visible = caption !== undefined
    if (!caption || caption === painted.current) return
    painted.current = caption
    mesh.current.userData.text = caption.text
    sheet.paint((ink) => drawCaption(ink, caption, undefined, paletteOf(contrast)))
  })
  return (
    <InFront head={head} pitch={degrees(-13.5)} away={CAPTION.away} slack={degrees(1.5)} nods={UPWARDS}>
      <mesh
        ref={mesh}
        name="captions"
        material={sheet.material}
        renderOrder={ORDER.panel}
        position={[0, 0.05, 0]}
        visible={false}
      >
        <planeGeometry args={[CAPTION.width, CAPTION.height]} />
      </mesh>
    </InFront>
  )
}
