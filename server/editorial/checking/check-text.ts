import 'server-only'
import { assembleCourse } from '@/domain/course/assemble-course'
import { sortFindings } from '@/domain/course/checks/all-checks'
import type { Finding } from '@/domain/course/checks/finding'
import { libraryOf } from '@/domain/course/checks/library-of'
import type { FileChange } from '@/domain/editorial/proposal'
import { isCourseKind, type TextKey } from '@/domain/signoff/text-key'
import type { FilesInMemory } from '../../content/disk'
import { library } from '../../content/library'
import { readCourse } from '../../content/read-course'
import { readLibraryFiles } from '../../content/read-library'
import { withoutLiveLinks } from '../dead-links'
import { droppedFromFile } from '../file-pointers'
import { newFindings } from '../make-change'
import { changesOfOthers } from '../other-entries'
import type { PresentText } from '../present-text'
import { nameOfEntry, sourceFiles } from '../source-files'
import { blocksInCourse, blocksInLibrary } from '../text-content'
import type { TypedText } from './typed-text'

/** What the checks find in changed and new files of a text, sorted by line. It may take long: a worker runs it. */
export function findingsIn(text: TypedText, changes: readonly FileChange[]): Finding[] {
  const before = sourceFiles(text.files, text.key)
  const after = withChanges(text, changes)
  const found = withoutLiveLinks(newFindings(before, after, text.key), text, after)
  return sortFindings([...changes.flatMap((change) => refusedIn(change, text.key)), ...found])
}

/** What no check of a whole file can find: what a change takes away, and what it changes beside its text. */
function refusedIn({ path, base, text: typed }: FileChange, key: TextKey): Finding[] {
  const others = isCourseKind(key.kind) ? [] : changesOfOthers(path, nameOfEntry(key), base, typed)
  return [...droppedFromFile(path, base, typed), ...others]
}

/** The text as it would be with changed and new files; null if they cannot be read as one. A worker runs it. */
export function previewOf(text: TypedText, changes: readonly FileChange[]): PresentText | null {
  const files = withChanges(text, changes)
  try {
    return isCourseKind(text.key.kind) ? madeOfCourse(text, files) : madeOfLibrary(text, files)
  } catch {
    // A part that could not be read: the findings say which.
    return null
  }
}

function withChanges({ files, key }: TypedText, changes: readonly FileChange[]): FilesInMemory {
  return new Map([...sourceFiles(files, key), ...changes.map(({ path, text }) => [path, text] as const)])
}

/** Assembles the course with only this lesson, so that it holds the law that the text cites, as at publication. */
function madeOfCourse(text: TypedText, files: FilesInMemory): PresentText | null {
  const [courseId = '', name = ''] = text.key.id.split('/')
  const { course: source } = readCourse(files, courseId)
  const { value } = source.file
  if (!value) return null
  const outline = text.key.kind === 'lesson' ? [name] : []
  const course = assembleCourse({ ...source, file: { ...source.file, value: { ...value, outline } } }, library())
  const blocks = blocksInCourse(course, text.key)
  return blocks && { ...text, blocks, source: { id: 'typed', files, course, law: course } }
}

function madeOfLibrary(text: TypedText, files: FilesInMemory): PresentText | null {
  const made = libraryOf(readLibraryFiles(files).source)
  const blocks = blocksInLibrary(made, text.key)
  return blocks && { ...text, blocks, source: { id: 'typed', files, course: null, law: made } }
}
