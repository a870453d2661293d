import { assembleCourse } from '@/domain/course/assemble-course'
import { courseSchema } from '@/domain/course/course'
import { checkContent, checkedCourse } from '@/server/content/check-content'
import { listCourses } from '@/server/content/read-course'
import { readLibrary } from '@/server/content/read-library'

/** The same for all test files of a worker, because each takes seconds: what they return must not be changed. */
const once = <T>(make: () => T): (() => T) => {
  let made: { of: T } | undefined
  return () => {
    made ??= { of: make() }
    return made.of
  }
}

export const shippedLibrary = once(() => readLibrary(process.cwd()).library)

/** What the check of the content reports. */
export const shippedReport = once(() => checkContent(process.cwd()))

/** The library and every course, read from their files as for publication. */
export const shippedContent = once(() => {
  const root = process.cwd()
  const library = shippedLibrary()
  const courses = listCourses(root).map((id) =>
    courseSchema.parse(assembleCourse(checkedCourse(root, id, library).course, library)),
  )
  return { library, courses }
})
