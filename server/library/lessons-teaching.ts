import 'server-only'
import type { LessonUse } from '@/domain/course/citation-uses'
import { currentReleases } from '../content/releases'

/** The published lessons that an entry of the library names. Those of a closed course are left out. */
export async function lessonsTeaching({ lessons }: { lessons: readonly string[] }): Promise<LessonUse[]> {
  const releases = await currentReleases()
  const open = releases.filter(({ course }) => course.file.access !== 'closed')
  return open.flatMap(({ courseId, course }) =>
    course.lessons
      .filter(({ file }) => lessons.includes(`${courseId}/${file.id}`))
      .map(({ file }) => ({ course: courseId, lesson: file.id, title: file.title })),
  )
}
