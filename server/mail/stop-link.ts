import 'server-only'
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { StopClass } from '@/domain/letter/letter-budget'
import type { Locale } from '@/domain/locale'
import { env } from '../env'
import { sessionKey } from '../keys'

/**
 * The links in a letter that stop letters of its class: `page` has a button, `oneClick` is for the mail program
 * (RFC 8058). They carry a signed token in place of a session. It never expires, and can do nothing else.
 */
export type StopLinks = { page: string; oneClick: string }
export type Stop = { accountId: string; letterClass: StopClass }

const CLASSES = ['reminder', 'review', 'announcement', 'work'] as const satisfies readonly StopClass[]
const ID_BYTES = 16
const MAC_BYTES = 16

export async function stopLinks({ accountId, letterClass }: Stop, locale: Locale): Promise<StopLinks> {
  const what = Buffer.concat([
    Buffer.from(accountId.replaceAll('-', ''), 'hex'),
    Buffer.from([CLASSES.indexOf(letterClass)]),
  ])
  const token = Buffer.concat([what, await macOf(what)]).toString('base64url')
  const linkTo = (path: string) => new URL(`${path}?token=${token}`, env().publicUrl).href
  return { page: linkTo(`/${locale}/letters/stop`), oneClick: linkTo('/api/letters/stop') }
}

/** @returns null for a token that this site did not sign. */
export async function readStopToken(token: string): Promise<Stop | null> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== ID_BYTES + 1 + MAC_BYTES) return null
  const what = bytes.subarray(0, ID_BYTES + 1)
  if (!timingSafeEqual(bytes.subarray(ID_BYTES + 1), await macOf(what))) return null
  const letterClass = CLASSES[what[ID_BYTES] ?? -1]
  return letterClass ? { accountId: uuidOf(what.subarray(0, ID_BYTES)), letterClass } : null
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function macOf(what: Uint8Array): Promise<Buffer> {
  return createHmac('sha256', await macKey())
    .update(what)
    .digest()
    .subarray(0, MAC_BYTES)
}

// A separate key, so that no other signature of the site can be used as such a token.
async function macKey(): Promise<Uint8Array> {
  return new Uint8Array(hkdfSync('sha256', await sessionKey(), '', 'stop letters, HMAC', 32))
}
