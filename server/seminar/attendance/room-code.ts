import 'server-only'
import { hkdfSync } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { CODE_SECONDS } from '@/domain/seminar/attendance'
import { sessionKey } from '../../keys'

const SECRET_BYTES = 20

/** Each half-day has a secret of its own, derived from the site's key: no table and no backup holds it. */
async function totpOf(halfDayId: string): Promise<TOTP> {
  const bytes = hkdfSync('sha256', await sessionKey(), '', `room of half-day ${halfDayId}`, SECRET_BYTES)
  return new TOTP({ algorithm: 'SHA1', digits: 6, period: CODE_SECONDS, secret: new Secret({ buffer: bytes }) })
}

export type RoomCode = { code: string; secondsLeft: number }

/** The code that the room's screen shows now. @see https://www.rfc-editor.org/rfc/rfc6238 */
export async function roomCode(halfDayId: string, now: Date): Promise<RoomCode> {
  const timestamp = now.getTime()
  const totp = await totpOf(halfDayId)
  return { code: totp.generate({ timestamp }), secondsLeft: Math.ceil(totp.remaining({ timestamp }) / 1000) }
}

/**
 * Whether a code is the one on the screen or the one before it, so at most a minute after it appeared. The server's
 * clock counts, not that of a telephone.
 */
export async function isRoomCode(halfDayId: string, code: string, now: Date): Promise<boolean> {
  const delta = (await totpOf(halfDayId)).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === 0 || delta === -1
}
