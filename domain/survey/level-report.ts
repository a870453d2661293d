import { sum } from '../cohort/statistics/count-table'
import type { DisclosedMeasure } from '../cohort/statistics/disclose'
import type { Rate } from '../cohort/statistics/facility'
import type { GainReport } from '../cohort/statistics/gain-report'
import { poolRates } from '../cohort/statistics/pool-figures'
import type { SurveyReport } from './survey-report'

/** The fewest surveys (or cohorts) and institutions behind a national figure, so that it identifies none of them. */
const LEAST_FIGURES = 3
const LEAST_INSTITUTIONS = 2

type Of<F> = { institutionId: string; figure: F }

/** The shown figures; none if they are so few that a reader could learn the results of a single institution. */
function shownIfEnough<F extends { status: string }>(figures: readonly Of<F>[]): Extract<F, { status: 'shown' }>[] {
  const shown = figures.filter(({ figure }) => figure.status === 'shown')
  const institutions = new Set(shown.map(({ institutionId }) => institutionId))
  if (shown.length < LEAST_FIGURES || institutions.size < LEAST_INSTITUTIONS) return []
  return shown.map(({ figure }) => figure as Extract<F, { status: 'shown' }>)
}

/** The share of agreeing answers over several surveys, pooled from the figures that each of them shows. */
export function poolAgreeing(rates: readonly Of<Rate>[], label: string): Rate {
  const shown = shownIfEnough(rates)
  return shown.length === 0 ? { label, status: 'hidden', reason: 'protects-a-group' } : poolRates(shown, label)
}

/** The numbers of people who were asked and who answered; null if they may not be shown. */
export function poolResponse(
  responses: readonly Of<SurveyReport['response']>[],
): { answered: number; asked: number } | null {
  const shown = shownIfEnough(responses)
  if (shown.length === 0) return null
  return { answered: sum(shown.map(({ people }) => people)), asked: sum(shown.map(({ value }) => value.asked)) }
}

/** The mean scores of the same people before and after, over several cohorts, weighted by their people. */
export function poolMeans(
  reports: readonly Of<Pick<GainReport, 'means'>>[],
): { people: number; before: number; after: number } | null {
  type Means = DisclosedMeasure<{ before: number; after: number }>
  const shown = shownIfEnough<Means>(
    reports.map(({ institutionId, figure }) => ({ institutionId, figure: figure.means })),
  )
  if (shown.length === 0) return null
  const people = sum(shown.map((measure) => measure.people))
  const mean = (of: 'before' | 'after') => sum(shown.map((one) => one.value[of] * one.people)) / people
  return { people, before: mean('before'), after: mean('after') }
}
