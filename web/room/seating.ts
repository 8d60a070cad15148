/** Where a seat is in the ring: the middle of its tile, in percent of the ring's box. */
export type Place = { x: number; y: number }

/**
 * Places of `n` people around the hearth, first at the top, clockwise: the order is the seats' order, the same for
 * everyone. Tiles lie on an ellipse of the box, so that the hearth in the middle stays free.
 */
export function placesFor(n: number): Place[] {
  const few = n <= 2
  return Array.from({ length: n }, (_, i) => {
    const angle = (i / n) * 2 * Math.PI - (few ? Math.PI : Math.PI / 2)
    return { x: 50 + Math.cos(angle) * 40, y: 50 + Math.sin(angle) * (few ? 0 : n <= 4 ? 32 : 38) }
  })
}

/**
 * Edge length in pixels of a square tile, so that neighbours on the ellipse of a `width` × `height` box do not touch
 * and names fit below: the smallest distance between two neighbours, less a gap.
 */
export function tileSize(n: number, width: number, height: number): number {
  const places = placesFor(Math.max(n, 1)).map(({ x, y }) => ({
    x: (x / 100) * width,
    y: (y / 100) * height,
  }))
  const gaps = places.map((p, i) => {
    const q = places[(i + 1) % places.length] ?? p
    // tiles are square: they stay apart when they are apart along one axis
    return Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y))
  })
  const apart = n > 1 ? Math.min(...gaps) - 18 : width
  // fewer people have more room each; the outermost tiles and their names stay inside the box
  const share = n <= 2 ? 0.5 : n <= 4 ? 0.34 : 0.24
  const inside = Math.min(width * (n <= 2 ? 0.34 : 0.22), height * share - 12)
  return Math.round(Math.max(64, Math.min(apart, inside, 300)))
}
