import type { Situation, Totals } from '@/domain/cohort/at-risk'
import type { CohortLearning } from '@/domain/cohort/cohort-figures'
import type { Course } from '@/domain/course/course'
import type { Places } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import type { DrawChart } from '../../ui/chart'
import type { MayWithCohort } from './cohort-actions'
import type { Steps } from './first-steps'
import type { Participant } from './person-row'
import type { ToDoFacts } from './to-do-of'

/** The acts that the page of a cohort can confirm. Each has its sentence under `cohorts.form`. */
export const DONE_TO_COHORT = ['created', 'archived', 'restored'] as const

/** A course of the cohort. */
export type DashboardCourse = {
  courseId: string
  release: { course: Course }
  /** In the order of the course: how many of the people have done each lesson. */
  lessons: readonly { id: string; done: number }[]
  /** By step. */
  deadlines: Readonly<Record<string, Day>>
}

/** All that the page of a cohort shows. */
export type DashboardView = ToDoFacts & {
  cohort: {
    id: string
    name: string
    institutionId: string
    startsOn: Day
    endsOn: Day
    /** Null: no limit. */
    seats: number | null
    archivedAt: Date | null
  }
  /** In the order in which the cohort takes them. */
  courses: readonly DashboardCourse[]
  totals: Totals
  steps: Steps | null
  may: MayWithCohort
  /** The figures from the exam of each course, in the same order. */
  learning: readonly CohortLearning[]
  /** The situation by which the list of people is filtered; null: everybody. */
  chosen: Situation | null
  /** One page of the filtered people, with their names. */
  named: readonly Participant[]
  /** The position of that page among them. */
  page: Places
  /** The number of filtered people. */
  shown: number
  done: (typeof DONE_TO_COHORT)[number] | null
  now: Date
  draw: DrawChart
  locale: Locale
  t: Translator
}
