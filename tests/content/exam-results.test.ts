import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resultHtml } from '@/app/[locale]/(learn)/courses/[course]/exam/result/result-html'
import { seededGenerator } from '@/domain/cohort/statistics/seeded-generator'
import { assembleCourse } from '@/domain/course/assemble-course'
import type { Course } from '@/domain/course/course'
import { drawExam } from '@/domain/exam/draw-exam'
import { LOCALES, type Locale } from '@/domain/locale'
import { library } from '@/server/content/library'
import { listCourses, readCourse } from '@/server/content/read-course'
import type { LoadedRelease } from '@/server/content/releases'
import type { GradedQuestion } from '@/server/exam/read-result'
import { shippedLibrary } from '../support/shipped-content'

/** The document of a first visit may weigh 30 kB; the frame and the scores by objective take 3 kB of it. */
const MOST_BYTES = 27_000
/** The settings with which the server compresses a document. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 } }
const DRAWS = 20

const held = shippedLibrary()
const examined = listCourses(process.cwd())
  .map((id) => ({ id, course: assembleCourse(readCourse(process.cwd(), id).course, held) }))
  .filter(({ course }) => course.exam)

beforeAll(() => library.set(held))
afterAll(library.reset)

/** The review of an exam without any answer: the longest review of these questions. */
function review(id: string, course: Course, locale: Locale, seed: number): string {
  if (!course.exam) throw new Error(`${id} has no exam`)
  const asked = drawExam(course.bank, course.exam, new Set(), seededGenerator(seed)).map(
    ({ questionId, order }, index) => ({
      key: course.bank.find((question) => question.id === questionId),
      order,
      answer: null,
      certainty: null,
      position: index + 1,
      points: 0,
    }),
  )
  const release = { id, courseId: id, course } as LoadedRelease
  return resultHtml(asked as GradedQuestion[], release, { number: 1 }, locale)
}

it.each(examined.flatMap(({ id, course }) => LOCALES.map((locale) => ({ id, course, locale }))))(
  'the longest review of $id in $locale fits a first visit',
  ({ id, course, locale }) => {
    const sizes = Array.from(
      { length: DRAWS },
      (_, seed) => brotliCompressSync(review(id, course, locale, seed), BROTLI).length,
    )

    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES)
  },
)
