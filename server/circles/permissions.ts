import type { Actor } from '../accounts/auth.ts'
import { requireSignedIn, requireStrong } from '../accounts/permissions.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../lib/errors.ts'
import type { Asked, Permission } from '../lib/http.ts'
import { type CircleRow, circleById, type MembershipRow, membershipOf } from './store.ts'

type Seen = { actor: Actor | null; circle: CircleRow; me: MembershipRow | null }
export type Member = { actor: Actor; circle: CircleRow; me: MembershipRow }

async function look({ actor, params }: Asked, deps: Deps): Promise<Seen> {
  const circle = await circleById(deps.db, params?.circleId ?? '')
  if (!circle) throw new AppError('not_found')
  return {
    actor,
    circle,
    me: actor ? ((await membershipOf(deps.db, circle.id, actor.accountId)) ?? null) : null,
  }
}

/** A member of the circle; to everyone else it does not exist. */
export function requireMember(asked: Asked, { circle, me }: Pick<Seen, 'circle' | 'me'>): Member {
  const actor = requireSignedIn(asked)
  if (me?.state !== 'joined') throw new AppError('not_found')
  return { actor, circle, me }
}

/** A facilitator of the circle, in a strong login session. */
export function requireFacilitator(member: Member): Member {
  if (member.me.role !== 'facilitator') throw new AppError('not_allowed')
  requireStrong(member.actor)
  return member
}

/** Anyone for a listed circle; for an invite-only one its members. */
export const seesCircle: Permission<Seen> = {
  name: 'sees the circle',
  check: async (asked, deps) => {
    const seen = await look(asked, deps)
    if (seen.circle.entry === 'invitation' && seen.me?.state !== 'joined') throw new AppError('not_found')
    return seen
  },
}

/** Signed in, and the circle is one that lists itself: the way in for somebody new. */
export const mayAskToJoin: Permission<Seen & { actor: Actor }> = {
  name: 'signed in, listed circle',
  check: async (asked, deps) => {
    const actor = requireSignedIn(asked)
    const seen = await look(asked, deps)
    if (seen.circle.entry === 'invitation') throw new AppError('not_found')
    return { ...seen, actor }
  },
}

/** Joined, or still asking to join: for what concerns one's own membership. */
export const hasMembership: Permission<Member> = {
  name: 'has a membership',
  check: async (asked, deps) => {
    const actor = requireSignedIn(asked)
    const { circle, me } = await look(asked, deps)
    if (!me || me.state === 'removed') throw new AppError('not_found')
    return { actor, circle, me }
  },
}

export const memberOfCircle: Permission<Member> = {
  name: 'member of the circle',
  check: async (asked, deps) => requireMember(asked, await look(asked, deps)),
}

export const facilitatorOfCircle: Permission<Member> = {
  name: 'facilitator of the circle',
  check: async (asked, deps) => requireFacilitator(await memberOfCircle.check(asked, deps)),
}
