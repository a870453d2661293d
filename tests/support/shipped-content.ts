import { assembleCourse } from '@/domain/course/assemble-course'
import { courseSchema } from '@/domain/course/course'
import { checkedCourse } from '@/server/content/check-content'
import { listCourses } from '@/server/content/read-course'
import { readLibrary } from '@/server/content/read-library'

/** The library and every course, read from their files as for publication. Takes seconds. */
export function shippedContent() {
  const root = process.cwd()
  const { library } = readLibrary(root)
  const courses = listCourses(root).map((id) =>
    courseSchema.parse(assembleCourse(checkedCourse(root, id, library).course, library)),
  )
  return { library, courses }
}
