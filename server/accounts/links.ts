import type { Deps } from '../deps.ts'
import { newSecret } from '../lib/ids.ts'
import { LINK_LIFE_MS } from './rules.ts'
import { insertLink, type NewLink } from './store.ts'

/**
 * Makes a link that works once and returns its address. The secret stands in the fragment, which browsers send to no
 * server and no log; the page asks for a press before it is used, so that mail scanners do not use it up.
 */
export async function makeLink(
  deps: Deps,
  link: Omit<NewLink, 'expiresAt'>,
  lifeMs: number = LINK_LIFE_MS[link.purpose],
): Promise<{ url: string; expiresAt: Date }> {
  const token = newSecret()
  const now = deps.now()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await insertLink(deps.db, token, { ...link, expiresAt }, now)
  return { url: `${deps.publicUrl}/account/link#${token}`, expiresAt }
}
