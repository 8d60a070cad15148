import type { Place } from '../kit/types.ts'

/** Where things are in Leif's kitchen: words, sound and picture agree on it. Metres. */
export const places = {
  ownCup: [-0.2, 0.74, -0.98],
  herCup: [0.2, 0.74, -1.36],
  sheet: [-0.42, 0.74, -1.22],
  jar: [-0.68, 0.74, -1.28],
  phone: [0.4, 0.742, -1.02],
  lamp: [-0.05, 1.7, -1.4],
  chair: [0.44, 0, -1.98],
  radio: [-1.36, 0.84, -2.8],
  kettle: [-1.85, 0.9, -1.6],
  tap: [-1.85, 1.1, -0.55],
  coat: [0.88, 1.6, -2.84],
  door: [1.5, 0, -2.9],
  clock: [1.5, 2.26, -2.86],
  /** the street below the window, and the path along the water */
  street: [-2.5, 0, -5],
  path: [1, 0, -6],
} as const satisfies Record<string, Place>
