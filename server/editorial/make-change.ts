import 'server-only'
import { createHash } from 'node:crypto'
import { checkCourse, checkLibrary } from '@/domain/course/checks/all-checks'
import { error, type Finding } from '@/domain/course/checks/finding'
import type { Place } from '@/domain/course/checks/source'
import { droppedPointers, type FileChange } from '@/domain/editorial/proposal'
import { lineOfBlock, withBlock } from '@/domain/editorial/source-blocks'
import type { Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import { isCourseKind, type TextKey } from '@/domain/signoff/text-key'
import type { FilesInMemory } from '../content/disk'
import { library } from '../content/library'
import { readCourse } from '../content/read-course'
import { readLibraryFiles } from '../content/read-library'
import { placeOf, type SourcePlace, sourceAt } from './source-files'
import { lineOfScalar, withScalar } from './yaml-scalar'

export type MadeChange =
  | { status: 'made'; change: FileChange }
  | { status: 'refused'; findings: readonly Finding[] }
  /** The wording has changed since the form was shown, or is not written in the files. */
  | { status: 'moved' }
  | { status: 'same' }

/** A wording that is asked for. `files`: those of the text, with what its checks need. */
export type AskedChange = {
  files: FilesInMemory
  key: TextKey
  block: string
  field: string
  language: Locale
  /** The source that the form showed, and the one that is proposed. */
  before: string
  after: string
}

/** The maximum number of errors shown: the first ones say enough about what is wrong. */
const MOST_SHOWN = 5

/**
 * Builds the file with a proposed wording, and runs on it the checks that run before publication. It may take long: a
 * worker runs it.
 */
export function makeChange({ files, ...asked }: AskedChange): MadeChange {
  const { before, after } = asked
  if (before.trim() === after.trim()) return { status: 'same' }
  const place = placeOf(files, asked)
  const file = place ? files.get(place.path) : undefined
  if (!place || file === undefined || sourceAt(file, place) !== before) return { status: 'moved' }
  const text = written(file, place, tidy(after, place))
  if (text === null) return { status: 'moved' }
  const errors = newFindings(files, new Map(files).set(place.path, text), asked.key).filter(
    ({ severity }) => severity === 'error',
  )
  const findings = [...droppedReferences(file, place, before, after), ...errors]
  if (findings.length > 0) return { status: 'refused', findings: findings.slice(0, MOST_SHOWN) }
  return { status: 'made', change: { path: place.path, baseHash: hashOfFile(file), base: file, text } }
}

/** SHA-256 of a file in hex. With it the export verifies the file from which a change was made. */
export function hashOfFile(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Browsers send line ends as CR LF; a sentence is one line. */
function tidy(text: string, { as }: SourcePlace): string {
  const lines = text.replace(/\r\n?/g, '\n').trim()
  return as === 'sentence' ? lines.replace(/\s*\n\s*/g, ' ') : lines
}

function written(file: string, place: SourcePlace, text: string): string | null {
  return place.as === 'sentence' ? withScalar(file, place.keys, text) : withBlock(file, place.as, place.block, text)
}

function droppedReferences(file: string, place: SourcePlace, before: string, after: string): Finding[] {
  const line = place.as === 'sentence' ? lineOfScalar(file, place.keys) : lineOfBlock(file, place.as, place.block)
  return droppedPointers(before, after, place.as).map((pointer) =>
    droppedReference({ path: place.path, line }, pointer),
  )
}

/** A reference that a change removes. */
export function droppedReference(place: Place, pointer: string): Finding {
  const message = `the new wording no longer says “${pointer}”: keep it, or say in a comment why it must go`
  return { ...error(place, message, { pointers: [pointer] }), check: 'dropped-reference' }
}

/**
 * The findings that a change adds. Only the files of one text are read, so checks of a whole course report faults that
 * do not exist: a finding is left out as many times as the files had it before the change.
 */
export function newFindings(before: FilesInMemory, after: FilesInMemory, key: TextKey): Finding[] {
  const nameOf = ({ path, check, message }: Finding) => `${path} ${check} ${message}`
  const known = new Map<string, number>()
  for (const finding of findingsBefore(before, key)) known.set(nameOf(finding), (known.get(nameOf(finding)) ?? 0) + 1)
  return findingsIn(after, key).filter((finding) => {
    const left = known.get(nameOf(finding)) ?? 0
    known.set(nameOf(finding), left - 1)
    return left <= 0
  })
}

/** Cached: an editor requests a check at each pause in typing, and the files before the change stay the same. */
const findingsBefore = memoize(findingsIn, {
  key: (files, { kind, id }) => hashOfFile([kind, id, ...[...files].flat()].join('\0')),
  limit: 20,
})

function findingsIn(files: FilesInMemory, { kind, id }: TextKey): Finding[] {
  return isCourseKind(kind) ? inCourse(files, id.split('/')[0] ?? '') : inLibrary(files)
}

function inCourse(files: FilesInMemory, courseId: string): Finding[] {
  const { course, findings } = readCourse(files, courseId)
  return [...findings, ...checkCourse(course, library())]
}

function inLibrary(files: FilesInMemory): Finding[] {
  const { source, findings } = readLibraryFiles(files)
  return [...findings, ...checkLibrary(source, library())]
}
