import 'server-only'
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import type { QuestionKey } from '@/domain/question/question'
import type { Turn } from '@/domain/review/read-turn'
import type { LoadedRelease } from '../content/releases'
import { sql } from '../db/client'
import { findReviewCard, type OwnedCard } from '../db/review/reviews'
import { env } from '../env'
import { sessionKey } from '../keys'
import { answerTurn, isDue, questionOf } from './answer-review'

/** The question that a link opens, for anybody who has the link. Nothing in it reveals its owner. */
export type LinkedQuestion = { question: QuestionKey; release: LoadedRelease }

const ID_BYTES = 16
const TURN_BYTES = 2
const MAC_BYTES = 16
const SIGNED_BYTES = ID_BYTES + TURN_BYTES

/** The page of one turn of a question, for a letter. It signs nobody in. */
export async function reviewLink({ cardId, turn }: Turn, locale: Locale): Promise<string> {
  const what = Buffer.alloc(SIGNED_BYTES)
  what.write(cardId.replaceAll('-', ''), 'hex')
  what.writeUInt16BE(turn, ID_BYTES)
  const token = Buffer.concat([what, macOf(what, await macKey())]).toString('base64url')
  return new URL(`/${locale}/learning/review/question?token=${token}`, env().publicUrl).href
}

/** @returns null for a token that this site did not sign. */
export async function readReviewToken(token: string): Promise<Turn | null> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== SIGNED_BYTES + MAC_BYTES) return null
  const what = bytes.subarray(0, SIGNED_BYTES)
  if (!timingSafeEqual(bytes.subarray(SIGNED_BYTES), macOf(what, await macKey()))) return null
  const cardId = what.toString('hex', 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { cardId, turn: what.readUInt16BE(ID_BYTES) }
}

export type OpenedLink = LinkedQuestion & { turn: Turn; card: OwnedCard }

/**
 * What the link in a letter opens: the same before and after its answer, so that it tells nothing about her.
 *
 * @param visitorId the account that is signed in; null for none.
 * @returns `hers` for the person to whom the letter was sent. @throws {AppError} link-expired: forged, or its question
 * is no longer asked. sign-in-required, course-closed: the texts of a closed course are for those who were admitted.
 */
export async function openLink(token: string, visitorId: string | null, now: Date): Promise<OpenedLink | 'hers'> {
  const turn = await readReviewToken(token)
  const card = turn && (await findReviewCard(sql(), turn.cardId))
  if (card && card.accountId === visitorId) return 'hers'
  const asked = card && (await questionOf(card, now))
  if (!asked) throw new AppError('link-expired', 'review link')
  const isClosed = asked.release.course.file.access === 'closed'
  if (isClosed)
    throw new AppError(visitorId === null ? 'sign-in-required' : 'course-closed', 'question of a closed course')
  return { ...asked, turn, card }
}

/**
 * Stores an answer that came by the link, if it is the first of its turn and nobody is signed in. The page then judges
 * the answer that was sent, whether it was stored or not.
 */
export async function answerByLink(
  { turn, card, question, release }: OpenedLink,
  given: { answer: Answer; certainty: Certainty | null },
  visitorId: string | null,
  now: Date,
): Promise<void> {
  if (visitorId === null && isDue(card, turn, now)) await answerTurn({ ...turn, card, question, release }, given, now)
}

function macOf(what: Uint8Array, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(what).digest().subarray(0, MAC_BYTES)
}

// A separate key, so that no other signature of the site can be used as such a token.
async function macKey(): Promise<Uint8Array> {
  return new Uint8Array(hkdfSync('sha256', await sessionKey(), '', 'review question, HMAC', 32))
}
