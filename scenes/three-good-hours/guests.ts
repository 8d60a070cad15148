import { hairs, skins } from '../kit/colours.ts'
import { bystander } from '../kit/people/bystander.ts'
import type { Person } from '../kit/people/figure.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { turned } from '../kit/shapes/solid.ts'

const guest = (i: number, hair: Person['hair'], top: string, more: Partial<Person> = {}): Person => ({
  skin: skins[i % skins.length] ?? '#c68a5f',
  hair,
  hairColour: Object.values(hairs)[(i * 2) % 6] ?? hairs.brown,
  top,
  ...more,
})

type Standing = readonly [x: number, z: number, turn: number, who: Person]

/** Ten of the twelve: they stand in twos and threes and talk to each other. */
const NEAR: readonly Standing[] = [
  [-1.72, -1.95, 0.95, guest(0, 'short', '#7a8f6c', { size: 1.04 })],
  [-1.42, -2.45, 0.5, guest(4, 'curls', '#b5603c')],
  [1.55, -2.1, -0.9, guest(2, 'long', '#4a6584', { size: 0.97 })],
  [2.05, -1.7, -1.3, guest(5, 'short', '#c39a58', { size: 1.05, broad: 1.08 })],
  [1.75, -2.75, -0.4, guest(1, 'bun', '#8c5348', { size: 0.95 })],
]
const FAR: readonly Standing[] = [
  [-0.62, -2.62, 0.55, guest(3, 'thin', '#6d7890', { size: 1.03 })],
  [-0.12, -2.55, -0.5, guest(0, 'bob', '#7c4d70', { size: 0.96 })],
  [-0.36, -3.0, 0.1, guest(5, 'scarf', '#5f7f6a', { trim: '#c98a80', size: 0.94 })],
  [0.55, -2.72, 0.7, guest(1, 'short', '#9a4a38')],
  [1.02, -2.72, -0.6, guest(4, 'long', '#dcc39a', { size: 0.98 })],
]

const tumbler = (): Shape =>
  turned(
    [
      [0.026, 0],
      [0.033, 0.09],
      [0, 0.075],
    ],
    '#e6d9c4',
    { around: 8, foot: '#c9894a' },
  )

const people = (who: readonly Standing[]): Shape =>
  merge(
    who.map(([x, z, turn, person]) =>
      put(
        merge([
          bystander(person, { hands: 'glass' }),
          put(tumbler(), { at: [-0.1 * (person.size ?? 1), 1.225 * (person.size ?? 1), 0.36] }),
        ]),
        { at: [x, 0, z], turn: [0, turn, 0] },
      ),
    ),
  )

export const nearGuests = () => people(NEAR)
export const farGuests = () => people(FAR)

/** The one other guest when Maya invites four. */
export const fourth = (): Shape =>
  put(bystander(guest(4, 'curls', '#b5603c'), { hands: 'glass', sitting: true }), {
    at: [-1.08, 0, -1.16],
    turn: [0, Math.PI / 2, 0],
  })
