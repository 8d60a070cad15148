import type { Deps } from '../deps.ts'
import { makeLink } from './links.ts'
import { anySteward, dropStandingLinks } from './store.ts'

/** A one-time link that makes the first steward, as long as there is none; each start makes a new one and ends the last. */
export async function firstStewardLink(deps: Deps): Promise<string | undefined> {
  if (await anySteward(deps.db)) return undefined
  await dropStandingLinks(deps.db, 'steward')
  return (await makeLink(deps, { purpose: 'standing', standing: 'steward' })).url
}
