import { signedIn } from '../accounts/permissions.ts'
import { facilitatorOfCircle, memberOfCircle } from '../circles/permissions.ts'
import { requireStanding } from '../circles/store.ts'
import type { Database } from '../db/open.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { newId } from '../lib/ids.ts'
import { giveBackAdmission } from '../rooms/store.ts'
import { type MeetupChange, meetupsContract } from './contract.ts'
import { facilitatorOfMeetup, memberOfMeetup } from './permissions.ts'
import { instantOf, phaseOf, startProblem, takesSeat } from './rules.ts'
import * as store from './store.ts'
import { meetupView, meetupViews } from './views.ts'

const route = routesOf(meetupsContract)
const DAY = 86_400_000

/** The instant of a wall-clock time that may be scheduled. Throws `time_not_possible`. */
function startOf(startsLocal: string, zone: string, now: Date): Date {
  const startsAt = instantOf(startsLocal, zone)
  const problem = startProblem(startsAt, now)
  if (!startsAt || problem)
    throw new AppError('time_not_possible', { fields: { startsLocal: problem ?? 'not_valid' } })
  return startsAt
}

/** Changes a meetup that has not begun. Throws `meetup_over`, `seats_in_use` or `time_not_possible`. */
async function change(tx: Database, id: string, set: MeetupChange, now: Date): Promise<store.MeetupRow> {
  const meetup = await store.lockMeetup(tx, id)
  if (!meetup || phaseOf(meetup, now) !== 'scheduled') throw new AppError('meetup_over')
  if (set.seats !== undefined && set.seats < (await store.seatsTaken(tx, id)))
    throw new AppError('seats_in_use')
  const moved = set.startsLocal !== undefined || set.zone !== undefined
  const startsAt = moved
    ? startOf(set.startsLocal ?? meetup.startsLocal, set.zone ?? meetup.zone, now)
    : meetup.startsAt
  return store.updateMeetup(tx, id, { ...set, startsAt })
}

export const meetupRoutes = [
  route('GET /api/meetups', signedIn, async ({ actor, deps, now }) => {
    const rows = await store.meetupsOfAccount(deps.db, actor.accountId, new Date(now.getTime() - DAY))
    const views = await meetupViews(deps, rows)
    return { meetups: views.filter((m) => m.phase !== 'ended'), now: now.toISOString() }
  }),
  route('GET /api/circles/:circleId/meetups', memberOfCircle, async ({ circle, me, deps, now }) => {
    const rows = await store.meetupsOfCircle(deps.db, circle.id, new Date(now.getTime() - 30 * DAY))
    return {
      meetups: await meetupViews(
        deps,
        rows.map((meetup) => ({ meetup, circle, me })),
      ),
    }
  }),
  route(
    'POST /api/circles/:circleId/meetups',
    facilitatorOfCircle,
    async ({ circle, me, body: { id = newId(), ...values }, deps, now }) =>
      deps.db.transaction(async (tx) => {
        const view = (meetup: store.MeetupRow) => meetupView({ ...deps, db: tx }, { meetup, circle, me })
        let sentBefore = await store.meetupById(tx, id)
        if (!sentBefore) {
          const startsAt = startOf(values.startsLocal, values.zone, now)
          const meetup = await store.insertMeetup(tx, circle.id, { id, ...values, startsAt }, now)
          if (meetup) {
            // whoever schedules it comes: the facilitator's seat is the first one taken
            await store.putAnswer(tx, meetup.id, me.id, 'going', now)
            return view(meetup)
          }
          sentBefore = await store.meetupById(tx, id)
        }
        if (sentBefore?.circleId !== circle.id) throw new AppError('not_valid')
        return view(phaseOf(sentBefore, now) === 'scheduled' ? await change(tx, id, values, now) : sentBefore)
      }),
  ),
  route('GET /api/meetups/:meetupId', memberOfMeetup, async ({ deps, now, ...source }) => ({
    ...(await meetupView(deps, source)),
    now: now.toISOString(),
  })),
  route(
    'GET /api/meetups/:meetupId/events',
    memberOfMeetup,
    async ({ meetup, deps }) =>
      (send) =>
        deps.changes.on(meetup.id, send),
  ),
  route(
    'PATCH /api/meetups/:meetupId',
    facilitatorOfMeetup,
    async ({ meetup: { id }, circle, me, body, deps, now }) =>
      deps.db.transaction(async (tx) =>
        meetupView({ ...deps, db: tx }, { meetup: await change(tx, id, body, now), circle, me }),
      ),
  ),
  route(
    'POST /api/meetups/:meetupId/cancel',
    facilitatorOfMeetup,
    async ({ meetup: { id }, circle, me, body, deps, now }) => {
      const cancelled = await deps.db.transaction(async (tx) => {
        const meetup = await store.lockMeetup(tx, id)
        if (!meetup || phaseOf(meetup, now) === 'ended') throw new AppError('meetup_over')
        if (meetup.cancelledAt) return meetup
        return store.updateMeetup(tx, id, { cancelledAt: now, cancelReason: body.reason })
      })
      // the cancellation is stored; when LiveKit does not answer now, the sweep closes the room as soon as it does
      await deps.live.close(id).catch(() => {})
      return meetupView(deps, { meetup: cancelled, circle, me })
    },
  ),
  route(
    'PUT /api/meetups/:meetupId/rsvp',
    memberOfMeetup,
    async ({ meetup: { id }, circle, me, body, deps, now }) =>
      deps.db.transaction(async (tx) => {
        const meetup = await store.lockMeetup(tx, id)
        if (!meetup || ['ended', 'cancelled'].includes(phaseOf(meetup, now)))
          throw new AppError('meetup_over')
        await requireStanding(tx, me.id)
        const before = await store.answerOf(tx, id, me.id)
        if (takesSeat(before, body.answer) && (await store.seatsTaken(tx, id)) >= meetup.seats)
          throw new AppError('no_seat_left')
        await store.putAnswer(tx, id, me.id, body.answer, now)
        if (body.answer !== 'going') await giveBackAdmission(tx, id, me.id)
        return meetupView({ ...deps, db: tx }, { meetup, circle, me })
      }),
  ),
]
