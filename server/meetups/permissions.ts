import { type Member, requireFacilitator, requireMember } from '../circles/permissions.ts'
import { circleById } from '../circles/store.ts'
import { AppError } from '../lib/errors.ts'
import type { Permission } from '../lib/http.ts'
import { type MeetupRow, meetupById } from './store.ts'

export type MeetupMember = Member & { meetup: MeetupRow }

/** A member of the circle whose meetup it is; to everyone else it does not exist. */
export const memberOfMeetup: Permission<MeetupMember> = {
  name: 'member of the meetup’s circle',
  check: async (asked, deps) => {
    const meetup = await meetupById(deps.db, asked.params?.meetupId ?? '')
    const circle = meetup && (await circleById(deps.db, meetup.circleId))
    if (!meetup || !circle) throw new AppError(asked.actor ? 'not_found' : 'sign_in_needed')
    return { ...(await requireMember(asked, circle, deps)), meetup }
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
