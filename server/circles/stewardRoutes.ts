import { steward } from '../accounts/permissions.ts'
import { lockAccount } from '../accounts/store.ts'
import type { Database } from '../db/open.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { circlesContract } from './contract.ts'
import { makeInvitation } from './invitations.ts'
import { circleById, memberById, updateMembership } from './store.ts'
import { lockUnfacilitated, trainedMembers, unfacilitatedCircles } from './unfacilitated.ts'
import { personaOf } from './views.ts'

const route = routesOf(circlesContract)

/** A steward has a say in a circle only while nobody facilitates it. Locks the circle. */
async function requireUnfacilitated(tx: Database, circleId: string): Promise<void> {
  if (!(await circleById(tx, circleId))) throw new AppError('not_found')
  if (!(await lockUnfacilitated(tx, circleId))) throw new AppError('has_facilitator')
}

export const stewardCircleRoutes = [
  route('GET /api/steward/circles', steward, async ({ deps }) => {
    const circles = await unfacilitatedCircles(deps.db)
    const trained = await trainedMembers(
      deps.db,
      circles.map((c) => c.id),
    )
    return {
      circles: circles.map(({ id, name }) => ({
        id,
        name,
        trained: trained.filter((m) => m.circleId === id).map(personaOf),
      })),
    }
  }),
  route('PUT /api/steward/circles/:circleId/facilitator', steward, async ({ params, body, deps }) =>
    deps.db.transaction(async (tx) => {
      await requireUnfacilitated(tx, params.circleId)
      const member = await memberById(tx, params.circleId, body.membershipId)
      const account = member && (await lockAccount(tx, member.accountId))
      if (member?.state !== 'joined' || !account || account.deletionDue) throw new AppError('not_found')
      if (account.standing === 'member') throw new AppError('not_trained')
      await updateMembership(tx, member.id, { role: 'facilitator' })
    }),
  ),
  route('POST /api/steward/circles/:circleId/invitations', steward, async ({ params, deps, now }) =>
    deps.db.transaction(async (tx) => {
      await requireUnfacilitated(tx, params.circleId)
      return makeInvitation({ ...deps, db: tx }, params.circleId, now)
    }),
  ),
]
