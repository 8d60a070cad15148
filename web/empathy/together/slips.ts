/** With what one shared of a going-through, and whether it is shared now. */
export type Slip = { opened: number; slip: string; shared: boolean }

const keyOf = (person: string) => `shared with the circle: ${person}`

/**
 * Slips in a tab’s own memory, over a reload: without theirs nobody could take their answers back. Each person who was at
 * this device has their own, by their identity in the room. The memory may refuse: then a slip holds for this page.
 */
export function createSlips(memory: () => Pick<Storage, 'getItem' | 'setItem'>) {
  return {
    of(person: string, opened: number): Slip | undefined {
      try {
        const kept: Slip = JSON.parse(memory().getItem(keyOf(person)) ?? '{}')
        return kept.opened === opened && typeof kept.slip === 'string' ? kept : undefined
      } catch {
        return undefined
      }
    },
    keep(person: string, slip: Slip): void {
      try {
        memory().setItem(keyOf(person), JSON.stringify(slip))
      } catch {
        // a browser that keeps nothing
      }
    },
  }
}
