import 'server-only'
import { createHash } from 'node:crypto'
import { makeRecoveryCode, RECOVERY_CODES } from '@/domain/auth/second-factor-code'
import { secureRandom } from '../random'

/** Fresh ones, to be shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => makeRecoveryCode(secureRandom))
}

/**
 * What is stored. A password needs a slow hash because people choose it among few; these are 80 random bits, out of reach of
 * trying them all however fast the hash. The account is hashed along: no table can be tried on all accounts at once.
 */
export function recoveryHash(accountId: string, digits: string): string {
  return createHash('sha256').update(`${accountId} ${digits}`).digest('hex')
}
