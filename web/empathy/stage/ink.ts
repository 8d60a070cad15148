import type { Mark, Palette } from './palette.ts'

// drawing on a 2D canvas; all lengths are metres, the sheet's context is scaled for it
export type Ink = CanvasRenderingContext2D

const FAMILY = '"Atkinson Hyperlegible Next", system-ui, sans-serif'

/** A font of so many metres. Canvas fonts want whole pixels: the text is set at 100 and scaled down. */
const SET = 100
export const fontOf = (bold: boolean): string => `${bold ? 600 : 400} ${SET}px ${FAMILY}`

/** Width of a text in metres. */
export function widthOf(ink: Ink, text: string, size: number, bold = false): number {
  ink.font = fontOf(bold)
  return (ink.measureText(text).width * size) / SET
}

/** Writes one line whose middle is at `y`; narrower when it would be wider than `most`. */
export function write(
  ink: Ink,
  text: string,
  x: number,
  y: number,
  {
    size,
    colour,
    bold = false,
    align = 'left',
    most = Number.POSITIVE_INFINITY,
  }: { size: number; colour: string; bold?: boolean; align?: 'left' | 'center' | 'right'; most?: number },
): void {
  const narrow = Math.min(1, most / Math.max(widthOf(ink, text, size, bold), 1e-6))
  ink.save()
  ink.translate(x, y)
  ink.scale((size / SET) * narrow, (size / SET) * narrow)
  ink.font = fontOf(bold)
  ink.fillStyle = colour
  ink.textAlign = align
  ink.textBaseline = 'middle'
  ink.fillText(text, 0, 0)
  ink.restore()
}

/** A text in lines no wider than `most` metres, broken between words. */
export function brokenInto(ink: Ink, text: string, size: number, most: number, bold = false): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(ink, `${last} ${word}`, size, bold) <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A plate with round corners. */
export function plate(
  ink: Ink,
  x: number,
  y: number,
  width: number,
  height: number,
  {
    fill,
    line,
    thick = 0.002,
    radius = 0.016,
  }: { fill: string; line?: string; thick?: number; radius?: number },
): void {
  const inset = line ? thick / 2 : 0
  ink.beginPath()
  ink.roundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, radius)
  ink.fillStyle = fill
  ink.fill()
  if (!line) return
  ink.lineWidth = thick
  ink.strokeStyle = line
  ink.stroke()
}

/** A speaker's mark around (x, y). */
export function chip(ink: Ink, { colour, shape }: Mark, x: number, y: number, size: number): void {
  const r = size / 2
  ink.fillStyle = colour
  ink.strokeStyle = colour
  ink.beginPath()
  if (shape === 'square') ink.rect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76)
  else if (shape === 'bar') ink.rect(x - r, y - r * 0.45, r * 2, r * 0.9)
  else if (shape === 'triangle' || shape === 'diamond') {
    ink.moveTo(x, y - r)
    ink.lineTo(x + r, shape === 'diamond' ? y : y + r * 0.8)
    if (shape === 'diamond') ink.lineTo(x, y + r)
    ink.lineTo(x - r, shape === 'diamond' ? y : y + r * 0.8)
    ink.closePath()
  } else ink.arc(x, y, shape === 'ring' ? r * 0.72 : r, 0, 2 * Math.PI)
  if (shape !== 'ring') return void ink.fill()
  ink.lineWidth = r * 0.5
  ink.stroke()
}

/** An arrow to the left or the right, its middle at (x, y). */
export function arrow(
  ink: Ink,
  way: 'left' | 'right',
  x: number,
  y: number,
  size: number,
  { press }: Palette,
) {
  const to = way === 'left' ? -1 : 1
  ink.lineWidth = size * 0.2
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
  ink.strokeStyle = press
  ink.beginPath()
  ink.moveTo(x - to * size * 0.5, y)
  ink.lineTo(x + to * size * 0.5, y)
  ink.moveTo(x + to * size * 0.1, y - size * 0.38)
  ink.lineTo(x + to * size * 0.5, y)
  ink.lineTo(x + to * size * 0.1, y + size * 0.38)
  ink.stroke()
}
