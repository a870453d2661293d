import 'server-only'
import type { Db } from './client'

/** Deletes all by which somebody proves beside her password that an account is hers. */
export async function deleteMeansOfProof(db: Db, accountId: string): Promise<void> {
  const where = { accountId }
  await db.linkedIdentity.deleteMany({ where })
  await db.passkey.deleteMany({ where })
  await db.recoveryCode.deleteMany({ where })
  await db.secondFactor.deleteMany({ where })
}
