import { requireStanding } from '../circles/store.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { memberOfMeetup } from '../meetups/permissions.ts'
import { phaseOf } from '../meetups/rules.ts'
import { answers, lockMeetup, putAnswer } from '../meetups/store.ts'
import { roomsContract } from './contract.ts'
import { grantFor } from './grants.ts'
import { admitted, facilitatorInRoom } from './permissions.ts'
import { decideJoin, isHeld } from './rules.ts'
import { toEvent } from './state.ts'
import * as store from './store.ts'
import { roomView } from './views.ts'

const route = routesOf(roomsContract)

export const roomRoutes = [
  route(
    'POST /api/meetups/:meetupId/join',
    memberOfMeetup,
    async ({ actor, meetup, me, body, deps, now }) => {
      const { room, admission } = await deps.db.transaction(async (tx) => {
        const locked = await store.lockRoom(tx, meetup.id, now)
        // both may have changed since the permission was read
        const current = await lockMeetup(tx, meetup.id)
        if (!current) throw new AppError('not_found')
        const { role } = await requireStanding(tx, me.id)
        const before = await store.admissionOf(tx, meetup.id, me.id)
        const { taken, mine } = await answers(tx, [meetup.id], [me.id])
        const rsvp = mine.get(meetup.id) ?? null
        const decision = decideJoin({
          phase: phaseOf(current, now),
          role,
          strong: actor.strong,
          rsvp,
          going: taken.get(meetup.id) ?? 0,
          admission: before ? { state: before.state, tab: before.tab, held: isHeld(before, now) } : null,
          tab: body.tab,
          moveHere: body.moveHere,
        })
        if (!decision.ok) throw new AppError(decision.refusal)
        if (rsvp !== 'going') await putAnswer(tx, meetup.id, me.id, 'going', now)
        const from = { tab: body.tab, loginSessionId: actor.loginSessionId }
        const admission = !before
          ? await store.insertAdmission(tx, meetup.id, me.id, from, now)
          : decision.how === 'move'
            ? await store.moveAdmission(tx, before, from, now)
            : await store.claimAdmission(tx, before, from, now)
        return {
          room: await deps.live.apply(tx, locked, { type: 'sit', admission: admission.id, role }),
          admission,
        }
      })
      const allowed = async () => {
        const grant = grantFor(admission.id, room.state)
        const token = await deps.livekit.token(room.livekitName, admission.identity, grant)
        await deps.live.open(meetup.id)
        if (body.ticket) deps.tickets.give(body.ticket, token)
        return token
      }
      const [token, view] = await Promise.all([allowed(), roomView(deps.db, room, me.id)])
      return { token, room: view }
    },
  ),
  route('GET /api/meetups/:meetupId/room', memberOfMeetup, async ({ meetup, me, deps }) => {
    const room = await store.roomOf(deps.db, meetup.id)
    if (!room) throw new AppError('not_found')
    const view = await roomView(deps.db, room, me.id)
    if (view.phase === 'ended') throw new AppError('meetup_over')
    return view
  }),
  route('POST /api/meetups/:meetupId/room/leave', memberOfMeetup, async ({ meetup, me, body, deps, now }) => {
    const [room, admission] = [
      await store.roomOf(deps.db, meetup.id),
      await store.admissionOf(deps.db, meetup.id, me.id),
    ]
    if (!room || admission?.tab !== body.tab) return
    await store.noteLeft(deps.db, admission.id, now)
    await store.releaseAdmission(deps.db, admission.id)
    await deps.db.transaction(async (tx) =>
      deps.live.apply(tx, await store.lockRoom(tx, meetup.id, now), {
        type: 'leave',
        admission: admission.id,
      }),
    )
    await deps.livekit.remove(room.livekitName, admission.identity).catch(() => {})
  }),
  route(
    'POST /api/meetups/:meetupId/room/commands',
    facilitatorInRoom,
    async ({ meetup, me, body, deps, now }) => {
      const room = await deps.db.transaction(async (tx) => {
        const locked = await store.lockRoom(tx, meetup.id, now)
        if (body.version !== locked.version) throw new AppError('room_changed')
        const rows = await store.admissionsOf(tx, meetup.id)
        const event = toEvent(
          body.command,
          (identity) => rows.find((r) => r.admission.identity === identity)?.admission.id,
        )
        if (!event) throw new AppError('not_in_room')
        return deps.live.apply(tx, locked, event)
      })
      // what was decided is stored; when LiveKit does not answer now, the sweep makes it true as soon as it does
      await deps.live.settle(meetup.id).catch(() => {})
      return roomView(deps.db, room, me.id)
    },
  ),
  route(
    'PUT /api/meetups/:meetupId/room/scene/me',
    admitted,
    async ({ meetup, me, admission, body, deps, now }) => {
      const room = await deps.db.transaction(async (tx) =>
        deps.live.apply(tx, await store.lockRoom(tx, meetup.id, now), {
          type: body.out ? 'step_out' : 'step_in',
          admission: admission.id,
        }),
      )
      await deps.live.settle(meetup.id).catch(() => {})
      return roomView(deps.db, room, me.id)
    },
  ),
]
