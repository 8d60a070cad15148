import type { Circle } from './channel.ts'
import { TOPIC as SUPPLY, type Supply } from './supply.ts'

/** Tells everyone when our own supply changes, and newcomers when they come; a second screen too. */
export function createAnnouncer(circle: Circle, supply: () => Supply): () => void {
  let said: Supply | undefined
  const told = new Set<string>()
  return () => {
    const { you, people, screens } = circle.now()
    if (!people.some((p) => p.identity === you)) return
    const next = supply()
    const others = [...people.map((p) => p.identity), ...screens].filter((identity) => identity !== you)
    const to = next === said ? others.filter((identity) => !told.has(identity)) : others
    said = next
    told.clear()
    for (const identity of others) told.add(identity)
    if (to.length > 0)
      circle.send(SUPPLY, next, {}, to).catch(() => {
        for (const identity of to) told.delete(identity)
      })
  }
}
