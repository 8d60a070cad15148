import { and, eq, gt, lte } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import { handovers } from '../db/schema.ts'
import type { Handover } from './contract.ts'

/** Keeps it for the device that has the code; false when just this code waits for somebody else. */
export const keepHandover = async (
  db: Database,
  row: { codeHash: string; state: Handover; expiresAt: Date },
): Promise<boolean> =>
  (await db.insert(handovers).values(row).onConflictDoNothing().returning({ codeHash: handovers.codeHash }))
    .length > 0

/** Takes it out, so that a code is used once; undefined when it is unknown, used or too old. Atomic. */
export const takeHandover = async (
  db: Database,
  codeHash: string,
  now: Date,
): Promise<Handover | undefined> =>
  (
    await db
      .delete(handovers)
      .where(and(eq(handovers.codeHash, codeHash), gt(handovers.expiresAt, now)))
      .returning({ state: handovers.state })
  )[0]?.state

export const forgetHandovers = (db: Database, now: Date) =>
  db.delete(handovers).where(lte(handovers.expiresAt, now))
