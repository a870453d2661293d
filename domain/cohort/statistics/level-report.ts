import { sum } from './count-table'
import type { DisclosedMeasure } from './disclose'
import type { Rate } from './facility'
import type { GainReport } from './gain-report'
import { poolRates } from './pool-figures'
import type { SurveyReport } from './survey-report'

/** Of how many surveys, or cohorts, and institutions a figure of the country is made at least: it is about none of them. */
const LEAST_FIGURES = 3
const LEAST_INSTITUTIONS = 2

type Of<F> = { institutionId: string; figure: F }

/** Those that are shown; none while one could tell from them what a single institution was answered. */
function enough<F extends { status: string }>(figures: readonly Of<F>[]): Extract<F, { status: 'shown' }>[] {
  const shown = figures.filter(({ figure }) => figure.status === 'shown')
  const institutions = new Set(shown.map(({ institutionId }) => institutionId))
  if (shown.length < LEAST_FIGURES || institutions.size < LEAST_INSTITUTIONS) return []
  return shown.map(({ figure }) => figure as Extract<F, { status: 'shown' }>)
}

/** The share that agrees over several surveys, made of what each of them shows. */
export function poolAgreeing(rates: readonly Of<Rate>[], label: string): Rate {
  const shown = enough(rates)
  return shown.length === 0 ? { label, status: 'hidden', reason: 'protects-a-group' } : poolRates(shown, label)
}

/** How many were asked, and how many answered; null if that may not be said. */
export function poolResponse(
  responses: readonly Of<SurveyReport['response']>[],
): { answered: number; asked: number } | null {
  const shown = enough(responses)
  if (shown.length === 0) return null
  return { answered: sum(shown.map(({ people }) => people)), asked: sum(shown.map(({ value }) => value.asked)) }
}

/** The mean scores of the same people before and after, over several cohorts, weighted by their people. */
export function poolMeans(
  reports: readonly Of<Pick<GainReport, 'means'>>[],
): { people: number; before: number; after: number } | null {
  type Means = DisclosedMeasure<{ before: number; after: number }>
  const shown = enough<Means>(reports.map(({ institutionId, figure }) => ({ institutionId, figure: figure.means })))
  if (shown.length === 0) return null
  const people = sum(shown.map((measure) => measure.people))
  const mean = (of: 'before' | 'after') => sum(shown.map((one) => one.value[of] * one.people)) / people
  return { people, before: mean('before'), after: mean('after') }
}
