import 'server-only'
import type { Finding } from '@/domain/course/checks/finding'
import type { FileChange } from '@/domain/editorial/proposal'
import type { ProposedSource, ProposedSources } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { isLocale, type Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { sql } from '../db/client'
import { insertProposal } from '../db/editorial/editorial-proposals'
import { checkInWorker } from './checking/in-worker'
import type { CheckedText } from './checking/typed-text'
import { hashOfFile } from './make-change'
import { type OpenedText, signedAs } from './open-text'
import type { PresentText } from './present-text'
import { ownFiles } from './source-files'

/** A file of a text, as it is now. */
export type SourceFile = {
  path: string
  text: string
  hash: string
  /** The language in which it is written; null if it holds all of them. */
  language: Locale | null
  /** The files of the text, this one too. */
  paths: readonly string[]
}

/**
 * A file of a text: the requested one, else the one in the language under review, else the first.
 *
 * @throws {AppError} not-found if the text has no such file
 */
export function openSource(
  { text, language }: Pick<OpenedText, 'text' | 'language'>,
  asked: string | null,
): SourceFile {
  const files = ownFiles(text.source.files, text.key)
  const paths = [...files.keys()]
  const path = asked ?? paths.find((one) => one.endsWith(`/${language}.md`)) ?? paths[0]
  const found = path === undefined ? undefined : files.get(path)
  if (path === undefined || found === undefined) throw new AppError('not-found', 'file of the text')
  return { path, text: found, hash: hashOfFile(found), language: languageOf(path), paths }
}

/** All files of a lesson or invented file, to be changed together. @throws {AppError} not-found for other texts */
export function openSources(opened: Pick<OpenedText, 'text' | 'language'>): SourceFile[] {
  const { kind } = opened.text.key
  if (kind !== 'lesson' && kind !== 'case') throw new AppError('not-found', 'text of one file')
  return openSource(opened, null).paths.map((path) => openSource(opened, path))
}

function languageOf(path: string): Locale | null {
  const name = /\/([a-z]+)\.md$/.exec(path)?.[1] ?? ''
  return isLocale(name) ? name : null
}

/**
 * Runs the checks on a file as it was typed, and builds the text from it. Nothing is stored.
 *
 * @throws {AppError} text-too-slow, text-too-large, text-too-deep, unavailable
 */
export function checkSource(text: PresentText, file: SourceFile, typed: string): Promise<CheckedText> {
  return checkChanges(text, [changeIn(file, typed)])
}

/** What the checks find in a file as it was typed, sorted by line. @throws {AppError} as `checkSource` */
export function findingsOf(text: PresentText, file: SourceFile, typed: string): Promise<readonly Finding[]> {
  return findingsIn(text, [changeIn(file, typed)])
}

function changeIn(file: SourceFile, typed: string): FileChange {
  return { path: file.path, baseHash: file.hash, base: file.text, text: typed }
}

/** Like `checkSource`, for several files of a text. @throws {AppError} as `checkSource` */
export function checkChanges(text: PresentText, changes: readonly FileChange[]): Promise<CheckedText> {
  return checkInWorker(text, changes, { findings: true, preview: true })
}

/** What the checks find in changed and new files of a text, sorted by line. @throws {AppError} as `checkSource` */
export async function findingsIn(text: PresentText, changes: readonly FileChange[]): Promise<readonly Finding[]> {
  return (await checkInWorker(text, changes, { findings: true, preview: false })).findings
}

/** Stores a changed file as a proposal, unless the checks find an error in it. The published text does not change. */
export function proposeSource(
  permit: Permit<'editorial:propose'>,
  opened: Pick<OpenedText, 'text'>,
  file: SourceFile,
  { was, sourceText, ...said }: ProposedSource,
  now: Date,
): Promise<'stored' | 'moved' | 'same' | 'refused'> {
  return proposeSources(permit, opened, [file], { ...said, files: [{ was, sourceText }] }, now)
}

/** Like `proposeSource`, for several files of a text. Some of them may be unchanged. */
export async function proposeSources(
  permit: Permit<'editorial:propose'>,
  { text }: Pick<OpenedText, 'text'>,
  files: readonly SourceFile[],
  written: ProposedSources,
  now: Date,
): Promise<'stored' | 'moved' | 'same' | 'refused'> {
  if (files.some((file, place) => written.files[place]?.was !== file.hash)) return 'moved'
  const changes = changesOfSources(files, written.files)
  if (changes.length === 0) return 'same'
  const findings = await findingsIn(text, changes)
  if (findings.some(({ severity }) => severity === 'error')) return 'refused'
  const { accountId: proposedById, ...by } = signedAs(permit.actor)
  const { draft: id, sourceSummary: summary, wordingReason: reason } = written
  const [first, ...more] = changes
  // A change of a file for all languages, or of several files, counts for all languages: its author signs in none.
  const language = first && more.length === 0 ? languageOf(first.path) : null
  const row = { id, key: text.key, language, files: changes, summary, reason, proposedById, ...by }
  await insertProposal(sql(), row, now)
  return 'stored'
}

/** The changes of the files whose typed text differs. */
export function changesOfSources(files: readonly SourceFile[], typed: readonly { sourceText: string }[]): FileChange[] {
  return files.flatMap((file, place) => {
    const text = typed[place]?.sourceText
    return text === undefined || text === file.text ? [] : changeIn(file, text)
  })
}
