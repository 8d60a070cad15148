import type { Database } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { admitted } from '../rooms/permissions.ts'
import { lockRoom } from '../rooms/store.ts'
import { talliesContract } from './contract.ts'
import { mayShare } from './permissions.ts'
import { type Going, keyOf, makeSlip } from './slip.ts'
import * as store from './store.ts'

const route = routesOf(talliesContract)

/** The going-through that can be shared of now, with the room locked: whoever closes the scene waits, or has closed it. */
async function openGoing(tx: Database, meetupId: string, now: Date): Promise<Going> {
  const { scene } = (await lockRoom(tx, meetupId, now)).state
  if (scene?.stage !== 'grounding' && scene?.stage !== 'questions') throw new AppError('sharing_closed')
  return { meetupId, opened: scene.opened }
}

/** Does something with what is kept under a slip. */
const withSlip = (
  { db, secret }: Deps,
  { meetupId, slip, now }: { meetupId: string; slip: string; now: Date },
  work: (tx: Database, going: Going, key: string) => Promise<unknown>,
) =>
  db.transaction(async (tx) => {
    const going = await openGoing(tx, meetupId, now)
    const key = keyOf(secret, going, slip)
    if (!key) throw new AppError('slip_not_valid')
    await work(tx, going, key)
  })

export const tallyRoutes = [
  route('POST /api/meetups/:meetupId/room/scene/slip', mayShare, async ({ meetup, admission, deps, now }) => {
    const going = await deps.db.transaction(async (tx) => {
      const open = await openGoing(tx, meetup.id, now)
      if (!(await store.takeSeat(tx, open, admission.id))) throw new AppError('slip_taken')
      return open
    })
    return { slip: makeSlip(deps.secret, going) }
  }),
  // whose request it is was asked for the permission, and goes no further
  route('PUT /api/meetups/:meetupId/room/scene/answers', mayShare, async ({ meetup, body, deps, now }) => {
    const { slip, answers } = body
    await withSlip(deps, { meetupId: meetup.id, slip, now }, (tx, going, key) =>
      store.keepAnswers(tx, going, key, answers),
    )
  }),
  route(
    'POST /api/meetups/:meetupId/room/scene/answers/withdraw',
    admitted,
    async ({ meetup, body, deps, now }) => {
      await withSlip(deps, { meetupId: meetup.id, slip: body.slip, now }, store.dropAnswers)
    },
  ),
  route('GET /api/meetups/:meetupId/tallies', admitted, async ({ meetup, deps }) => ({
    tallies: await store.talliesOf(deps.db, meetup.id),
  })),
]
