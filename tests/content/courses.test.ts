import { describe, expect, it } from 'vitest'
import { guessReport } from '@/domain/course/guessing/guess-bank'
import { reservedForRetention, secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import { drawExam } from '@/domain/exam/draw-exam'
import { LOCALES } from '@/domain/locale'
import { describeFinding } from '@/server/content/check-content'
import { shippedContent, shippedLibrary, shippedReport } from '../support/shipped-content'

const report = shippedReport()
const library = shippedLibrary()

it('has nothing to correct in courses and library', () => {
  expect(report.findings.map(describeFinding)).toEqual([])
})

it('stand in the catalogue as a judge takes them, then that of the Commission, then that of the public', () => {
  const listed = shippedContent().courses.toSorted((a, b) => a.file.order - b.file.order)

  expect(listed.map(({ file }) => file.id)).toEqual([
    ...['fundamentals', 'detection', 'referral', 'trial'],
    'commission',
    'awareness',
  ])
  expect(new Set(listed.map(({ file }) => file.order)).size).toBe(listed.length)
})

const courses = shippedContent().courses.map((course) => ({ id: course.file.id, course }))
it('has no bank in which a strategy of guessing pays', () => {
  const banks = graded.map(({ id, course: { bank, second = [] } }) => ({
    id,
    keys: [...bank, ...second.map(({ question }) => question)],
  }))
  const over = guessReport(banks).filter((line) => line.over || line.courses.some((row) => row.over))
  expect(over.map(({ locale, strategy }) => `${locale} ${strategy}`)).toEqual([])
})

const graded = courses.flatMap(({ id, course }) => (course.exam ? [{ id, course, exam: course.exam }] : []))

describe.each(graded)('exam of $id', ({ course, exam }) => {
  it('draws an exam by its blueprint, and a second one without a question of the first', () => {
    const random = () => 0.42
    const drawn = drawExam(course.bank, exam, new Set(), random)
    const again = drawExam(course.bank, exam, new Set(drawn.map(({ questionId }) => questionId)), random)

    expect(drawn).toHaveLength(exam.questions)
    expect(again.some(({ questionId }) => drawn.some((question) => question.questionId === questionId))).toBe(false)
  })
})

it.each(courses.filter(({ course }) => course.second))(
  '$id has six second forms for the recall tests, and at least twelve to study',
  ({ course }) => {
    const measuring = course.second?.filter(({ measures }) => measures).map(({ question }) => question.id)
    expect(reservedForRetention(course)).toEqual(new Set(measuring))
    expect(measuring).toHaveLength(6)
    expect(secondFormsToStudy(course).length).toBeGreaterThanOrEqual(12)
  },
)

describe.each(courses)('course $id', ({ course }) => {
  it('has a worksheet for each file to qualify', () => {
    const unread = (course.cases ?? []).filter(({ file }) => file.kind === 'grid' && !file.worksheet)
    expect(unread.map(({ file }) => file.id)).toEqual([])
  })

  it('holds every wording and term that its lessons show', () => {
    for (const lesson of course.lessons) {
      for (const locale of LOCALES) {
        const cites = [...lesson.bodies[locale].matchAll(/(?:id|cite)="((?:cp|cpp|l\d+)-[^"#]+)/g)].map(
          (match) => match[1],
        )
        const terms = [...lesson.bodies[locale].matchAll(/term="([^"]+)"/g)].map((match) => match[1])
        expect(Object.keys(course.provisions)).toEqual(expect.arrayContaining(cites))
        expect(Object.keys(course.terms)).toEqual(expect.arrayContaining(terms))
      }
    }
  })
})

/** The minimum size of each course: lessons, and exam questions if it has an exam. */
const LEAST = [
  { id: 'fundamentals', lessons: 6, bank: 40 },
  { id: 'detection', lessons: 6, bank: 40 },
  { id: 'referral', lessons: 6, bank: 40 },
  { id: 'commission', lessons: 4, bank: 24 },
  { id: 'awareness', lessons: 2, bank: 0 },
  { id: 'trial', lessons: 12, bank: 100 },
]

describe('the courses', () => {
  it('are the planned ones', () => {
    expect(courses.map(({ id }) => id).toSorted()).toEqual(LEAST.map(({ id }) => id).toSorted())
    expect(graded.map(({ id }) => id)).not.toContain('awareness')
  })

  it.each(LEAST)('$id holds at least $lessons lessons and $bank exam questions', ({ id, lessons, bank }) => {
    const counts = report.courses.find((each) => each.id === id)

    expect(counts?.lessons.length).toBeGreaterThanOrEqual(lessons)
    expect(counts?.bank.questions).toBeGreaterThanOrEqual(bank)
  })
})

describe('fundamentals', () => {
  const counts = report.courses.find(({ id }) => id === 'fundamentals')

  it('examines five objectives in every kind of question', () => {
    expect(Object.keys(counts?.bank.byObjective ?? {}).length).toBeGreaterThanOrEqual(5)
    expect(Object.keys(counts?.bank.byKind ?? {}).toSorted()).toEqual([
      'matching',
      'multiple',
      'ordering',
      'single',
      'true-false',
    ])
  })

  it('keeps articles 448-1 to 448-14 in Arabic and in French', () => {
    for (let article = 1; article <= 14; article++) {
      const [version] = library.provisions[`cp-448-${article}`]?.versions ?? []
      expect(version && 'text' in version && version.text.fr?.['1'], `448-${article}`).toBeTruthy()
    }
  })

  it('keeps both versions of 82-5-1', () => {
    expect(library.provisions['cpp-82-5-1']?.versions.map(({ inForceFrom }) => inForceFrom)).toEqual([
      '2025-12-08',
      null,
    ])
  })
})
