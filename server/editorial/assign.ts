import 'server-only'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { type Area, maySignText, readScope, type Scope } from '@/domain/signoff/scope'
import type { TextKey } from '@/domain/signoff/text-key'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import { findReviewers, putAssignment, removeAssignment } from '../db/editorial/editorial-queue'
import { requireText } from './texts'

export type Reviewer = { accountId: string; signer: string; nameArabic: string; nameLatin: string; scope: Scope }

/** Everybody who may sign this language of a text for an area. */
export async function reviewersFor(
  _: Permit<'editorial:assign'>,
  { text, language, area }: { text: TextKey; language: Locale; area: Area },
): Promise<Reviewer[]> {
  const rows = await findReviewers(db())
  return rows.flatMap(({ scope: stored, ...row }) => {
    const scope = readScope(stored)
    return scope && maySignText(scope, text, language, area) ? [{ ...row, scope }] : []
  })
}

/**
 * Assigns a text to a reviewer, or removes the assignment (`accountId` null). A reviewer can remove only her own
 * assignment, and take only a text that no colleague has; the platform replaces an assignment. A repeated call leaves
 * the assignment as it is.
 *
 * @returns the colleague who keeps the text, if she has taken it before; else null
 * @throws {AppError} not-found: no such text; invalid-input: the account may not sign the text
 */
export async function assignText(permit: Permit<'editorial:assign'>, now: Date): Promise<Holder | null> {
  const { actor, target } = permit
  const { text, language, area, accountId } = target
  await requireText(text)
  const platform = actor.roles?.platform.includes('platform-administrator') ?? false
  if (accountId === null) {
    await removeAssignment(sql(), target, platform ? null : actor.accountId)
    return null
  }
  const fit = (await reviewersFor(permit, target)).some((one) => one.accountId === accountId)
  if (!fit) throw new AppError('invalid-input', 'no reviewer of this text')
  const holderId = await putAssignment(sql(), target, { accountId, replaces: platform }, now)
  if (holderId !== accountId) return holderOf(holderId)
  if (accountId === actor.accountId) return null
  const details = { text: `${text.kind} ${text.id}`, language, area }
  await recordAct(db(), { act: 'text-assigned', actorId: actor.accountId, subjectId: accountId, details }, now)
  return null
}

/** A reviewer as her colleagues see her. */
export type Holder = { signer: string; function: string }

async function holderOf(id: string): Promise<Holder> {
  const holder = (await findReviewers(db())).find(({ accountId }) => accountId === id)
  return { signer: holder?.signer ?? '', function: readScope(holder?.scope)?.function ?? '' }
}
