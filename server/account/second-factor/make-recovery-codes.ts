import 'server-only'
import { newRecoveryCodes, recoveryHash } from '../../auth/recovery-codes'
import { replaceRecoveryCodes } from '../../db/auth/second-factors'
import type { Db } from '../../db/client'

/** Makes recovery codes in place of those of before. @returns them: they are shown only this once. */
export async function makeRecoveryCodes(db: Db, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hashes = codes.map((code) => recoveryHash(accountId, code))
  await replaceRecoveryCodes(db, accountId, hashes)
  return codes
}
