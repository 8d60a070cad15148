import type { Deps } from '../deps.ts'
import { makeLink } from './links.ts'
import { anySteward, dropStandingLinks } from './store.ts'

/**
 * A one-time link that makes a steward, for who runs the service: as long as there is none, and when it is `wanted`
 * because the only one has lost their keys. Each start makes a new one and ends the last.
 */
export async function firstStewardLink(deps: Deps, wanted = false): Promise<string | undefined> {
  if (!wanted && (await anySteward(deps.db))) return undefined
  await dropStandingLinks(deps.db, 'steward')
  return (await makeLink(deps, { purpose: 'standing', standing: 'steward' })).url
}
