/** The middle of a tile, in pixels from the box's start edge and top. */
export type Place = { x: number; y: number }
export type Seating = { edge: number; places: readonly Place[] }

const LARGEST = 300
/** Two people, or one who waits, have the whole box: they may be larger. */
const LARGEST_OF_TWO = 380
const SMALLEST = 56
/** Room below a tile for its name, and between two tiles. */
const NAME = 22
const GAP = 12

/** The hearth in the middle stays free for words of this size. */
const hearthIn = (width: number) => ({ w: Math.min(width * 0.38, 420), h: 120 })

/** A superellipse of this exponent: a ring that uses the corners of a wide box a little more than an ellipse does. */
const EXPONENT = 2.8
const STEPS = 240

const bend = (v: number) => Math.sign(v) * Math.abs(v) ** (2 / EXPONENT)

/** `n` places at equal distances along the ring, clockwise from the top; two people in a wide box sit left and right. */
function placesFor(n: number, width: number, height: number, edge: number): Place[] {
  const besideHearth = n <= 2 ? (edge + hearthIn(width).w) / 2 + 3 * GAP : Number.POSITIVE_INFINITY
  const rx = Math.min((width - edge) / 2 - GAP, besideHearth)
  const ry = (height - edge - NAME) / 2
  const begin = n === 2 && width > height ? Math.PI : -Math.PI / 2
  const ring = Array.from({ length: STEPS + 1 }, (_, k) => {
    const angle = begin + (k / STEPS) * 2 * Math.PI
    return {
      x: width / 2 + bend(Math.cos(angle)) * rx,
      y: (height - NAME) / 2 + bend(Math.sin(angle)) * ry,
      at: 0,
    }
  })
  for (const [k, p] of ring.entries()) {
    const before = ring[k - 1]
    p.at = before ? before.at + Math.hypot(p.x - before.x, p.y - before.y) : 0
  }
  const round = ring[STEPS]?.at ?? 0
  const places = Array.from({ length: n }, (_, i) => {
    const at = (i / n) * round
    const k = Math.max(
      1,
      ring.findIndex((p) => p.at >= at),
    )
    const [p, q] = [ring[k - 1], ring[k]]
    if (!p || !q) return { x: width / 2, y: height / 2 }
    const part = q.at > p.at ? (at - p.at) / (q.at - p.at) : 0
    return { x: p.x + (q.x - p.x) * part, y: p.y + (q.y - p.y) * part }
  })
  return reachDown(places, edge / 2, height - NAME - edge / 2)
}

/** With an odd number nobody sits at the lower end of the ring: the places are drawn out so that the box is used whole. */
function reachDown(places: readonly Place[], top: number, bottom: number): Place[] {
  const ys = places.map((p) => p.y)
  const [first, last] = [Math.min(...ys), Math.max(...ys)]
  const all = last - first
  if (all < 1) return [...places]
  return places.map(({ x, y }) => ({ x, y: top + ((y - first) / all) * (bottom - top) }))
}

/** Whether no two tiles with their names meet, and none reaches into the hearth. */
function free(places: readonly Place[], width: number, height: number, edge: number): boolean {
  const hearth = hearthIn(width)
  const apart = (p: Place, x: number, y: number, dx: number, dy: number) =>
    Math.abs(p.x - x) >= dx || Math.abs(p.y - y) >= dy
  return places.every(
    (p, i) =>
      apart(p, width / 2, height / 2, (edge + hearth.w) / 2, (edge + NAME + hearth.h) / 2) &&
      places.slice(i + 1).every((q) => apart(p, q.x, q.y, edge + GAP, edge + NAME + 4)),
  )
}

/**
 * Seats `n` people in a ring around the hearth in a box of `width` × `height` pixels, with the largest square tiles
 * that keep apart. The order is the seats' order, the same for everyone; all tiles lie inside the box.
 */
export function seatingFor(n: number, width: number, height: number): Seating {
  for (let edge = n <= 2 ? LARGEST_OF_TWO : LARGEST; edge > SMALLEST; edge -= 4) {
    const places = placesFor(n, width, height, edge)
    if (edge + NAME <= height && edge + 2 * GAP <= width && free(places, width, height, edge))
      return { edge, places }
  }
  return { edge: SMALLEST, places: placesFor(n, width, height, SMALLEST) }
}
