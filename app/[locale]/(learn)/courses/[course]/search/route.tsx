import { page } from '@/app/http/get-page'
import { CourseSearchPage } from '@/components/library/course-search-page'
import { readableCourse } from '@/server/course/learner-course'
import { LONGEST_QUERY, search } from '@/server/library/search'
import { courseSearchIndex } from '@/server/library/search-index'

/** Nobody reads more results; a narrower query helps more than a second page. */
const SHOWN = 40

/** The sections of a course that match `?q=`, for those who may read its lessons. */
export const GET = page<'course'>(async ({ locale, t, query, caller, params }) => {
  const { release } = await readableCourse(caller, params.course, new Date())
  const typed = (query.get('q') ?? '').trim()
  const q = typed.slice(0, LONGEST_QUERY)
  const { total, found } = search(courseSearchIndex(release), { query: q, locale, limit: SHOWN })
  const course = { id: release.courseId, title: release.course.file.title[locale] }
  const cutAt = typed.length > LONGEST_QUERY ? LONGEST_QUERY : null
  const main = (
    <CourseSearchPage course={course} q={q} total={total} found={found} cutAt={cutAt} locale={locale} t={t} />
  )
  return { title: t('course.search.title'), main, styles: ['library.css'], index: false }
})
