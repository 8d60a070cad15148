import { Temporal } from 'temporal-polyfill'
import { makeLink } from '../accounts/links.ts'
import { DAY } from '../accounts/rules.ts'
import { insertCircle, insertMembership } from '../circles/store.ts'
import { accounts } from '../db/schema.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../lib/ids.ts'
import { insertMeetup, putAnswer } from '../meetups/store.ts'
import { circles, doors } from './community.ts'

/** Fills an empty database with a small community and returns the lines to print; does nothing to a database in use. */
export async function fillDemo(deps: Deps): Promise<string[]> {
  const { db } = deps
  if ((await db.select({ id: accounts.id }).from(accounts).limit(1)).length > 0)
    return ['--demo: this database has accounts already, so nothing was added.']
  const now = deps.now()
  const zone = Temporal.Now.timeZoneId()
  const people = new Map<string, string>()
  await db.transaction(async (tx) => {
    for (const circle of circles) {
      const { facilitators, members, meetups, ...input } = circle
      const circleId = newId()
      await insertCircle(tx, { id: circleId, ...input }, now)
      const memberships = []
      for (const pseudonym of [...facilitators, ...members]) {
        const role = facilitators.includes(pseudonym) ? ('facilitator' as const) : ('member' as const)
        const accountId = newId()
        const standing = pseudonym === 'Tove' ? 'steward' : role
        await tx.insert(accounts).values({
          id: accountId,
          name: pseudonym,
          email: `${accountId}@account.invalid`,
          standing,
          adultDeclaredAt: now,
          createdAt: now,
          updatedAt: now,
        })
        people.set(pseudonym, accountId)
        memberships.push(
          await insertMembership(tx, { circleId, accountId, pseudonym, role, state: 'joined' }, now),
        )
      }
      for (const meetup of meetups) {
        const startsAt = roundToQuarter(now.getTime() + meetup.inMinutes * 60_000)
        const startsLocal = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' })
        const { inMinutes: _, ...values } = meetup
        const id = newId()
        await insertMeetup(tx, circleId, { id, ...values, startsLocal, zone, startsAt }, now)
        for (const m of memberships.slice(0, meetup.seats - 2)) await putAnswer(tx, id, m.id, 'going', now)
      }
    }
  })
  const lines = ['A made-up community is here. These links sign you in, each once, for a day:']
  for (const { label, persona } of doors) {
    const { url } = await makeLink(
      deps,
      { purpose: 'sign_in', accountId: people.get(persona) as string, strong: true },
      DAY,
    )
    lines.push(`  ${label} (${persona}): ${url}`)
  }
  return lines
}

const roundToQuarter = (ms: number) => new Date(Math.floor(ms / 900_000) * 900_000)
