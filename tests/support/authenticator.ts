import { Secret, TOTP } from 'otpauth'

export const STEP_MS = 30_000

/** The code that an authenticator app shows at `time`. */
export function codeAt(secret: string, time: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time.getTime() })
}
