/** A seat in space: metres on the floor, and the turn about y (radians) with which its −z looks at the hearth. */
export type SeatPlace = { x: number; z: number; turn: number }

/** Two neighbours are this far apart, at least. Metres. */
export const APART = 1.25
/** Nobody sits nearer to the hearth than this. */
const SMALLEST = 1.5

/** The ring's radius for so many people, in metres: neighbours {@link APART} or more from each other. */
export const ringRadius = (people: number): number =>
  people < 2 ? SMALLEST : Math.max(SMALLEST, APART / (2 * Math.sin(Math.PI / people)))

/**
 * Where everyone sits as one of them sees it: that one at the origin, looking at −z, where the hearth is. The order is
 * the seats' order, clockwise seen from above, as on the flat page.
 */
export function ringAround(people: number, me: number): SeatPlace[] {
  const radius = ringRadius(people)
  return Array.from({ length: people }, (_, i) => {
    const angle = (((i - me + people) % people) / people) * 2 * Math.PI
    return { x: -Math.sin(angle) * radius, z: Math.cos(angle) * radius - radius, turn: -angle }
  })
}

/**
 * Where the others are in a scene: the ring's middle is behind the viewer, so that nobody sits in what there is to see,
 * and everybody looks the same way, as in a row that bends back.
 */
export const ringBehind = (people: number, me: number): SeatPlace[] =>
  ringAround(people, me).map(({ x, z }) => ({ x, z: -z, turn: 0 }))

/**
 * The turn about y (radians) with which a panel in a seat shows its +z face partly to the hearth and partly to who looks
 * from the origin: with 0 wholly to the hearth, with 1 to them. Those beside one would be seen from their edge otherwise.
 */
export function facing({ x, z, turn }: SeatPlace, part: number): number {
  const hearth = turn + Math.PI
  const apart = Math.atan2(-x, -z) - hearth
  return hearth + part * Math.atan2(Math.sin(apart), Math.cos(apart))
}
