import type { Day } from './day'
import { phaseOf } from './phase'

/** The two tests of a cohort. Each has its title in i18n/messages/*.json under `tests.titles`. */
export const TEST_FORMS = ['before', 'after'] as const
export type TestForm = (typeof TEST_FORMS)[number]

/** When she handed each in; null: not yet. */
export type TestsHandedIn = Readonly<Record<TestForm, Date | null>>

/** Why a test cannot be sat. Each has its sentence in i18n/messages/*.json under `tests.closed`. */
export type TestClosed = 'planned' | 'over' | 'lessons-begun' | 'lessons-left' | 'no-first-test'
export type TestStanding =
  | { status: 'open' }
  | { status: 'handed-in'; at: Date }
  | { status: 'closed'; why: TestClosed }

export type TestCase = {
  cohort: { startsOn: Day; endsOn: Day; archivedAt: Date | null }
  handedIn: TestsHandedIn
  /** How many lessons she has completed. */
  done: number
  lessonsDone: boolean
}

/**
 * Where a person stands with a test. The first is for who has not completed a lesson, since it measures what she knew
 * before; the second for who has completed all of them and took the first, since only both together say anything.
 */
export function testStanding(
  form: TestForm,
  { cohort, handedIn, done, lessonsDone }: TestCase,
  now: Date,
): TestStanding {
  const at = handedIn[form]
  if (at) return { status: 'handed-in', at }
  const phase = phaseOf(cohort, now)
  if (phase !== 'running') return closed(phase === 'planned' ? 'planned' : 'over')
  if (form === 'before') return done === 0 ? { status: 'open' } : closed('lessons-begun')
  if (handedIn.before === null) return closed('no-first-test')
  return lessonsDone ? { status: 'open' } : closed('lessons-left')
}

/** The test that is waiting for her; null when none is. */
export function openTest(facts: TestCase, now: Date): TestForm | null {
  return TEST_FORMS.find((form) => testStanding(form, facts, now).status === 'open') ?? null
}

const closed = (why: TestClosed): TestStanding => ({ status: 'closed', why })
