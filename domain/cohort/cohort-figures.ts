import type { Day } from '../time/day'
import type { RecallForm } from './recall'
import type { GainReport } from './statistics/gain-report'
import type { LearningReport } from './statistics/learning-report'
import type { RecallReport } from './statistics/recall-report'

/** The statistics of a cohort's answers to the exam. */
export type CohortLearning = {
  /** The end of the day on which the last group closed; null before the first. */
  snapshot: Date | null
  report: LearningReport
  /** The least number of further people who must hand in before the figures change; null if the cohort is over. */
  nextGroup: number | null
}

/** The result of a cohort's tests before and after the course. */
export type CohortGain =
  /** The bank has too few questions for two tests beside an exam. */
  | { status: 'impossible' }
  /** No tests were drawn. `questions`: the number of questions that each would have. */
  | { status: 'not-held'; questions: number }
  | { status: 'waiting'; questions: number; isOver: boolean }
  /** `snapshot`: the end of the day on which the last group closed. */
  | { status: 'measured'; questions: number; isOver: boolean; snapshot: Date; report: GainReport }

/** The result of one of a cohort's recall tests. */
export type CohortRecall = { form: RecallForm } & (
  | { status: 'planned'; first: Day; last: Day }
  /** The course has no second forms to ask. */
  | { status: 'impossible' }
  /** Its days passed and nobody was asked. */
  | { status: 'not-asked' }
  | { status: 'open'; closesAt: Date }
  | { status: 'measured'; questions: number; closesAt: Date; report: RecallReport }
)
