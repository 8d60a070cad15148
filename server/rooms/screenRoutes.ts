import { anyone } from '../accounts/permissions.ts'
import type { Deps } from '../deps.ts'
import { plainCode } from '../lib/codes.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { newSecret } from '../lib/ids.ts'
import { keyedHash } from '../lib/seal.ts'
import { roomsContract } from './contract.ts'
import { SCREEN_GRANT } from './grants.ts'
import { inRoomFromHere, mayEndScreen } from './permissions.ts'
import { isOpen, MOST_SCREENS, mayReadAlong, newScreenCode, SCREEN_CODE_MS } from './rules.ts'
import * as screens from './screens.ts'
import { admissionOf, lockRoom } from './store.ts'
import { screenView } from './views.ts'

const route = routesOf(roomsContract)
const hashCode = ({ secret }: Deps, code: string) => keyedHash(secret, 'screen code', plainCode(code))

/** The screen with this key, while its person is admitted to a room that is open. */
async function openScreen(deps: Deps, key: string, now: Date) {
  const found = await screens.screenByKey(deps.db, key)
  const open = found?.admission.state === 'admitted' && isOpen(found.room, found.meetup, now)
  return open ? found : undefined
}

export const screenRoutes = [
  route(
    'POST /api/meetups/:meetupId/room/screens',
    inRoomFromHere,
    async ({ actor, meetup, me, deps, now }) => {
      const code = newScreenCode()
      const codeExpiresAt = new Date(now.getTime() + SCREEN_CODE_MS)
      await deps.db.transaction(async (tx) => {
        const room = await lockRoom(tx, meetup.id, now)
        if (!isOpen(room, meetup, now)) throw new AppError('meetup_over')
        // may have changed since the permission was read
        const admission = await admissionOf(tx, meetup.id, me.id)
        if (admission?.state !== 'admitted') throw new AppError('not_found')
        if ((await screens.countScreens(tx, admission.id)) >= MOST_SCREENS)
          throw new AppError('too_many_screens')
        const { loginSessionId } = actor
        const codeHash = hashCode(deps, code)
        await screens.replaceCode(
          tx,
          { admissionId: admission.id, loginSessionId, codeHash, codeExpiresAt },
          now,
        )
      })
      return { code, expiresAt: codeExpiresAt.toISOString() }
    },
  ),
  route(
    'DELETE /api/meetups/:meetupId/room/screens/:identity',
    mayEndScreen,
    async ({ meetup, identity, deps }) => {
      await screens.endScreen(deps.db, identity)
      await deps.live.renew(meetup.id)
    },
  ),
  route(
    'POST /api/screens',
    anyone,
    async ({ body, deps, now }) => {
      const key = newSecret()
      const used = await screens.useCode(deps.db, hashCode(deps, body.code), key, now)
      const found = used && (await openScreen(deps, key, now))
      if (!found) throw new AppError('screen_code_not_valid')
      await deps.live.renew(found.meetup.id)
      return { key }
    },
    'strict',
  ),
  route('POST /api/screens/join', anyone, async ({ body, deps, now }) => {
    const found = await openScreen(deps, body.key, now)
    if (!found) throw new AppError('screen_ended')
    const { admission, room, screen } = found
    if (!mayReadAlong(admission, now)) throw new AppError('screen_waiting')
    await deps.live.open(room.meetupId)
    return {
      token: await deps.livekit.token(room.livekitName, screen.identity, SCREEN_GRANT),
      room: await screenView(deps.db, room, screen.identity, admission),
    }
  }),
  route('POST /api/screens/leave', anyone, async ({ body, deps }) => {
    const found = await screens.screenByKey(deps.db, body.key)
    if (!found) return
    await screens.endScreen(deps.db, found.screen.identity)
    await deps.live.renew(found.meetup.id)
  }),
]
