import { anyone, signedIn, trainedFacilitator } from '../accounts/permissions.ts'
import { lockAccount } from '../accounts/store.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { newId } from '../lib/ids.ts'
import { circlesContract, type MyMembership } from './contract.ts'
import {
  bindInvitation,
  deleteInvitation,
  makeInvitation,
  openInvitations,
  useInvitation,
} from './invitations.ts'
import { nameAllowed } from './names.ts'
import {
  facilitatorOfCircle,
  hasMembership,
  mayAskToJoin,
  memberOfCircle,
  seesCircle,
} from './permissions.ts'
import { stewardCircleRoutes } from './stewardRoutes.ts'
import * as store from './store.ts'
import { circleView, circleViews, myMembership, personaOf } from './views.ts'

const route = routesOf(circlesContract)

function requireName(pseudonym: string | undefined): void {
  if (pseudonym !== undefined && !nameAllowed(pseudonym)) throw new AppError('name_not_allowed')
}

const mine = (m: store.MembershipRow): MyMembership => myMembership(m) as MyMembership

const memberRoutes = [
  route('GET /api/circles/:circleId/members', memberOfCircle, async ({ actor, circle, me, deps }) => {
    const all = await store.membersOf(deps.db, circle.id)
    const asking = me.role === 'facilitator' && actor.strong ? all.filter((m) => m.state === 'asked') : []
    return { members: all.filter((m) => m.state === 'joined').map(personaOf), asking: asking.map(personaOf) }
  }),
  route(
    'PUT /api/circles/:circleId/members/:membershipId/answer',
    facilitatorOfCircle,
    async ({ circle, params, body, deps }) => {
      if (!(await store.answerAsking(deps.db, circle.id, params.membershipId, body.answer)))
        throw new AppError('not_found')
    },
  ),
  route(
    'PUT /api/circles/:circleId/members/:membershipId/role',
    facilitatorOfCircle,
    async ({ circle, params, body, deps }) =>
      deps.db.transaction(async (tx) => {
        const member = await store.memberById(tx, circle.id, params.membershipId)
        if (member?.state !== 'joined') throw new AppError('not_found')
        const account = await lockAccount(tx, member.accountId)
        if (body.role === 'facilitator' && account?.standing === 'member') throw new AppError('not_trained')
        if (body.role === 'member' && (await store.onlyFacilitator(tx, circle.id, member.id)))
          throw new AppError('last_facilitator')
        const changed = await store.updateMembership(tx, member.id, { role: body.role })
        return personaOf(changed ?? member)
      }),
  ),
  route(
    'DELETE /api/circles/:circleId/members/:membershipId',
    facilitatorOfCircle,
    async ({ circle, params, deps, now }) =>
      deps.db.transaction(async (tx) => {
        const member = await store.memberById(tx, circle.id, params.membershipId)
        if (!member) throw new AppError('not_found')
        if (await store.onlyFacilitator(tx, circle.id, member.id)) throw new AppError('last_facilitator')
        await store.removeMembership(tx, member, now)
      }),
  ),
]

const invitationRoutes = [
  route('GET /api/circles/:circleId/invitations', facilitatorOfCircle, async ({ circle, deps, now }) => {
    const open = await openInvitations(deps.db, circle.id, now)
    return {
      invitations: open.map((i) => ({
        id: i.id,
        expiresAt: i.expiresAt.toISOString(),
        opened: i.accountId !== null,
      })),
    }
  }),
  route('POST /api/circles/:circleId/invitations', facilitatorOfCircle, async ({ circle, deps, now }) =>
    makeInvitation(deps, circle.id, now),
  ),
  route(
    'DELETE /api/circles/:circleId/invitations/:invitationId',
    facilitatorOfCircle,
    async ({ circle, params, deps }) => {
      if ((await deleteInvitation(deps.db, circle.id, params.invitationId)).length === 0)
        throw new AppError('not_found')
    },
  ),
  route(
    'POST /api/invitations/open',
    signedIn,
    async ({ actor, body, deps, now }) => {
      const circle = await bindInvitation(deps.db, body.code, actor.accountId, now)
      if (!circle) throw new AppError('invitation_not_valid')
      return { circle: await circleView(deps, circle) }
    },
    'strict',
  ),
  route(
    'POST /api/invitations/accept',
    signedIn,
    async ({ actor, body, deps, now }) => {
      requireName(body.pseudonym)
      return deps.db.transaction(async (tx) => {
        const used = await useInvitation(tx, body.code, actor.accountId, now)
        if (!used) throw new AppError('invitation_not_valid')
        const before = await store.membershipOf(tx, used.circleId, actor.accountId)
        // an invitation is a facilitator's word: it also lets back in somebody who was removed before it was made
        const me = before
          ? await store.updateMembership(tx, before.id, {
              state: 'joined',
              removedAt: null,
              left: false,
              pseudonym: body.pseudonym,
            })
          : await store.insertMembership(
              tx,
              {
                circleId: used.circleId,
                accountId: actor.accountId,
                pseudonym: body.pseudonym,
                role: 'member',
                state: 'joined',
              },
              now,
            )
        if (!me) throw new AppError('invitation_not_valid')
        return { circleId: used.circleId, me: mine(me) }
      })
    },
    'strict',
  ),
]

export const circleRoutes = [
  route('GET /api/circles', anyone, async ({ actor, deps }) => {
    const own = actor ? await store.circlesOf(deps.db, actor.accountId) : []
    const listed = await store.listedCircles(deps.db)
    const views = await circleViews(deps, [...listed, ...own.map((o) => o.circle)])
    return {
      listed: views.slice(0, listed.length),
      mine: own.map((o, i) => ({ ...(views[listed.length + i] as (typeof views)[0]), me: mine(o.me) })),
    }
  }),
  route(
    'POST /api/circles',
    trainedFacilitator,
    async ({ actor, body: { id = newId(), pseudonym, ...input }, deps, now }) => {
      requireName(pseudonym)
      return deps.db.transaction(async (tx) => {
        const circle = await store.insertCircle(tx, { id, ...input }, now)
        if (!circle) {
          // sent before, and the answer was lost
          const before = await store.membershipOf(tx, id, actor.accountId)
          const again = before?.role === 'facilitator' && (await store.updateCircle(tx, id, input))
          const me = again && (await store.updateMembership(tx, before.id, { pseudonym }))
          if (!again || !me) throw new AppError('not_valid')
          return { ...(await circleView({ ...deps, db: tx }, again)), me: mine(me) }
        }
        const me = await store.insertMembership(
          tx,
          {
            circleId: circle.id,
            accountId: actor.accountId,
            pseudonym,
            role: 'facilitator',
            state: 'joined',
          },
          now,
        )
        return { ...circle, nextStarts: [], me: mine(me) }
      })
    },
  ),
  route('GET /api/circles/:circleId', seesCircle, async ({ circle, me, deps }) => ({
    ...(await circleView(deps, circle)),
    me: myMembership(me),
  })),
  route('PATCH /api/circles/:circleId', facilitatorOfCircle, async ({ circle, body, deps }) =>
    circleView(deps, (await store.updateCircle(deps.db, circle.id, body)) ?? circle),
  ),
  route(
    'POST /api/circles/:circleId/join',
    mayAskToJoin,
    async ({ actor, circle, me, body, deps, now }) => {
      requireName(body.pseudonym)
      if (me?.state === 'removed') throw new AppError('not_allowed')
      if (me) return { me: mine(me) }
      const state = circle.entry === 'open' ? 'joined' : 'asked'
      return {
        me: mine(
          await store.insertMembership(
            deps.db,
            {
              circleId: circle.id,
              accountId: actor.accountId,
              pseudonym: body.pseudonym,
              role: 'member',
              state,
            },
            now,
          ),
        ),
      }
    },
    'strict',
  ),
  route('POST /api/circles/:circleId/leave', hasMembership, async ({ circle, me, deps, now }) =>
    deps.db.transaction(async (tx) => {
      if (await store.onlyFacilitator(tx, circle.id, me.id)) throw new AppError('last_facilitator')
      // leaving and joining again is no way around what a facilitator decided in a room that is still open
      if (await store.heldInOpenRoom(tx, me.id)) await store.removeMembership(tx, me, now, { left: true })
      else await store.deleteMembership(tx, me.id)
    }),
  ),
  route('PATCH /api/circles/:circleId/me', memberOfCircle, async ({ me, body, deps }) => {
    requireName(body.pseudonym)
    const set = {
      ...(body.pseudonym && { pseudonym: body.pseudonym }),
      ...(body.newAvatar && { avatar: newId() }),
    }
    const changed = Object.keys(set).length > 0 ? await store.updateMembership(deps.db, me.id, set) : me
    return { me: mine(changed ?? me) }
  }),
  ...memberRoutes,
  ...invitationRoutes,
  ...stewardCircleRoutes,
]
