import { violates } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../lib/errors.ts'
import type { Standing } from './contract.ts'
import { makeLink } from './links.ts'
import * as store from './store.ts'

// neutral words: whoever sees the inbox learns nothing of what the address is used for
const letter = (to: string, what: string, url: string, minutes: string) => ({
  to,
  subject: 'Your link',
  text: `${what}\n\n${url}\n\nIt works once, for ${minutes}. If you did not ask for it, you can ignore this letter.\n`,
})

/** Sends a link to the address; to one that has an account already, a letter that says so, with the same answer here. */
export async function sendAddEmail(deps: Deps, accountId: string, email: string): Promise<void> {
  const owner = await store.accountByEmail(deps.db, email)
  if (owner && owner.id !== accountId) return sendSignIn(deps, email)
  const { url } = await makeLink(deps, { purpose: 'add_email', accountId, email })
  await deps.mail.send(
    letter(email, 'Open this link to keep your account with this address:', url, '24 hours'),
  )
}

/** Says nothing about whether the address is known: the letter is sent after the answer would be the same. */
export async function sendSignIn(deps: Deps, email: string): Promise<void> {
  const owner = await store.accountByEmail(deps.db, email)
  if (!owner) return
  const { url } = await makeLink(deps, { purpose: 'sign_in', accountId: owner.id })
  const sent = deps.mail.send(letter(email, 'Open this link to sign in:', url, '15 minutes'))
  sent.catch((error) => deps.log.error({ err: { message: error.message } }, 'mail not sent'))
}

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
