import type { Deps } from '../deps.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, isPlaceholder } from './auth.ts'
import type { Account } from './contract.ts'
import * as store from './store.ts'

export async function accountRow(deps: Deps, accountId: string): Promise<store.AccountRow> {
  const row = await store.accountById(deps.db, accountId)
  if (!row) throw new AppError('sign_in_needed')
  return row
}

export const assuranceOf = ({ strong, recovering }: Actor): Account['assurance'] =>
  strong ? 'strong' : recovering ? 'recovering' : 'basic'

/** What the person sees of their own account. */
export async function accountView(
  deps: Deps,
  row: store.AccountRow,
  assurance: Account['assurance'],
): Promise<Account> {
  const [keys, passkeys] = await Promise.all([store.keysOf(deps.db, row), store.passkeysOf(deps.db, row.id)])
  return {
    pseudonym: row.name,
    email: isPlaceholder(row.email) ? null : row.email,
    standing: row.standing,
    assurance,
    keys: {
      passkeys: passkeys.map((p) => ({
        id: p.id,
        name: p.name ?? '',
        createdAt: (p.createdAt ?? row.createdAt).toISOString(),
      })),
      recoveryCodesLeft: keys.recoveryCodes,
      totp: keys.totp,
    },
    attendanceConsent: row.attendanceConsent,
    deletionDue: row.deletionDue?.toISOString() ?? null,
  }
}

export const viewOf = async (deps: Deps, accountId: string, assurance: Account['assurance']) =>
  accountView(deps, await accountRow(deps, accountId), assurance)
