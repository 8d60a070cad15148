import type { Manifest } from './kit/types.ts'
import { manifest as saturdaySupermarket } from './saturday-supermarket/manifest.ts'
import { manifest as tableForEight } from './table-for-eight/manifest.ts'
import { manifest as theSecondCup } from './the-second-cup/manifest.ts'
import { manifest as threeGoodHours } from './three-good-hours/manifest.ts'

/** Every scene there is, in the order they are offered. Data only: the server reads it too. */
export const catalog = [
  // gentlest first
  tableForEight,
  threeGoodHours,
  theSecondCup,
  saturdaySupermarket,
] as const satisfies readonly Manifest[]

export type SceneId = (typeof catalog)[number]['id']

export const sceneOf = (id: string): Manifest | undefined =>
  catalog.find((scene: Manifest) => scene.id === id)
