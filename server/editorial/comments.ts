import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { WrittenComment } from '@/domain/editorial/review-forms'
import type { TextBlock } from '@/domain/editorial/text-block'
import { reviewPath } from '@/domain/editorial/text-key'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { contentHash } from '../content/content-hash'
import { db, sql } from '../db/client'
import { findReviewersOf, type ReviewerRow } from '../db/editorial-reviewers'
import { findThreads, insertComment, insertThread, resolveThread, type ThreadRow } from '../db/editorial-threads'
import { tellReviewers } from '../staff-letters/tell-reviewers'
import { type OpenedText, signedAs } from './open-text'
import type { PresentText } from './present-text'

/** As many threads stand on one page, each with its last comments. */
export const THREADS_PER_PAGE = 20
const COMMENTS_SHOWN = 20
/** Beside the text stand a few of the open ones; all of a block are one step away. */
const BESIDE_TEXT = { from: 0, limit: 30, comments: 3 }

/** The newest open threads of a text, which stand under their blocks. */
export function threadsBeside({ text, language }: OpenedText): Promise<ThreadRow[]> {
  return findThreads(sql(), { key: text.key, language }, { open: true }, BESIDE_TEXT)
}

/** One page of the threads of a text, of one of its blocks, or one thread alone. @param page from 1 */
export async function threadsOf(
  { text, language }: OpenedText,
  { block, page, thread }: { block: string | null; page: number; thread: string | null },
): Promise<{ threads: readonly ThreadRow[]; more: boolean }> {
  const places = { from: (page - 1) * THREADS_PER_PAGE, limit: THREADS_PER_PAGE + 1, comments: COMMENTS_SHOWN }
  // An address that somebody changed by hand names no thread.
  if (thread !== null && !z.uuid().safeParse(thread).success) return { threads: [], more: false }
  const filter = { ...(block !== null && { block }), ...(thread !== null && { thread }) }
  const found = await findThreads(sql(), { key: text.key, language }, filter, places)
  return { threads: found.slice(0, THREADS_PER_PAGE), more: found.length > THREADS_PER_PAGE }
}

/** Who may be mentioned: those who review the text, without her. */
export async function mentionable({ permit, text }: OpenedText): Promise<ReviewerRow[]> {
  const reviewers = await findReviewersOf(sql(), text.key)
  return reviewers.filter(({ accountId }) => accountId !== permit.actor.accountId)
}

/**
 * Stores a comment, in a new thread or in one of this text, and writes to whom it mentions. Sent twice it is one comment
 * and one letter.
 *
 * @throws {AppError} invalid-input if the text has no such block, not-found if it has no such thread
 */
export async function writeComment(
  permit: Permit<'editorial:comment'>,
  { text, language }: Pick<OpenedText, 'text' | 'language'>,
  written: WrittenComment,
  now: Date,
): Promise<void> {
  const { draft, mentions } = written
  const block = blockNamed(text, written.block)
  const threadId = written.thread === '' ? draft : await threadIn(text, language, written.thread)
  const reviewers = mentions.length === 0 ? [] : await findReviewersOf(sql(), text.key)
  const told = reviewers.filter(
    ({ signer, accountId }) => mentions.includes(signer) && accountId !== permit.actor.accountId,
  )
  await db().$transaction(async (tx) => {
    if (written.thread === '') {
      const passage = block ? (block.fields[0]?.texts[language] ?? '') : null
      const passageHash = block ? hashOfBlock(block, language) : null
      const row = { id: threadId, key: text.key, language, block: block?.id ?? null, passage, passageHash }
      if (!(await insertThread(tx, { ...row, missingSource: written.source === 'yes' }, now))) return
    }
    const comment = { id: draft, threadId, text: written.commentText, mentions: told.map(({ signer }) => signer) }
    if (!(await insertComment(tx, { ...comment, ...signedAs(permit.actor) }, now))) return
    const path = `${reviewPath(text.key, language)}?view=comments&thread=${threadId}`
    await tellReviewers(
      tx,
      told.map(({ accountId }) => accountId),
      'mentioned',
      path,
      now,
    )
  })
}

function blockNamed({ blocks }: PresentText, id: string): TextBlock | null {
  if (id === '') return null
  const block = blocks.find((one) => one.id === id)
  if (!block) throw new AppError('invalid-input', 'block that the text does not have')
  return block
}

async function threadIn({ key }: PresentText, language: Locale, id: string): Promise<string> {
  const [thread] = await findThreads(sql(), { key, language }, { thread: id }, { from: 0, limit: 1, comments: 0 })
  if (!thread) throw new AppError('not-found', 'thread of another text')
  return thread.id
}

/** Marks a thread as dealt with, or open again. @throws {AppError} not-found */
export async function settleThread(
  permit: Permit<'editorial:comment'>,
  { id, resolved }: { id: string; resolved: boolean },
  now: Date,
): Promise<void> {
  if (!(await resolveThread(sql(), { id, key: permit.target.text, resolved }, now)))
    throw new AppError('not-found', 'thread')
}

/** By which a thread finds its passage again when the blocks have moved. */
export function hashOfBlock(block: TextBlock, language: Locale): string {
  return contentHash(block.fields.map(({ key, texts }) => [key, texts[language] ?? null])).slice(0, 32)
}

/**
 * Where a thread stands now: at the block that says the same words, else at its old place if there is one. `changed`: the
 * words are no longer those that it is about.
 */
export function placeOfThread(
  blocks: readonly TextBlock[],
  { block, passageHash }: Pick<ThreadRow, 'block' | 'passageHash'>,
  language: Locale,
): { block: string | null; changed: boolean } {
  if (block === null) return { block: null, changed: false }
  const old = blocks.find(({ id }) => id === block)
  if (old && hashOfBlock(old, language) === passageHash) return { block, changed: false }
  const moved = blocks.find((one) => one.kind === 'passage' && hashOfBlock(one, language) === passageHash)
  return moved ? { block: moved.id, changed: false } : { block: old?.id ?? null, changed: true }
}

/** An id for a form that is drawn now. */
export function newDraft(): string {
  return randomUUID()
}
