import type { Database } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../lib/errors.ts'
import { routesOf } from '../lib/http.ts'
import { seal, unseal } from '../lib/seal.ts'
import { leaveRooms } from '../rooms/store.ts'
import { type Actor, STRONG_MS } from './auth.ts'
import { accountsContract, type Standing } from './contract.ts'
import { exportAccount } from './export.ts'
import { addEmail, beginDeletion, giveStanding, lowerStanding, sendAddEmail, sendSignIn } from './keeping.ts'
import { makeLink } from './links.ts'
import {
  accountHolder,
  anyone,
  requireKeyHolder,
  requireStrongOrRecovering,
  signedIn,
  steward,
} from './permissions.ts'
import { CODES, newRecoveryCode, normaliseCode, refuseRemoval } from './rules.ts'
import * as store from './store.ts'
import { newTotpSecret, totpStep, totpUri } from './totp.ts'
import { accountRow, accountView, assuranceOf, viewOf } from './view.ts'

const route = routesOf(accountsContract)

const linkRoutes = [
  route(
    'POST /api/account/email',
    signedIn,
    async ({ actor, body, deps }) => {
      await keyHolder(deps, actor)
      sendAddEmail(deps, actor.accountId, body.email.toLowerCase())
    },
    'strict',
  ),
  route(
    'POST /api/account/sign-in-link',
    anyone,
    async ({ body, deps }) => sendSignIn(deps, body.email.toLowerCase()),
    'strict',
  ),
  route(
    'POST /api/account/links/open',
    anyone,
    async ({ actor, body, deps, now, setCookies }) => {
      const link = await store.findLink(deps.db, body.token, now)
      if (!link) throw new AppError('link_not_valid')
      if (link.purpose !== 'sign_in' && !actor) throw new AppError('sign_in_needed')
      if (link.purpose === 'add_email' && link.accountId !== actor?.accountId)
        throw new AppError('other_browser')
      if (link.purpose === 'add_email' && actor) await keyHolder(deps, actor)
      if (!(await store.useLink(deps.db, body.token, now))) throw new AppError('link_not_valid')
      if (link.purpose === 'sign_in') {
        if (!link.accountId) throw new AppError('link_not_valid')
        setCookies(await deps.auth.signIn(link.accountId, link.strong ? 'strong' : 'other'))
        return {
          purpose: link.purpose,
          account: await viewOf(deps, link.accountId, link.strong ? 'strong' : 'basic'),
        }
      }
      if (!actor) throw new AppError('sign_in_needed')
      if (link.purpose === 'add_email') await addEmail(deps, actor.accountId, link.email ?? '')
      else await giveStanding(deps, actor.accountId, link.standing ?? 'member')
      return { purpose: link.purpose, account: await viewOf(deps, actor.accountId, assuranceOf(actor)) }
    },
    'strict',
  ),
]

async function keyHolder(deps: Deps, actor: Actor): Promise<store.AccountRow> {
  const row = await accountRow(deps, actor.accountId)
  requireKeyHolder(actor, await store.keysOf(deps.db, row))
  return row
}

async function strengthen(deps: Deps, actor: Actor, now: Date) {
  await store.markStrong(deps.db, actor.loginSessionId, new Date(now.getTime() + STRONG_MS))
  return { account: await viewOf(deps, actor.accountId, 'strong') }
}

/** Looks and removes with the account locked, so that two removals at one moment do not both see the other's key. */
const removeKey = (
  deps: Deps,
  actor: Actor,
  kind: 'passkey' | 'totp',
  remove: (tx: Database) => Promise<unknown[]>,
): Promise<void> =>
  deps.db.transaction(async (tx) => {
    requireStrongOrRecovering(actor)
    const row = await store.lockAccount(tx, actor.accountId)
    if (!row) throw new AppError('sign_in_needed')
    const keys = await store.keysOf(tx, row)
    // a key that one does not have is not found, whatever the others are; a refusal takes this back
    if ((await remove(tx)).length === 0) throw new AppError('not_found')
    const refusal = refuseRemoval(keys, row.standing, kind)
    if (refusal) throw new AppError(refusal)
    // which key a login session was proven by is not kept: the others prove themselves again
    await store.weaken(tx, row.id, actor.loginSessionId)
  })

const keyRoutes = [
  route('POST /api/account/recovery-codes', signedIn, async ({ actor, deps, now }) => {
    const row = await keyHolder(deps, actor)
    const codes = Array.from({ length: CODES }, () => newRecoveryCode())
    await store.replaceRecoveryCodes(deps.db, row.id, codes.map(normaliseCode), now)
    return { codes }
  }),
  route(
    'POST /api/account/recover',
    anyone,
    async ({ body, deps, now, setCookies }) => {
      const accountId = await store.useRecoveryCode(deps.db, normaliseCode(body.code), now)
      if (!accountId) throw new AppError('code_not_valid')
      setCookies(await deps.auth.signIn(accountId, 'recovery_code'))
      return { account: await viewOf(deps, accountId, 'recovering') }
    },
    'strict',
  ),
  route('POST /api/account/totp', signedIn, async ({ actor, deps, now }) => {
    const row = await keyHolder(deps, actor)
    const secret = newTotpSecret()
    await store.beginTotp(deps.db, row.id, seal(deps.secret, 'totp', secret), now)
    return { secret, uri: totpUri(secret, row.name) }
  }),
  route(
    'POST /api/account/totp/confirm',
    signedIn,
    async ({ actor, body, deps, now }) => {
      const row = await keyHolder(deps, actor)
      const sealed = await store.begunTotp(deps.db, row.id, now)
      const step = sealed && totpStep(unseal(deps.secret, 'totp', sealed), body.code, now, 0)
      if (!sealed || !step || !(await store.confirmTotp(deps.db, row.id, sealed, step, now)))
        throw new AppError('code_not_valid')
      return strengthen(deps, actor, now)
    },
    'strict',
  ),
  route(
    'POST /api/account/totp/verify',
    signedIn,
    async ({ actor, body, deps, now }) => {
      const totp = await store.totpOf(deps.db, actor.accountId)
      const step =
        totp && totpStep(unseal(deps.secret, 'totp', totp.sealedSecret), body.code, now, totp.lastStep)
      if (!step || !(await store.takeTotpStep(deps.db, actor.accountId, step)))
        throw new AppError('code_not_valid')
      return strengthen(deps, actor, now)
    },
    'strict',
  ),
  route('DELETE /api/account/totp', signedIn, async ({ actor, deps }) =>
    removeKey(deps, actor, 'totp', (tx) => store.removeTotp(tx, actor.accountId)),
  ),
  route('DELETE /api/account/passkeys/:passkeyId', signedIn, async ({ actor, params, deps }) =>
    removeKey(deps, actor, 'passkey', (tx) => store.removePasskey(tx, actor.accountId, params.passkeyId)),
  ),
]

const stewardRoutes = [
  route('GET /api/steward/people', steward, async ({ deps, now }) => {
    const people = new Map<
      string,
      { id: string; pseudonym: string; standing: Standing; strongKey: boolean }
    >()
    for (const p of await store.trainedPeople(deps.db)) {
      const strongKey = people.get(p.id)?.strongKey || p.passkey !== null || p.totp !== null
      people.set(p.id, { id: p.id, pseudonym: p.pseudonym, standing: p.standing, strongKey })
    }
    const open = await store.openStandingLinks(deps.db, now)
    const invitations = open.map((l) => ({
      id: l.id,
      standing: l.standing ?? 'member',
      expiresAt: l.expiresAt.toISOString(),
    }))
    return { people: [...people.values()], invitations }
  }),
  route('PUT /api/steward/people/:accountId/standing', steward, async ({ params, body, deps }) =>
    lowerStanding(deps, params.accountId, body.standing),
  ),
  route('POST /api/steward/invitations', steward, async ({ actor, body, deps }) => {
    const { accountId } = actor
    const { url, expiresAt } = await makeLink(deps, {
      purpose: 'standing',
      accountId,
      standing: body.standing,
    })
    return { url, expiresAt: expiresAt.toISOString() }
  }),
  route('DELETE /api/steward/invitations/:linkId', steward, async ({ params, deps }) => {
    if ((await store.dropStandingLink(deps.db, params.linkId)).length === 0) throw new AppError('not_found')
  }),
]

export const accountRoutes = [
  route('GET /api/account', anyone, async ({ actor, deps }) => {
    const row = actor && (await store.accountById(deps.db, actor.accountId))
    return { account: row ? await accountView(deps, row, assuranceOf(actor)) : null }
  }),
  route(
    'POST /api/account',
    anyone,
    async ({ actor, body, deps, setCookies }) => {
      if (actor) throw new AppError('already_signed_in')
      const { accountId, cookies } = await deps.auth.begin(body.pseudonym)
      setCookies(cookies)
      return { account: await viewOf(deps, accountId, 'basic') }
    },
    'strict',
  ),
  route('PATCH /api/account', signedIn, async ({ actor, body, deps, now }) => {
    const { pseudonym, attendanceConsent } = body
    await store.updateAccount(deps.db, actor.accountId, {
      ...(pseudonym !== undefined && { name: pseudonym }),
      ...(attendanceConsent !== undefined && { attendanceConsent }),
      updatedAt: now,
    })
    return { account: await viewOf(deps, actor.accountId, assuranceOf(actor)) }
  }),
  route('POST /api/account/sign-out', accountHolder, async ({ actor, headers, deps, setCookies }) => {
    await leaveRooms(deps.db, actor.accountId, actor.loginSessionId, 'with')
    setCookies(await deps.auth.signOut(headers))
  }),
  route('POST /api/account/sign-out-elsewhere', accountHolder, async ({ actor, deps }) => {
    await deps.db.transaction(async (tx) => {
      await leaveRooms(tx, actor.accountId, actor.loginSessionId, 'without')
      await store.endLoginSessions(tx, actor.accountId, actor.loginSessionId)
    })
  }),
  route('GET /api/account/export', accountHolder, async ({ actor, deps }) =>
    exportAccount(deps.db, actor.accountId),
  ),
  route('POST /api/account/delete', accountHolder, async ({ actor, deps }) => {
    const row = await accountRow(deps, actor.accountId)
    const deletionDue = await beginDeletion(deps, row, actor.loginSessionId)
    return { deletionDue: deletionDue.toISOString() }
  }),
  route('POST /api/account/keep', accountHolder, async ({ actor, deps }) => {
    const kept = await store.updateAccount(deps.db, actor.accountId, { deletionDue: null })
    // deleted in this very moment: that must not be taken back from what a restored backup is told
    if (kept.length === 0) throw new AppError('sign_in_needed')
    deps.deletions.takenBack(actor.accountId)
    return { account: await viewOf(deps, actor.accountId, assuranceOf(actor)) }
  }),
  ...linkRoutes,
  ...keyRoutes,
  ...stewardRoutes,
]
