import type { Place } from '../kit/types.ts'

/** Where things are in the shop: words, sound and picture agree on it. Metres. */
export const places = {
  doors: [0, 1.2, -2.2],
  fridges: [0, 1, -7],
  fridgeLeft: [-2.2, 1, -6],
  lights: [0, 3.2, -3],
  tills: [3.2, 1, -3],
  loudspeaker: [-1.5, 3, -4],
  music: [1.5, 3, -3],
  trolley: [-2.4, 0.4, -3.2],
  /** the man with a basket, and Ivo: where their mouths are */
  shopper: [0.92, 1.55, -1.85],
  ivo: [0.72, 1.3, -1.62],
  yeast: [-0.35, 0.95, -1],
} as const satisfies Record<string, Place>
