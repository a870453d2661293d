import 'server-only'
import { assembleCourse } from '@/domain/course/assemble-course'
import type { Finding } from '@/domain/course/checks/finding'
import { libraryOf } from '@/domain/course/checks/library-of'
import { type Course, courseSchema } from '@/domain/course/course'
import { type EditorialText, textsOfCourse, textsOfLibrary } from '@/domain/editorial/text'
import type { Library } from '@/domain/library/library'
import { errorsIn } from '../../content/check-content'
import { type FilesInMemory, listFilesUnder, readText } from '../../content/disk'
import { library as libraryHere } from '../../content/library'
import { withPassages } from '../../content/passages'
import { listCourses, readCourse } from '../../content/read-course'
import { readLibraryFiles } from '../../content/read-library'
import type { CandidateFile } from '../../db/editorial/editorial-candidates'
import { CONTENT } from '../export/work-tree'

export type CandidateContent = {
  /** The files here, with those of the candidate in place of their own versions. */
  files: FilesInMemory
  /** The courses in which a file differs, by id, as they would be published. */
  courses: ReadonlyMap<string, Course>
  library: Library
  texts: readonly EditorialText[]
  /** The courses that cannot be shown, with the reasons. */
  unreadable: readonly { courseId: string; findings: readonly Finding[] }[]
}

/** Reads what a candidate changes. It yields to the event loop before each course, so that other requests proceed. */
export async function readCandidate(root: string, changes: readonly CandidateFile[]): Promise<CandidateContent> {
  const files = laidOver(root, changes)
  const changesLibrary = changes.some(({ path }) => path.startsWith('library/'))
  const library = changesLibrary ? libraryOf(readLibraryFiles(files).source) : libraryHere()
  const touched = new Set(changes.map(({ path }) => path.split('/').slice(0, 2).join('/')))
  const courses = new Map<string, Course>()
  const unreadable: { courseId: string; findings: readonly Finding[] }[] = []
  for (const courseId of listCourses(files).filter((id) => touched.has(`courses/${id}`))) {
    await new Promise(setImmediate)
    const { course, findings } = readCourse(files, courseId)
    try {
      courses.set(courseId, withPassages(courseSchema.parse(assembleCourse(course, library))))
    } catch {
      // A part that could not be read: the findings say which.
      unreadable.push({ courseId, findings: errorsIn(findings) })
    }
  }
  const texts = [...[...courses.values()].flatMap(textsOfCourse), ...(changesLibrary ? textsOfLibrary(library) : [])]
  return { files, courses, library, texts, unreadable }
}

function laidOver(root: string, changes: readonly CandidateFile[]): FilesInMemory {
  const paths = CONTENT.flatMap((folder) => listFilesUnder(root, folder))
  const files = new Map(paths.map((path) => [path, readText(root, path) ?? '']))
  for (const { path, text } of changes) {
    if (text === null) files.delete(path)
    else files.set(path, text)
  }
  return files
}
