import { wrapped } from '../../../scenes/kit/timeline.ts'
import type { Caption } from './captionReader.ts'
import { arrow, chip, type Ink, plate, widthOf, write } from './ink.ts'
import type { Palette } from './palette.ts'

/** Metres, to be looked at from 1.4 m: capital letters are one degree of arc high (24 mm), 34 of them fit in a line. */
export const CAPTION = { width: 0.92, height: 0.24, away: 1.4 } as const
const SIZE = 0.0365
const STEP = 0.046
const NAME = 0.03
const PAD = 0.024
const ARROW = 0.07

/** Draws a caption, standing on the sheet's lower edge. `way`: where its speaker is, when out of view. */
export function drawCaption(
  ink: Ink,
  caption: Caption,
  way: 'left' | 'right' | undefined,
  palette: Palette,
): void {
  // what somebody says live may be longer: its end is what is new
  const lines = wrapped(caption.text).slice(-2)
  const header = caption.name === undefined ? 0 : NAME + 0.014
  const widest = Math.max(
    ...lines.map((line) => widthOf(ink, line, SIZE)),
    caption.name ? widthOf(ink, caption.name, NAME, true) + NAME * 1.4 : 0,
  )
  const side = way ? ARROW + 0.02 : 0
  const width = Math.min(CAPTION.width, widest + 2 * PAD + side)
  const height = header + lines.length * STEP + 2 * PAD
  const left = (CAPTION.width - width) / 2
  const top = CAPTION.height - height
  plate(ink, left, top, width, height, { fill: palette.ground, line: palette.line, radius: 0.022 })
  const x = left + PAD + (way === 'left' ? side : 0)
  const most = width - 2 * PAD - side
  let y = top + PAD
  if (caption.name !== undefined) {
    y += NAME / 2
    if (caption.mark) chip(ink, caption.mark, x + NAME * 0.45, y, NAME * 0.8)
    const colour = caption.mark?.colour ?? palette.ink
    write(ink, caption.name, x + NAME * 1.25, y, { size: NAME, colour, bold: true })
    y += NAME / 2 + 0.014
  }
  for (const line of lines) {
    write(ink, line, x, y + STEP / 2, { size: SIZE, colour: palette.ink, most })
    y += STEP
  }
  if (way) {
    const middle = way === 'left' ? left + PAD + ARROW / 2 : left + width - PAD - ARROW / 2
    arrow(ink, way, middle, top + height / 2, ARROW, palette)
  }
}

export const HISTORY = { width: 0.86, height: 0.74, lines: 4 } as const

/** Draws the last captions, the newest lowest. */
export function drawHistory(ink: Ink, said: readonly Caption[], palette: Palette): void {
  const rows = said.map((caption) => {
    const lines = wrapped(caption.text).slice(-2)
    return {
      caption,
      lines,
      tall: lines.length * STEP + (caption.name === undefined ? 0 : NAME + 0.008) + 0.018,
    }
  })
  const tall = rows.reduce((sum, row) => sum + row.tall, 2 * PAD - 0.018)
  plate(ink, 0, HISTORY.height - tall, HISTORY.width, tall, {
    fill: palette.ground,
    line: palette.line,
    radius: 0.022,
  })
  let y = HISTORY.height - tall + PAD
  for (const { caption, lines, tall: taken } of rows) {
    let at = y
    y += taken
    if (caption.name !== undefined) {
      if (caption.mark) chip(ink, caption.mark, PAD + NAME * 0.45, at + NAME / 2, NAME * 0.8)
      const colour = caption.mark?.colour ?? palette.ink
      write(ink, caption.name, PAD + NAME * 1.25, at + NAME / 2, { size: NAME, colour, bold: true })
      at += NAME + 0.008
    }
    for (const line of lines) {
      write(ink, line, PAD, at + STEP / 2, { size: SIZE, colour: palette.ink, most: HISTORY.width - 2 * PAD })
      at += STEP
    }
  }
}
