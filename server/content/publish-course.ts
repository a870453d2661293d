import 'server-only'
import { assembleCourse } from '@/domain/course/assemble-course'
import type { Finding } from '@/domain/course/checks/finding'
import { type Course, courseSchema } from '@/domain/course/course'
import type { Db } from '../db/client'
import { findNewestRelease, insertRelease, type NewRelease } from '../db/releases'
import { checkedCourses, errorsIn } from './check-content'
import { contentHash } from './content-hash'
import type { Root } from './disk'
import { hashOfSources, notePublishedSources } from './published-sources'
import { listCourses } from './read-course'
import { readLibrary } from './read-library'
import { forgetNewestReleases } from './releases'

export type Publication =
  | { courseId: string; status: 'published' | 'unchanged'; number: number; findings: readonly Finding[] }
  | { courseId: string; status: 'refused'; findings: readonly Finding[] }

/** Publishes the courses whose content changed; one with errors keeps its last good release. */
export async function publishChanged(
  db: Db,
  root: Root,
  courseIds: readonly string[] = listCourses(root),
): Promise<Publication[]> {
  const sources = hashOfSources(root)
  const { library, findings } = readLibrary(root)
  const publications: Publication[] = []
  for (const checked of checkedCourses(root, courseIds, library)) {
    const courseId = checked.course.path.replace('courses/', '')
    // A release carries its part of the library: a broken library is broken content.
    const all = [...findings, ...checked.findings]
    publications.push(
      errorsIn(all).length > 0
        ? { courseId, status: 'refused', findings: all }
        : { courseId, ...(await publish(db, assembleCourse(checked.course, library))), findings: all },
    )
  }
  const published = new Set(publications.flatMap((each) => (each.status === 'refused' ? [] : each.courseId)))
  if (listCourses(root).every((courseId) => published.has(courseId))) await notePublishedSources(db, sources)
  forgetNewestReleases()
  return publications
}

async function publish(db: Db, assembled: Course) {
  const course = courseSchema.parse(assembled)
  const hash = contentHash(authored(course))
  const courseId = course.file.id
  for (;;) {
    const newest = await findNewestRelease(db, courseId)
    if (newest?.contentHash === hash) return { status: 'unchanged', number: newest.number } as const
    const number = (newest?.number ?? 0) + 1
    if (await insertRelease(db, releaseOf(course, number, hash))) return { status: 'published', number } as const
    // Someone else took the number in between: look again at what is newest now.
  }
}

/** The course without what was read of it: a reader that reads better does not make a new release. */
function authored({ citedByQuestion: _, ...course }: Course) {
  return { ...course, lessons: course.lessons.map(({ texts: __, ...lesson }) => lesson) }
}

function releaseOf(course: Course, number: number, hash: string): NewRelease {
  const { id, lawDate, languages } = course.file
  return { courseId: id, number, contentHash: hash, lawDate: new Date(lawDate), languages, content: course }
}
