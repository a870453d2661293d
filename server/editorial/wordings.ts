import 'server-only'
import { decide } from '@/domain/auth/policy'
import type { Finding } from '@/domain/course/checks/finding'
import type { ProposalState } from '@/domain/editorial/proposal'
import type { WordingDecision, WrittenWording } from '@/domain/editorial/review-forms'
import { proposable, type TextBlock } from '@/domain/editorial/text-block'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { contentHash } from '../content/content-hash'
import { db, sql } from '../db/client'
import { holdOffExport } from '../db/editorial/editorial-export'
import {
  decideProposal,
  findProposal,
  insertProposal,
  type OpenedProposal,
  rejectAccepted,
  type StoredProposal,
} from '../db/editorial/editorial-proposals'
import { tellReviewers } from '../staff-letters/tell-reviewers'
import { makeChangeInWorker } from './checking/in-worker'
import { type OpenedText, signedAs } from './open-text'
import { sourceFiles } from './source-files'

/** The hash by which a form names the wording that it showed. */
export function hashOfWording(text: string): string {
  return contentHash(text).slice(0, 32)
}

export type WordingOutcome =
  | { status: 'stored' | 'moved' | 'same' }
  | { status: 'refused'; findings: readonly Finding[] }

/** The number of characters by which a list names a block. */
const SUMMARY = 120

/**
 * Stores another wording of a block as a change of its file. The files and the published text do not change.
 *
 * @throws {AppError} text-too-slow, text-too-large, text-too-deep, unavailable
 */
export async function proposeWording(
  permit: Permit<'editorial:propose'>,
  { text, language }: Pick<OpenedText, 'text' | 'language'>,
  written: WrittenWording,
  now: Date,
): Promise<WordingOutcome> {
  const { key } = text
  const block = text.blocks.find(({ id }) => id === written.block)
  const field = block && proposable(block, written.field)
  const before = field?.texts[language]
  if (!block || before === undefined) throw new AppError('invalid-input', 'field that cannot be worded otherwise')
  if (hashOfWording(before) !== written.was) return { status: 'moved' }
  const asked = { key, block: block.id, field: written.field, language, before, after: written.wordingText }
  const made = await makeChangeInWorker({ files: sourceFiles(text.source.files, key), ...asked })
  if (made.status !== 'made') return made
  // Her wording stands in every language whose sign-off covers the field: she signs none of them.
  const covered = field?.whole ? null : language
  const row = { id: written.draft, key, language: covered, files: [made.change], summary: summaryOf(before) }
  const { accountId: proposedById, ...by } = signedAs(permit.actor)
  await insertProposal(sql(), { ...row, reason: written.wordingReason, proposedById, ...by }, now)
  return { status: 'stored' }
}

function summaryOf(before: string): string {
  const words = before.replace(/\s+/g, ' ')
  return words.length > SUMMARY ? `${words.slice(0, SUMMARY)}…` : words
}

/** @throws {AppError} not-found */
export async function openProposal({ text }: OpenedText, id: string): Promise<OpenedProposal> {
  const found = /^[0-9a-f-]{36}$/.test(id) ? await findProposal(sql(), text.key, id) : null
  if (!found) throw new AppError('not-found', 'proposal')
  return found
}

/** True if she reviews the text or administers the platform, and another person made the proposal. */
export function mayDecide(
  { permit, text }: { permit: OpenedText['permit']; text: Pick<OpenedText['text'], 'key'> },
  { proposedById }: Pick<StoredProposal, 'proposedById'>,
): boolean {
  return decide(permit.actor, 'editorial:decide', { text: text.key, proposedBy: proposedById }) === 'allowed'
}

/** From which state a proposal can be decided, or null. An accepted one can be rejected until it is in the files. */
export function decidableAs(state: ProposalState): 'open' | 'accepted' | null {
  if (state === 'open') return 'open'
  return state === 'accepted' || state === 'conflict' ? 'accepted' : null
}

/**
 * Accepts or rejects the proposal of somebody else, once. The export writes an accepted proposal into the files; until
 * then it can still be rejected.
 *
 * @param path the page of the proposal; its author gets a letter with it if her accepted proposal is rejected
 * @throws {AppError} already-decided; unavailable while an export is at work
 */
export async function settleWording(
  permit: Permit<'editorial:decide'>,
  { id, path }: { id: string; path: string },
  { decision, answer }: WordingDecision,
  now: Date,
): Promise<void> {
  if (decision === 'reject-accepted') return rejectAfterAcceptance(permit, { id, path }, answer ?? '', now)
  const accepted = decision === 'accept'
  const { text: key } = permit.target
  const done = await decideProposal(sql(), { id, key, accountId: permit.actor.accountId, accepted, answer }, now)
  if (!done) throw new AppError('already-decided', 'proposal')
}

async function rejectAfterAcceptance(
  permit: Permit<'editorial:decide'>,
  { id, path }: { id: string; path: string },
  answer: string,
  now: Date,
): Promise<void> {
  const { text: key } = permit.target
  await db().$transaction(async (tx) => {
    // A running export writes the proposals that it read when it began.
    if (!(await holdOffExport(tx))) throw new AppError('unavailable', 'export at work')
    const author = await rejectAccepted(tx, { id, key, accountId: permit.actor.accountId, answer }, now)
    if (author === undefined) throw new AppError('already-decided', 'proposal')
    if (author) await tellReviewers(tx, [author], 'wordingRejected', path, now)
  })
}

/** The fields of a block of which another wording may be proposed in a language. */
export function proposableFields(block: TextBlock, language: Locale): { key: string; text: string; was: string }[] {
  return block.fields.flatMap(({ key }) => {
    const text = proposable(block, key)?.texts[language]
    return text === undefined ? [] : { key, text, was: hashOfWording(text) }
  })
}
