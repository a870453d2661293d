import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { WrittenComment } from '@/domain/editorial/review-forms'
import type { TextBlock } from '@/domain/editorial/text-block'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { reviewPath } from '@/domain/signoff/text-key'
import type { Permit } from '../auth/permit'
import { contentHash } from '../content/content-hash'
import { db, sql } from '../db/client'
import { findReviewersOf, type ReviewerRow } from '../db/editorial/editorial-reviewers'
import {
  findThreads,
  insertComment,
  insertThread,
  resolveThread,
  type ThreadRow,
} from '../db/editorial/editorial-threads'
import { tellReviewers } from '../staff-letters/tell-reviewers'
import { type OpenedText, signedAs } from './open-text'
import type { PresentText } from './present-text'

/** The number of threads on one page. Each is shown with its last comments. */
export const THREADS_PER_PAGE = 20
const COMMENTS_SHOWN = 20
/** Beside the text only the newest open threads are shown. The page of comments shows all. */
const BESIDE_TEXT = { from: 0, limit: 30, comments: 3 }

/** The newest open threads of a text, to be shown under their blocks. */
export function threadsBeside({ text, language }: OpenedText): Promise<ThreadRow[]> {
  return findThreads(sql(), { key: text.key, language }, { open: true }, BESIDE_TEXT)
}

/** One page of the threads of a text, of one of its blocks, or one thread alone. @param page from 1 */
export async function threadsOf(
  { text, language }: OpenedText,
  { block, page, thread }: { block: string | null; page: number; thread: string | null },
): Promise<{ threads: readonly ThreadRow[]; more: boolean }> {
  const places = { from: (page - 1) * THREADS_PER_PAGE, limit: THREADS_PER_PAGE + 1, comments: COMMENTS_SHOWN }
  // A malformed id in the address names no thread; the database would refuse it as a UUID.
  if (thread !== null && !z.uuid().safeParse(thread).success) return { threads: [], more: false }
  const filter = { ...(block !== null && { block }), ...(thread !== null && { thread }) }
  const found = await findThreads(sql(), { key: text.key, language }, filter, places)
  return { threads: found.slice(0, THREADS_PER_PAGE), more: found.length > THREADS_PER_PAGE }
}

/** Who may be mentioned: the reviewers of the text, without the caller. */
export async function mentionable({ permit, text }: OpenedText): Promise<ReviewerRow[]> {
  const reviewers = await findReviewersOf(sql(), text.key)
  return reviewers.filter(({ accountId }) => accountId !== permit.actor.accountId)
}

/** `moved`: the block has other words than the form showed. `gone`: the text has no such block any more. */
export type CommentOutcome = 'stored' | 'moved' | 'gone'

/**
 * Stores a comment in a new or an existing thread of this text, and sends a letter to each reviewer it mentions. A
 * passage whose number has changed is found by its words. Idempotent: `draft` is the id of the comment.
 *
 * @throws {AppError} not-found if the text has no such thread
 */
export async function writeComment(
  permit: Permit<'editorial:comment'>,
  { text, language }: Pick<OpenedText, 'text' | 'language'>,
  written: WrittenComment,
  now: Date,
): Promise<CommentOutcome> {
  const { draft, mentions } = written
  const place = placeOfThread(text.blocks, { block: written.block || null, passageHash: written.was }, language)
  if (place.changed) return place.block === null ? 'gone' : 'moved'
  const block = text.blocks.find(({ id }) => id === place.block) ?? null
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
  return 'stored'
}

async function threadIn({ key }: PresentText, language: Locale, id: string): Promise<string> {
  const [thread] = await findThreads(sql(), { key, language }, { thread: id }, { from: 0, limit: 1, comments: 0 })
  if (!thread) throw new AppError('not-found', 'thread of another text')
  return thread.id
}

/** Marks a thread as resolved, or as open again. @throws {AppError} not-found */
export async function settleThread(
  permit: Permit<'editorial:comment'>,
  { id, resolved }: { id: string; resolved: boolean },
  now: Date,
): Promise<void> {
  if (!(await resolveThread(sql(), { id, key: permit.target.text, resolved }, now)))
    throw new AppError('not-found', 'thread')
}

/** A hash of the words of a block, by which a thread finds its passage again after the blocks have moved. */
export function hashOfBlock(block: TextBlock, language: Locale): string {
  return contentHash(block.fields.map(({ key, texts }) => [key, texts[language] ?? null])).slice(0, 32)
}

/**
 * The present block of a thread: the one with the same words, else the one with its old id, else null. `changed`: no
 * block with the same words was found.
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

/** A new id for a form that is rendered now. A repeated submission carries the same id. */
export function newDraft(): string {
  return randomUUID()
}
