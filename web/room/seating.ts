/** Middle of a tile in pixels from the top and from the line's start of the ring's box. */
export type Place = { x: number; y: number }
export type Seating = {
  /** edge of the square tiles, pixels */
  edge: number
  /** first at the top, then clockwise: the order of the seats, the same for everyone */
  places: readonly Place[]
}

/** Room below a tile for the name, and between neighbours, pixels. */
export const NAME_HEIGHT = 22
const GAP = 14
export const SMALLEST_EDGE = 72
const LARGEST_EDGE = 300
const STEPS = 240

/** Space in the middle that stays free for the hearth. */
export const hearthOf = (width: number, height: number) => ({
  width: Math.min(width * 0.4, 420),
  height: Math.min(height * 0.3, 170),
})

/**
 * Places `n` people (1 … 15) on an ellipse around the hearth, as large as they fit in `width` × `height` pixels without
 * touching one another or the hearth. Undefined when they would be smaller than {@link SMALLEST_EDGE}: show a strip.
 */
export function seat(n: number, width: number, height: number): Seating | undefined {
  for (let edge = LARGEST_EDGE; edge >= SMALLEST_EDGE; edge -= 4) {
    const places = around(n, width, height, edge)
    if (places && fits(places, width, height, edge)) return { edge, places }
  }
  return undefined
}

/** Points at equal distances along the ellipse on which tiles of this size touch the edges of the box. */
function around(n: number, width: number, height: number, edge: number): Place[] | undefined {
  const rx = (width - edge) / 2 - GAP
  const ry = (height - edge - NAME_HEIGHT) / 2 - 6
  if (rx <= 0 || ry <= 0) return undefined
  // two people sit opposite each other, left and right of the hearth; more begin at the top
  const start = n === 2 ? -Math.PI : -Math.PI / 2
  const point = (i: number): Place => {
    const angle = start + (i / STEPS) * 2 * Math.PI
    return { x: width / 2 + Math.cos(angle) * rx, y: (height - NAME_HEIGHT) / 2 + Math.sin(angle) * ry }
  }
  const lengths = [0]
  for (let i = 1; i <= STEPS; i++) lengths.push((lengths[i - 1] ?? 0) + distance(point(i - 1), point(i)))
  const whole = lengths[STEPS] ?? 0
  return Array.from({ length: n }, (_, k) => point(lengths.findIndex((l) => l >= (k / n) * whole)))
}

const distance = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y)

function fits(places: readonly Place[], width: number, height: number, edge: number): boolean {
  const hearth = hearthOf(width, height)
  const middle = { x: width / 2, y: height / 2 }
  return places.every((p, i) => {
    const tile = { x: p.x, y: p.y + NAME_HEIGHT / 2 }
    const free =
      Math.abs(tile.x - middle.x) >= (edge + hearth.width) / 2 ||
      Math.abs(tile.y - middle.y) >= (edge + NAME_HEIGHT + hearth.height) / 2
    return (
      free &&
      places
        .slice(i + 1)
        .every((q) => Math.abs(p.x - q.x) >= edge + GAP || Math.abs(p.y - q.y) >= edge + NAME_HEIGHT + GAP)
    )
  })
}
