import 'server-only'
import { createHash } from 'node:crypto'
import { makeRecoveryCode, RECOVERY_CODES } from '@/domain/auth/second-factor-code'
import { secureRandom } from '../random'

/** New codes, which are shown only once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => makeRecoveryCode(secureRandom))
}

/**
 * The stored hash. A password needs a slow hash because people choose weak ones; a recovery code has 80 random bits and
 * cannot be guessed, however fast the hash. The account is part of the hashed text, so that no table can be tried
 * against all accounts at once.
 */
export function recoveryHash(accountId: string, digits: string): string {
  return createHash('sha256').update(`${accountId} ${digits}`).digest('hex')
}
