import { requireStrong } from '../accounts/permissions.ts'
import { AppError } from '../lib/errors.ts'
import type { Permission } from '../lib/http.ts'
import { type MeetupMember, memberOfMeetup } from '../meetups/permissions.ts'
import * as store from './store.ts'

/** In the room as a facilitator, in a strong login session. The role in the room counts, not the one in the circle; trained in any case. */
export const facilitatorInRoom: Permission<MeetupMember> = {
  name: 'facilitator in the room',
  check: async (asked, deps) => {
    const member = await memberOfMeetup.check(asked, deps)
    const [room, admission] = await Promise.all([
      store.roomOf(deps.db, member.meetup.id),
      store.admissionOf(deps.db, member.meetup.id, member.me.id),
    ])
    const seat = room?.state.seats.find((s) => s.admission === admission?.id)
    if (admission?.state !== 'admitted' || seat?.role !== 'facilitator') throw new AppError('not_allowed')
    if (member.actor.standing === 'member') throw new AppError('not_allowed')
    requireStrong(member.actor)
    return member
  },
}
