import { requireStrong } from '../accounts/permissions.ts'
import { AppError } from '../lib/errors.ts'
import type { Permission } from '../lib/http.ts'
import { type MeetupMember, memberOfMeetup } from '../meetups/permissions.ts'
import { screenByIdentity } from './screens.ts'
import * as store from './store.ts'

export type Admitted = MeetupMember & { admission: store.AdmissionRow }

/** Admitted to the room now, whether connected or not. */
export const admitted: Permission<Admitted> = {
  name: 'admitted to the room',
  check: async (asked, deps) => {
    const member = await memberOfMeetup.check(asked, deps)
    const admission = await store.admissionOf(deps.db, member.meetup.id, member.me.id)
    if (admission?.state === 'removed') throw new AppError('removed_from_room')
    if (admission?.state !== 'admitted') throw new AppError('not_found')
    return { ...member, admission }
  },
}

/**
 * Admitted to the room from this very login session, and as strong as coming in needs. Another login session would have
 * to come in for itself first, which is seen: it must not begin to listen unseen.
 */
export const inRoomFromHere: Permission<Admitted> = {
  name: 'in the room from this login session',
  check: async (asked, deps) => {
    const person = await admitted.check(asked, deps)
    if (person.me.role === 'facilitator') requireStrong(person.actor)
    if (person.admission.loginSessionId !== person.actor.loginSessionId)
      throw new AppError('open_in_another_tab')
    return person
  },
}

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

/** The person whose second screen it is, or a facilitator in the room. */
export const mayEndScreen: Permission<MeetupMember & { identity: string }> = {
  name: 'owner of the screen, or facilitator in the room',
  check: async (asked, deps) => {
    const person = await admitted.check(asked, deps)
    const found = await screenByIdentity(deps.db, asked.params?.identity ?? '')
    if (found?.meetup.id !== person.meetup.id) throw new AppError('not_found')
    if (found.admission.id !== person.admission.id) await facilitatorInRoom.check(asked, deps)
    return { ...person, identity: found.screen.identity }
  },
}
