import 'server-only'
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Locale } from '@/domain/locale'
import { env } from '../env'
import { sessionKey } from '../keys'

const ID_BYTES = 16
const MAC_BYTES = 16

/**
 * The page on which a person answers a survey, without its language. It signs nobody in, and does not show whose it is.
 */
export async function surveyPath(surveyId: string, ticketId: string): Promise<string> {
  const what = Buffer.concat([surveyId, ticketId].map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')))
  return `/s/${Buffer.concat([what, macOf(what, await macKey())]).toString('base64url')}`
}

/** The same, for a letter. */
export async function surveyLink(surveyId: string, ticketId: string, locale: Locale): Promise<string> {
  return new URL(`/${locale}${await surveyPath(surveyId, ticketId)}`, env().publicUrl).href
}

/**
 * The token names the survey too, because the ticket is deleted when the survey closes. @returns null if this site did
 * not sign it.
 */
export async function readSurveyToken(token: string): Promise<{ surveyId: string; ticketId: string } | null> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * ID_BYTES + MAC_BYTES) return null
  const what = bytes.subarray(0, 2 * ID_BYTES)
  if (!timingSafeEqual(bytes.subarray(2 * ID_BYTES), macOf(what, await macKey()))) return null
  return { surveyId: idIn(what.subarray(0, ID_BYTES)), ticketId: idIn(what.subarray(ID_BYTES)) }
}

function idIn(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function macOf(what: Uint8Array, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(what).digest().subarray(0, MAC_BYTES)
}

// A separate key, so that no other signature of the site can be used as such a token.
async function macKey(): Promise<Uint8Array> {
  return new Uint8Array(hkdfSync('sha256', await sessionKey(), '', 'survey ticket, HMAC', 32))
}
