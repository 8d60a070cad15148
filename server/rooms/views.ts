import type { Database } from '../db/open.ts'
import { AppError } from '../lib/errors.ts'
import type { RoomView, Seat } from './contract.ts'
import * as store from './store.ts'

/** The room as one admitted person may see it. Throws when that person has no admitted row or no seat. */
export async function roomView(db: Database, room: store.RoomRow, myMembershipId: string): Promise<RoomView> {
  const rows = await store.admissionsOf(db, room.meetupId)
  const mine = rows.find((r) => r.admission.membershipId === myMembershipId)?.admission
  if (mine?.state === 'removed') throw new AppError('removed_from_room')
  const my = room.state.seats.find((s) => s.admission === mine?.id)
  if (mine?.state !== 'admitted' || !my) throw new AppError('not_found')
  const seats: Seat[] = room.state.seats.flatMap(({ admission, seat, role, muted }) => {
    const row = rows.find((r) => r.admission.id === admission)
    if (!row) return []
    const { pseudonym, avatar } = row.persona
    return [{ identity: row.admission.identity, seat, role, muted, pseudonym, avatar }]
  })
  return {
    version: room.version,
    phase: room.state.phase,
    seats,
    you: { identity: mine.identity, role: my.role },
  }
}
