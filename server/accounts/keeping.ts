import { closeUnfacilitated, stepDownEverywhere } from '../circles/unfacilitated.ts'
import { violates } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../lib/errors.ts'
import type { Letter } from '../lib/mail.ts'
import { endScreensOfAccount } from '../rooms/store.ts'
import type { Standing } from './contract.ts'
import { makeLink } from './links.ts'
import { DELETION_DELAY_MS } from './rules.ts'
import * as store from './store.ts'

// neutral words: whoever sees the inbox learns nothing of what the address is used for
const letter = (to: string, what: string, url: string, minutes: string): Letter => ({
  to,
  subject: 'Your link',
  text: `${what}\n\n${url}\n\nIt works once, for ${minutes}. If you did not ask for it, you can ignore this letter.\n`,
})

/**
 * Writes and sends a letter after the answer has gone, so that neither time nor a failing mail server tells who has an
 * account. What a mail server says can name the address, so only its codes are logged. A link's time runs from the asking.
 */
function post(given: Deps, to: string, write: (deps: Deps) => Promise<Letter | undefined>): void {
  if (!given.mail.mayReceive(to)) return
  const asked = given.now()
  const deps = { ...given, now: () => asked }
  deps.mail.later(async () => {
    try {
      const written = await write(deps)
      if (written) await deps.mail.send(written)
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number }
      deps.log.error({ err: { code, responseCode } }, 'mail not sent')
    }
  })
}

async function signInLetter(deps: Deps, accountId: string, email: string): Promise<Letter> {
  const { url } = await makeLink(deps, { purpose: 'sign_in', accountId })
  return letter(email, 'Open this link to sign in:', url, '15 minutes')
}

/** Sends a link that adds the address; to one that has an account already, a link that signs in to that. */
export const sendAddEmail = (given: Deps, accountId: string, email: string): void =>
  post(given, email, async (deps) => {
    const owner = await store.accountByEmail(deps.db, email)
    if (owner && owner.id !== accountId) return signInLetter(deps, owner.id, email)
    const { url } = await makeLink(deps, { purpose: 'add_email', accountId, email })
    return letter(email, 'Open this link to keep your account with this address:', url, '24 hours')
  })

/** Sends a sign-in link when an account has the address. */
export const sendSignIn = (given: Deps, email: string): void =>
  post(given, email, async (deps) => {
    const owner = await store.accountByEmail(deps.db, email)
    return owner && signInLetter(deps, owner.id, email)
  })

/** Puts a confirmed address on the account; nothing else of it changes. */
export async function addEmail(deps: Deps, accountId: string, email: string): Promise<void> {
  const owner = await store.accountByEmail(deps.db, email)
  if (owner && owner.id !== accountId) throw new AppError('email_in_use')
  await store
    .updateAccount(deps.db, accountId, { email, emailVerified: true, updatedAt: deps.now() })
    .catch((error) => {
      throw violates(error, 'accounts_email_unique') ? new AppError('email_in_use') : error
    })
}

const RANK: Record<Standing, number> = { member: 0, facilitator: 1, steward: 2 }

/** Raises the account's standing; never lowers it. */
export async function giveStanding(deps: Deps, accountId: string, standing: Standing): Promise<void> {
  const row = await store.accountById(deps.db, accountId)
  if (row && RANK[standing] > RANK[row.standing]) await store.updateAccount(deps.db, accountId, { standing })
}

/** Lowers the account's standing, everywhere and at once; never raises it. The last steward stays one. */
export const lowerStanding = (
  deps: Deps,
  accountId: string,
  standing: Exclude<Standing, 'steward'>,
): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const stewards = await store.lockStewards(tx)
    const row = await store.lockAccount(tx, accountId)
    if (!row || row.standing === 'member') throw new AppError('not_found')
    if (RANK[standing] >= RANK[row.standing]) return
    if (row.standing === 'steward' && !stewards.some((s) => s.id !== row.id && !s.deletionDue))
      throw new AppError('last_steward')
    await store.updateAccount(tx, row.id, { standing })
    await store.weaken(tx, row.id)
    await store.dropLinksMadeBy(tx, row.id)
    if (standing === 'member') await stepDownEverywhere(tx, row.id)
    await closeUnfacilitated(tx, deps.now())
  })

/**
 * Marks the account for deletion; whatever it facilitates, this is everyone's right. Returns when it is done. Its
 * circles are looked after at once, because from now on it takes part in nothing; keeping the account later leaves
 * them as they are then, for its owner to open again.
 */
export async function beginDeletion(
  deps: Deps,
  row: store.AccountRow,
  loginSessionId: string,
): Promise<Date> {
  const now = deps.now()
  const deletionDue = row.deletionDue ?? new Date(now.getTime() + DELETION_DELAY_MS)
  await deps.db.transaction(async (tx) => {
    await store.updateAccount(tx, row.id, { deletionDue })
    await store.endLoginSessions(tx, row.id, loginSessionId)
    await endScreensOfAccount(tx, row.id)
    await closeUnfacilitated(tx, now)
  })
  deps.deletions.asked(row.id, deletionDue)
  return deletionDue
}
