import 'server-only'
import { Secret, TOTP } from 'otpauth'
import { APP_DIGITS } from '@/domain/auth/second-factor-code'

/** RFC 4226 (section 4, R6) recommends 160 bits. */
const SECRET_BYTES = 20
// The settings that every authenticator app supports. Several apps ignore others and show wrong codes.
const SETTINGS = { algorithm: 'SHA1', digits: APP_DIGITS, period: 30 } as const
/** The clock of a telephone may be a step ahead or behind, and a code takes a moment to type. */
const DRIFT_STEPS = 1

/** In base 32, as authenticator apps expect it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** The content of the QR code. The app shows `issuer` and `label`. */
export function totpAddress(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret), issuer, label }).toString()
}

/**
 * The time step (30 s since 1970) that a code belongs to; null if it belongs to none of the three around `now`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6238 section 5.2
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) })
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code, timestamp, window: DRIFT_STEPS })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}
