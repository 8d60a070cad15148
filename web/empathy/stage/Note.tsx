import { useEffect, useMemo } from 'react'
import { brokenInto, plate, write } from './ink.ts'
import { ORDER } from './order.ts'
import { paletteOf } from './palette.ts'
import { createSheet } from './sheet.ts'

type Props = {
  title?: string
  lines: readonly string[]
  width: number
  height: number
  position: [x: number, y: number, z: number]
  contrast: boolean
  visible?: boolean
  name: string
}

/** Metres between the lines of a list, so that one sees where each begins. */
const GAP = 0.008

/** Words in the headset that are only read; more than two lines are a list. */
export function Note({ title, lines, width, height, position, contrast, visible = true, name }: Props) {
  const sheet = useMemo(() => createSheet(width, height, 2), [width, height])
  useEffect(() => () => sheet.close(), [sheet])
  const text = lines.join('\n')
  useEffect(() => {
    const palette = paletteOf(contrast)
    sheet.paint((ink) => {
      const most = width - 0.04
      const each = text.split('\n').map((line) => brokenInto(ink, line, 0.018, most))
      const gap = each.length > 2 ? GAP : 0
      const rows = each.flat().length * 0.0235 + (each.length - 1) * gap
      const titles = title ? brokenInto(ink, title, 0.021, most, true) : []
      const tall = Math.min(height, titles.length * 0.027 + rows + 0.032)
      plate(ink, 0, height - tall, width, tall, { fill: palette.ground, line: palette.line })
      let y = height - tall + 0.016
      for (const row of titles) {
        write(ink, row, width / 2, y + 0.0135, {
          size: 0.021,
          colour: palette.press,
          bold: true,
          align: 'center',
        })
        y += 0.027
      }
      for (const line of each) {
        for (const row of line) {
          write(ink, row, width / 2, y + 0.0118, { size: 0.018, colour: palette.ink, align: 'center', most })
          y += 0.0235
        }
        y += gap
      }
    })
  }, [sheet, title, text, width, height, contrast])
  return (
    <mesh
      name={name}
      position={position}
      material={sheet.material}
      renderOrder={ORDER.panel}
      visible={visible}
    >
      <planeGeometry args={[width, height]} />
    </mesh>
  )
}
