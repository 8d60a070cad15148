import { AppError } from '../lib/errors.ts'
import type { Permission } from '../lib/http.ts'
import { type Admitted, admitted } from '../rooms/permissions.ts'
import { roomOf } from '../rooms/store.ts'

/**
 * In the room as a member. Who leads, listens, writes or interprets is there for others: and whoever leads must not know one
 * of the answers that a circle's are made of.
 */
export const mayShare: Permission<Admitted> = {
  name: 'member in the room',
  check: async (asked, deps) => {
    const person = await admitted.check(asked, deps)
    const room = await roomOf(deps.db, person.meetup.id)
    const seat = room?.state.seats.find((s) => s.admission === person.admission.id)
    if (seat?.role !== 'member') throw new AppError('not_allowed')
    return person
  },
}
