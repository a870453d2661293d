import 'server-only'
import type { Phase } from '@/domain/cohort/phase'
import type { Locale } from '@/domain/locale'
import type { Calendar } from './calendar'
import type { Institution } from './institution'
import type { Person } from './person'
import type { Staff } from './staff'
import type { Release } from './table-batch'
import type { Tests } from './test-attempts'

export type CohortPlan = {
  institution: Institution
  staff: Staff
  release: Release
  /** The courses that the cohort takes after the first. */
  further?: readonly Release[]
  phase: Phase
  name: string
  locale: Locale
  people: number
  /** The share of the practice questions that its people answer, in [0, 1]. */
  practises: number
  /** All members are active; otherwise there are members in every status. */
  everyoneActive?: boolean
  /** Demo accounts that take part too. */
  guests?: readonly Person[]
  copiedFrom?: { id: string }
  /** The cohort has a test before and one after the course. */
  tested?: boolean
}
export type MadeCohort = CohortPlan & Calendar & { id: string; tests: Tests | null }
