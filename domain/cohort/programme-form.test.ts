import { describe, expect, it } from 'vitest'
import { readProgramme, readProgrammeAct, reorder, shiftDays, spreadDays } from './programme-form'

const KNOWN = [
  { courseId: 'fundamentals', steps: ['offence', 'child', 'exam'] },
  { courseId: 'detection', steps: ['signs'] },
]
const TERM = { startsOn: '2026-11-01', endsOn: '2027-01-15' }

function formOf(entries: readonly [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

describe('the courses of a cohort in a form', () => {
  it('are read in their order with their days, and say which day cannot be read', () => {
    const form = formOf([
      ['courses', 'detection'],
      ['courses', 'fundamentals'],
      ['exam.fundamentals', '2026-12-10'],
      ['due.fundamentals.offence', '2026-12-01'],
      ['due.fundamentals.child', ''],
      ['due.fundamentals.exam', '31/12/2026'],
      ['due.fundamentals.none-of-ours', '2026-12-01'],
    ])
    const read = readProgramme(form, KNOWN, TERM)
    expect(read.courses).toEqual([
      { courseId: 'detection', examOpensOn: null, deadlines: {} },
      { courseId: 'fundamentals', examOpensOn: '2026-12-10', deadlines: { offence: '2026-12-01' } },
    ])
    expect(read.problems).toEqual([{ name: 'due.fundamentals.exam', problem: 'day' }])
    expect(read.typed).toMatchObject({ 'due.fundamentals.exam': '31/12/2026', 'due.detection.signs': '' })
  })

  it('end with the added course, and leave out duplicates and unknown courses', () => {
    const form = formOf([
      ['courses', 'fundamentals'],
      ['courses', 'fundamentals'],
      ['courses', '<script>'],
      ['course', 'detection'],
    ])
    expect(readProgramme(form, KNOWN, TERM).courses.map(({ courseId }) => courseId)).toEqual([
      'fundamentals',
      'detection',
    ])
  })

  it('must be at least one', () => {
    expect(readProgramme(formOf([['course', '']]), KNOWN, TERM).problems).toEqual([
      { name: 'course', problem: 'choose' },
    ])
  })

  it.each(['2026-10-31', '2027-01-16'])('refuse an exam that opens on %s, outside the cohort', (day) => {
    const form = formOf([
      ['courses', 'fundamentals'],
      ['exam.fundamentals', day],
    ])
    expect(readProgramme(form, KNOWN, TERM).problems).toEqual([{ name: 'exam.fundamentals', problem: 'outside' }])
    expect(readProgramme(form, KNOWN, null).problems).toEqual([])
  })
})

describe('the buttons of the form', () => {
  const courses = ['a', 'b', 'c'].map((courseId) => ({ courseId }))
  it.each([
    ['up:b', 'bac'],
    ['down:b', 'acb'],
    ['up:a', 'abc'],
    ['down:c', 'abc'],
    ['remove:b', 'ac'],
    ['up:none', 'abc'],
  ])('%s makes the order %s', (act, order) => {
    const asked = readProgrammeAct(formOf([['act', act]]))
    expect(
      reorder(courses, asked)
        .map(({ courseId }) => courseId)
        .join(''),
    ).toBe(order)
  })

  it.each([
    ['', 'save'],
    ['add', 'add'],
    ['spread', 'spread'],
    ['up', 'save'],
    ['nonsense', 'save'],
  ])('read %j as %s', (act, read) => {
    expect(readProgrammeAct(formOf([['act', act]]))).toEqual({ act: read })
  })
})

describe('days at even distances', () => {
  it('end on the last day and fall on no weekend', () => {
    // 2 November 2026 is a Monday, 27 November a Friday.
    const days = spreadDays(5, { from: '2026-11-02', to: '2026-11-27' })
    expect(days).toEqual(['2026-11-06', '2026-11-12', '2026-11-17', '2026-11-20', '2026-11-27'])
  })

  it('stay in order and within a time that is shorter than the steps', () => {
    const days = spreadDays(6, { from: '2026-11-07', to: '2026-11-09' })
    expect(days).toEqual(days.toSorted())
    expect(days.every((day) => day === '2026-11-09')).toBe(true)
  })

  it('are none without a step', () => {
    expect(spreadDays(0, { from: '2026-11-02', to: '2026-11-27' })).toEqual([])
  })
})

it('moves the days of an edition to the next one, but never after its end', () => {
  const course = { courseId: 'a', examOpensOn: '2026-12-01', deadlines: { offence: '2026-11-10', exam: '2026-12-20' } }
  expect(shiftDays(course, 30, '2027-01-15')).toEqual({
    courseId: 'a',
    examOpensOn: '2026-12-31',
    deadlines: { offence: '2026-12-10', exam: '2027-01-15' },
  })
})
