import type { IndicatorGroup } from './indicator'

export const CONCERNED = ['anyone', 'adults', 'children'] as const
export type Concerned = (typeof CONCERNED)[number]
export type IndicatorFilters = { form?: string; concerns?: Concerned }

/** Reads the filters from the query string. Unknown values are ignored. */
export function readIndicatorFilters(
  query: Pick<URLSearchParams, 'get'>,
  groups: readonly IndicatorGroup[],
): IndicatorFilters {
  const form = groups.find(({ id }) => id === query.get('form'))?.id
  const concerns = CONCERNED.find((candidate) => candidate === query.get('concerns'))
  return { ...(form && { form }), ...(concerns && { concerns }) }
}

/** The groups in their order, with the indicators that match; groups without any are left out. */
export function filterIndicators(
  groups: readonly IndicatorGroup[],
  { form, concerns }: IndicatorFilters,
): IndicatorGroup[] {
  return groups
    .filter(({ id }) => form === undefined || id === form)
    .map((group) => ({
      ...group,
      indicators: group.indicators.filter((indicator) => concerns === undefined || indicator.concerns === concerns),
    }))
    .filter(({ indicators }) => indicators.length > 0)
    .toSorted((a, b) => a.order - b.order)
}

export function countIndicators(groups: readonly IndicatorGroup[]): number {
  return groups.reduce((sum, { indicators }) => sum + indicators.length, 0)
}

/** How many indicators each choice shows while the other filter stays; choices that show none are left out. */
export function indicatorChoices(groups: readonly IndicatorGroup[], { form, concerns }: IndicatorFilters) {
  const forms = filterIndicators(groups, { ...(concerns && { concerns }) })
  const inForm = filterIndicators(groups, { ...(form && { form }) })
  const counts = CONCERNED.map((value) => ({
    value,
    count: countIndicators(filterIndicators(inForm, { concerns: value })),
  }))
  return {
    forms: { all: countIndicators(forms), each: forms.map((group) => ({ group, count: group.indicators.length })) },
    concerns: { all: countIndicators(inForm), each: counts.filter(({ count }) => count > 0) },
  }
}
