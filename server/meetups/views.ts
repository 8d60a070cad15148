import type { CircleRow, MembershipRow } from '../circles/store.ts'
import { personaOf } from '../circles/views.ts'
import type { Deps } from '../deps.ts'
import type { Meetup } from './contract.ts'
import { endsAt, opensAt, phaseOf } from './rules.ts'
import * as store from './store.ts'

type Source = { meetup: store.MeetupRow; circle: CircleRow; me: MembershipRow }

/** Meetups as one of their circle's members sees them; the number of queries does not grow with the list. */
export async function meetupViews(deps: Deps, sources: readonly Source[]): Promise<Meetup[]> {
  const now = deps.now()
  const [{ taken, mine }, facilitators] = await Promise.all([
    store.answers(
      deps.db,
      sources.map((s) => s.meetup.id),
      [...new Set(sources.map((s) => s.me.id))],
    ),
    store.facilitatorsOf(deps.db, [...new Set(sources.map((s) => s.circle.id))]),
  ])
  return sources.map(({ meetup, circle, me }) => ({
    id: meetup.id,
    circleId: circle.id,
    circleName: circle.name,
    topic: circle.topic,
    title: meetup.title,
    description: meetup.description,
    startsLocal: meetup.startsLocal,
    zone: meetup.zone,
    startsAt: meetup.startsAt.toISOString(),
    opensAt: opensAt(meetup).toISOString(),
    endsAt: endsAt(meetup).toISOString(),
    minutes: meetup.minutes,
    seats: meetup.seats,
    seatsTaken: taken.get(meetup.id) ?? 0,
    phase: phaseOf(meetup, now),
    cancelReason: meetup.cancelReason,
    facilitators: facilitators.filter((f) => f.circleId === circle.id).map(personaOf),
    guidelines: circle.guidelines,
    me: { role: me.role, rsvp: mine.get(meetup.id) ?? null, pseudonym: me.pseudonym, avatar: me.avatar },
  }))
}

export const meetupView = async (deps: Deps, source: Source): Promise<Meetup> =>
  (await meetupViews(deps, [source]))[0] as Meetup
