import { useEffect, useMemo, useRef } from 'react'
import type { Mesh } from 'three'
import type { DwellTargets } from './dwell.ts'
import { brokenInto, plate, write } from './ink.ts'
import { ORDER } from './order.ts'
import { paletteOf } from './palette.ts'
import { REACH, REACH_TARGET } from './reach.ts'
import { createSheet } from './sheet.ts'

type Props = {
  label: string
  hint?: string
  width: number
  height?: number
  /** radians above the middle of what it belongs to */
  angle: number
  contrast: boolean
  /** the one that is meant most of the time */
  main?: boolean
  dwell: DwellTargets
  onPress: () => void
  name: string
}

/** A large button in the headset: by ray, fingertip, one button while looking at it, or by looking long enough. */
export function PressButton(props: Props) {
  const {
    label,
    hint,
    width,
    height = REACH_TARGET,
    angle,
    contrast,
    main = false,
    dwell,
    onPress,
    name,
  } = props
  const mesh = useRef<Mesh>(null)
  const press = useRef(onPress)
  press.current = onPress
  const sheet = useMemo(() => createSheet(width, height, 2), [width, height])
  useEffect(() => () => sheet.close(), [sheet])
  const draw = useMemo(() => {
    const { raised, line, ink: colour, press: ember, onPress: onEmber, soft } = paletteOf(contrast)
    return (lit: boolean) =>
      sheet.paint((ink) => {
        const filled = main || lit
        plate(ink, 0, 0, width, height, {
          fill: filled ? ember : raised,
          line: lit ? colour : line,
          thick: lit ? 0.004 : 0.0016,
        })
        const size = 0.019
        const most = width - 0.03
        const lines = brokenInto(ink, label, size, most, true).slice(0, 2)
        const rows = hint && lines.length === 1 ? 2 : lines.length
        const step = size * 1.18
        let y = height / 2 - ((rows - 1) * step) / 2
        for (const text of lines) {
          write(ink, text, width / 2, y, {
            size,
            colour: filled ? onEmber : colour,
            bold: true,
            align: 'center',
            most,
          })
          y += step
        }
        if (hint && lines.length === 1)
          write(ink, hint, width / 2, y, {
            size: 0.0145,
            colour: filled ? onEmber : soft,
            align: 'center',
            most,
          })
      })
  }, [sheet, label, hint, width, height, contrast, main])
  useEffect(() => draw(false), [draw])
  useEffect(() => {
    if (!mesh.current) return
    return dwell.add({ mesh: mesh.current, width, height, press: () => press.current(), light: draw })
  }, [dwell, width, height, draw])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: no element, a shape in the picture; the page has the same buttons
    <mesh
      ref={mesh}
      name={name}
      position={[0, REACH * Math.sin(angle), REACH * (1 - Math.cos(angle))]}
      rotation-x={angle}
      material={sheet.material}
      renderOrder={ORDER.panel}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
      }}
      onPointerEnter={() => draw(true)}
      onPointerLeave={() => draw(false)}
    >
      <planeGeometry args={[width, height]} />
    </mesh>
  )
}
