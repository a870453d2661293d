import { lessonSteps } from '@/domain/course/lesson-steps'
import { LOCALES, type Locale } from '@/domain/locale'
import { searchQuestions } from '@/tests/support/search-questions'
import type { BenchSite } from './bench-site'
import { articlePath, searchPath } from './deeds/library'
import { GRID } from './deeds/pages'
import { REAL_COURSE } from './fill/fill-database'
import { cookieOf } from './people'
import type { Visitor } from './visitor'

/** Bytes of compressed HTML in each language. */
export type PageWeights = Record<
  'home' | 'course' | 'lesson' | 'step' | 'grid' | 'article' | 'search',
  Record<Locale, number>
>

/**
 * If there are several pages of a kind, the heaviest of them: every lesson of the course and every search is measured.
 */
export async function weighPages(
  { learners: [learner], courses }: Pick<BenchSite, 'learners' | 'courses'>,
  visit: Visitor,
): Promise<PageWeights> {
  if (!learner) throw new Error('Nobody reads.')
  const cookie = await cookieOf(learner)
  const weigh = async (path: string) => {
    const { headers, body } = await visit({ path, cookie })
    if (headers['content-encoding'] !== 'br') throw new Error(`${path} came uncompressed`)
    return body.length
  }
  const heaviest = async (paths: (locale: Locale) => string[]) => {
    const weights: [Locale, number][] = []
    for (const locale of LOCALES) weights.push([locale, Math.max(...(await Promise.all(paths(locale).map(weigh))))])
    return Object.fromEntries(weights) as Record<Locale, number>
  }
  const course = (locale: Locale) => `/${locale}/courses/${REAL_COURSE}`
  const lessons = courses.real.course.lessons.map(({ file }) => file.id)
  const steps = courses.real.course.lessons.flatMap((lesson) =>
    lessonSteps(lesson, 'ar').map(({ id }) => `${lesson.file.id}/${id}`),
  )
  return {
    home: await heaviest((locale) => [`/${locale}`]),
    course: await heaviest((locale) => [course(locale)]),
    lesson: await heaviest((locale) => lessons.map((id) => `${course(locale)}/lessons/${id}`)),
    step: await heaviest((locale) => steps.map((id) => `${course(locale)}/lessons/${id}`)),
    grid: await heaviest((locale) => [`/${locale}/practice/grid/${GRID}`]),
    article: await heaviest((locale) => [articlePath(locale)]),
    search: await heaviest((locale) =>
      searchQuestions.filter((question) => question.locale === locale).map((question) => searchPath(question)),
    ),
  }
}
