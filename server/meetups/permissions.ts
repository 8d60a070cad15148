import { type Member, requireFacilitator, requireMember } from '../circles/permissions.ts'
import { AppError } from '../lib/errors.ts'
import type { Permission } from '../lib/http.ts'
import { type MeetupRow, meetupAsSeenBy } from './store.ts'

export type MeetupMember = Member & { meetup: MeetupRow }

/** A member of the circle whose meetup it is; to everyone else it does not exist. */
export const memberOfMeetup: Permission<MeetupMember> = {
  name: 'member of the meetup’s circle',
  check: async (asked, deps) => {
    const id = asked.params?.meetupId ?? ''
    const found = await meetupAsSeenBy(deps.db, id, asked.actor?.accountId ?? '')
    if (!found) throw new AppError(asked.actor ? 'not_found' : 'sign_in_needed')
    return { ...requireMember(asked, found), meetup: found.meetup }
  },
}

export const facilitatorOfMeetup: Permission<MeetupMember> = {
  name: 'facilitator of the meetup’s circle',
  check: async (asked, deps) => {
    const member = await memberOfMeetup.check(asked, deps)
    requireFacilitator(member)
    return member
  },
}
