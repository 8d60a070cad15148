import type { Deps } from '../deps.ts'
import type { Circle, MyMembership, Persona } from './contract.ts'
import { type CircleRow, type MembershipRow, nextStarts } from './store.ts'

/** What others in the circle see. Never the account. */
export const personaOf = (m: MembershipRow): Persona => ({
  id: m.id,
  pseudonym: m.pseudonym,
  avatar: m.avatar,
  role: m.role,
})

/** My own membership; null for none, and for one that was removed. */
export const myMembership = (m: MembershipRow | null | undefined): MyMembership | null =>
  m && m.state !== 'removed' ? { ...personaOf(m), state: m.state } : null

export async function circleViews(deps: Deps, rows: readonly CircleRow[]): Promise<Circle[]> {
  const starts = await nextStarts(
    deps.db,
    rows.map((c) => c.id),
    deps.now(),
  )
  return rows.map((c) => ({ ...c, nextStarts: (starts.get(c.id) ?? []).map((d) => d.toISOString()) }))
}

export const circleView = async (deps: Deps, row: CircleRow): Promise<Circle> =>
  (await circleViews(deps, [row]))[0] as Circle
