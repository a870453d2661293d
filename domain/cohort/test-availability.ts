import type { Day } from '../time/day'
import { phaseOf } from './phase'
import { RECALL_FORMS, type Window } from './recall'

/** The two tests of a cohort. Each has its title in i18n/messages/*.json under `tests.titles`. */
export const TEST_FORMS = ['before', 'after'] as const
export type TestForm = (typeof TEST_FORMS)[number]
/** All tests that a person may sit, including the recall tests. */
export const SITTING_FORMS = [...TEST_FORMS, ...RECALL_FORMS] as const
export type SittingForm = (typeof SITTING_FORMS)[number]

/** When the learner handed in each test; null if she has not. */
export type TestsHandedIn = Readonly<Record<TestForm, Date | null>>

/** Why a test cannot be taken. Each has its sentence in i18n/messages/*.json under `tests.closed`. */
export type TestClosed = 'planned' | 'over' | 'lessons-begun' | 'lessons-left' | 'no-first-test' | 'recall-over'
export type TestAvailability =
  | { status: 'open' }
  | { status: 'handed-in'; at: Date }
  | { status: 'closed'; why: TestClosed }

export type TestCase = {
  cohort: { startsOn: Day; endsOn: Day; archivedAt: Date | null }
  handedIn: TestsHandedIn
  /** True if the learner has ever completed a lesson, even if she has undone it since. */
  begun: boolean
  lessonsDone: boolean
}

/**
 * Whether a learner can take a test. The first one is for learners who have never completed a lesson, since it measures
 * what they knew before. The second one is for learners who have completed all lessons and taken the first, since only
 * both results together say anything.
 */
export function testAvailability(
  form: TestForm,
  { cohort, handedIn, begun, lessonsDone }: TestCase,
  now: Date,
): TestAvailability {
  const at = handedIn[form]
  if (at) return { status: 'handed-in', at }
  const phase = phaseOf(cohort, now)
  if (phase !== 'running') return closed(phase === 'planned' ? 'planned' : 'over')
  if (form === 'before') return begun ? closed('lessons-begun') : { status: 'open' }
  if (handedIn.before === null) return closed('no-first-test')
  return lessonsDone ? { status: 'open' } : closed('lessons-left')
}

/** The test that the learner can take now; null if there is none. */
export function openTest(facts: TestCase, now: Date): TestForm | null {
  return TEST_FORMS.find((form) => testAvailability(form, facts, now).status === 'open') ?? null
}

/** Whether a learner can take a recall test. It is open for some days, even if the cohort is over or archived. */
export function recallAvailability({ closesAt }: Window, handedInAt: Date | null, now: Date): TestAvailability {
  if (handedInAt) return { status: 'handed-in', at: handedInAt }
  return now < closesAt ? { status: 'open' } : closed('recall-over')
}

const closed = (why: TestClosed): TestAvailability => ({ status: 'closed', why })
