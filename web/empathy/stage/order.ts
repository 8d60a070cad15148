/** Drawn after everything of a scene, and over it; pointers last, so that one sees where one points. */
export const ORDER = { veil: 1_000_000, panel: 1_000_001, pointer: 1_000_002 } as const

type Item = { id: number; groupOrder: number; renderOrder: number; z: number }

const rank = ({ renderOrder }: Item) => (renderOrder >= ORDER.veil ? renderOrder : 0)

/**
 * three's own order for what is not opaque (far before near), but for ours: no group or order of a scene comes after the
 * captions, the choices and the way out.
 */
export const oursLast = (a: Item, b: Item): number =>
  rank(a) - rank(b) ||
  a.groupOrder - b.groupOrder ||
  a.renderOrder - b.renderOrder ||
  b.z - a.z ||
  a.id - b.id
