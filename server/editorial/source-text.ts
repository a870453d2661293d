import 'server-only'
import { assembleCourse } from '@/domain/course/assemble-course'
import { sortFindings } from '@/domain/course/checks/all-checks'
import type { Finding } from '@/domain/course/checks/finding'
import { libraryOf } from '@/domain/course/checks/library-of'
import type { FileChange } from '@/domain/editorial/proposal'
import type { ProposedSource, ProposedSources } from '@/domain/editorial/review-forms'
import { isCourseKind, type TextKey } from '@/domain/editorial/text-key'
import { AppError } from '@/domain/errors'
import { isLocale, type Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import type { FilesInMemory } from '../content/disk'
import { library } from '../content/library'
import { readCourse } from '../content/read-course'
import { readLibraryFiles } from '../content/read-library'
import { sql } from '../db/client'
import { insertProposal } from '../db/editorial-proposals'
import { withoutLiveLinks } from './dead-links'
import { droppedFromFile } from './file-pointers'
import { hashOfFile, newFindings } from './make-change'
import { type OpenedText, signedAs } from './open-text'
import { changesOfOthers } from './other-entries'
import type { PresentText } from './present-text'
import { nameOfEntry, ownFiles, sourceFiles } from './source-files'
import { blocksInCourse, blocksInLibrary } from './text-content'

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

export type CheckedSource = {
  /** What the checks find in the change, sorted by line. */
  findings: readonly Finding[]
  /** The text as it would be; null if the files cannot be read as one. */
  preview: PresentText | null
}

/** Runs the checks on a file as it was typed, and builds the text from it. Nothing is stored. */
export function checkSource(text: PresentText, file: SourceFile, typed: string): CheckedSource {
  return checkChanges(text, [changeIn(file, typed)])
}

/** What the checks find in a file as it was typed, sorted by line. */
export function findingsOf(text: PresentText, file: SourceFile, typed: string): Finding[] {
  return findingsIn(text, [changeIn(file, typed)])
}

function changeIn(file: SourceFile, typed: string): FileChange {
  return { path: file.path, baseHash: file.hash, base: file.text, text: typed }
}

/** Like `checkSource`, for several files of a text. */
export function checkChanges(text: PresentText, changes: readonly FileChange[]): CheckedSource {
  return { findings: findingsIn(text, changes), preview: previewOf(text, changes) }
}

/** What the checks find in changed and new files of a text, sorted by line. */
export function findingsIn(text: PresentText, changes: readonly FileChange[]): Finding[] {
  const before = sourceFiles(text.source.files, text.key)
  const after = withChanges(text, changes)
  const found = withoutLiveLinks(newFindings(before, after, text.key), text, after)
  return sortFindings([...changes.flatMap((change) => refusedIn(change, text.key)), ...found])
}

/** What no check of a whole file can find: what a change takes away, and what it changes beside its text. */
function refusedIn({ path, base, text: typed }: FileChange, key: TextKey): Finding[] {
  const others = isCourseKind(key.kind) ? [] : changesOfOthers(path, nameOfEntry(key), base, typed)
  return [...droppedFromFile(path, base, typed), ...others]
}

/** The text as it would be with changed and new files; null if they cannot be read as one. */
export function previewOf(text: PresentText, changes: readonly FileChange[]): PresentText | null {
  return madeOf(text, withChanges(text, changes))
}

function withChanges({ source, key }: PresentText, changes: readonly FileChange[]): FilesInMemory {
  return new Map([...sourceFiles(source.files, key), ...changes.map(({ path, text }) => [path, text] as const)])
}

function madeOf(text: PresentText, files: FilesInMemory): PresentText | null {
  try {
    return isCourseKind(text.key.kind) ? madeOfCourse(text, files) : madeOfLibrary(text, files)
  } catch {
    // A part that could not be read: the findings say which.
    return null
  }
}

/** Assembles the course with only this lesson, so that it holds the law that the text cites, as at publication. */
function madeOfCourse(text: PresentText, files: FilesInMemory): PresentText | null {
  const [courseId = '', name = ''] = text.key.id.split('/')
  const { course: source } = readCourse(files, courseId)
  const { value } = source.file
  if (!value) return null
  const outline = text.key.kind === 'lesson' ? [name] : []
  const course = assembleCourse({ ...source, file: { ...source.file, value: { ...value, outline } } }, library())
  const blocks = blocksInCourse(course, text.key)
  return blocks && { ...text, blocks, source: { id: 'typed', files, course, law: course } }
}

function madeOfLibrary(text: PresentText, files: FilesInMemory): PresentText | null {
  const made = libraryOf(readLibraryFiles(files).source)
  const blocks = blocksInLibrary(made, text.key)
  return blocks && { ...text, blocks, source: { id: 'typed', files, course: null, law: made } }
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
  if (findingsIn(text, changes).some(({ severity }) => severity === 'error')) return 'refused'
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
