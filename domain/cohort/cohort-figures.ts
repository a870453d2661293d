import type { Day } from './day'
import type { RecallForm } from './recall'
import type { GainReport } from './statistics/gain-report'
import type { LearningReport } from './statistics/learning-report'
import type { RecallReport } from './statistics/recall-report'

/** What a cohort's answers to the exam come to. */
export type CohortLearning = {
  /** The end of the evening on which the last group closed; null before the first. */
  snapshot: Date | null
  report: LearningReport
  /** How many people more must have handed in at least before the figures change; null: the cohort is over. */
  nextGroup: number | null
}

/** What its tests before and after the course come to. */
export type CohortGain =
  /** The bank holds no two tests beside an exam. */
  | { status: 'impossible' }
  /** None were drawn; each would ask so many questions. */
  | { status: 'not-held'; questions: number }
  | { status: 'waiting'; questions: number; isOver: boolean }
  /** `snapshot`: the end of the evening on which the last group closed. */
  | { status: 'measured'; questions: number; isOver: boolean; snapshot: Date; report: GainReport }

/** What one of the tests that measure what is remembered comes to. */
export type CohortRecall = { form: RecallForm } & (
  | { status: 'planned'; first: Day; last: Day }
  /** The course has no second forms to ask. */
  | { status: 'impossible' }
  /** Its days passed and nobody was asked. */
  | { status: 'not-asked' }
  | { status: 'open'; closesAt: Date }
  | { status: 'measured'; questions: number; closesAt: Date; report: RecallReport }
)
