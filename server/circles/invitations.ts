import type { Deps } from '../deps.ts'
import { newSecret } from '../lib/ids.ts'
import { insertInvitation } from './store.ts'

const INVITATION_MS = 7 * 86_400_000

/** A single-use invitation to the circle, for seven days; its code stands in the fragment of the address. */
export async function makeInvitation(deps: Pick<Deps, 'db' | 'publicUrl'>, circleId: string, now: Date) {
  const code = newSecret()
  const expiresAt = new Date(now.getTime() + INVITATION_MS)
  const { id } = await insertInvitation(deps.db, circleId, code, expiresAt, now)
  return { id, url: `${deps.publicUrl}/invitation#${code}`, expiresAt: expiresAt.toISOString() }
}
