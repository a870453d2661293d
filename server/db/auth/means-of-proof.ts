import 'server-only'
import type { Db } from '../client'

/** Deletes everything except the password by which a person can prove that an account is hers. */
export async function deleteMeansOfProof(db: Db, accountId: string): Promise<void> {
  const where = { accountId }
  await db.linkedIdentity.deleteMany({ where })
  await db.passkey.deleteMany({ where })
  await db.recoveryCode.deleteMany({ where })
  await db.secondFactor.deleteMany({ where })
}
