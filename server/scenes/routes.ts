import { anyone } from '../accounts/permissions.ts'
import { charactersOf, plainCode } from '../lib/codes.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { keyedHash } from '../lib/seal.ts'
import { scenesContract } from './contract.ts'
import { keepHandover, takeHandover } from './store.ts'

const route = routesOf(scenesContract)

const CODE_SECONDS = 5 * 60
const CODE_LENGTH = 6
const hashCode = (secret: Buffer, code: string) => keyedHash(secret, 'handover code', plainCode(code))

export const sceneRoutes = [
  route('GET /api/clock', anyone, async ({ now }) => ({ now: now.getTime() })),
  route(
    'POST /api/handover',
    anyone,
    async ({ body, deps, now }) => {
      const expiresAt = new Date(now.getTime() + CODE_SECONDS * 1000)
      for (;;) {
        const code = charactersOf(CODE_LENGTH)
        if (await keepHandover(deps.db, { codeHash: hashCode(deps.secret, code), state: body, expiresAt }))
          return { code, expiresAt: expiresAt.toISOString(), seconds: CODE_SECONDS }
      }
    },
    'strict',
  ),
  route(
    'POST /api/handover/use',
    anyone,
    async ({ body, deps, now }) => {
      const state = await takeHandover(deps.db, hashCode(deps.secret, body.code), now)
      if (!state) throw new AppError('handover_code_not_valid')
      return state
    },
    'strict',
  ),
]
