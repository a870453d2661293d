import { type Decision, KEYWORD_FAMILIES, type Keyword, type KeywordFamily, ORIGINS } from './decision'
import { lookUp } from './library'
import { CONFIDENCES } from './provision'

/** The facets by which the compendium is filtered: the keyword families, and fields that every decision has. */
export const FACETS = [
  'origin',
  'form',
  'act',
  'means',
  'purpose',
  'victim',
  'procedure',
  'year',
  'confidence',
] as const
export type Facet = (typeof FACETS)[number]

/** If the judgment was not read, the source (the press, a private copy) is used in place of a confidence. */
const UNREAD = ['reproduced', 'press'] as const
export type HowKnown = Decision['confidence'] | (typeof UNREAD)[number]

function howKnown({ papers, reproduced, confidence }: Decision): HowKnown {
  if (papers !== undefined) return 'press'
  return reproduced ? 'reproduced' : confidence
}

/** At most one value per facet. */
export type DecisionFilters = Partial<Record<Facet, string>>
export type FacetOption = { value: string; count: number }
type Keywords = Readonly<Record<string, Keyword>>

/**
 * Reads the filters from the query string. Values that no decision has are ignored, so that an old link still works.
 */
export function readFilters(
  query: Pick<URLSearchParams, 'get'>,
  decisions: readonly Decision[],
  keywords: Keywords,
): DecisionFilters {
  const asked = FACETS.flatMap((facet) => {
    const value = query.get(facet)
    const known = value !== null && decisions.some((decision) => valuesOf(decision, facet, keywords).includes(value))
    return known ? [[facet, value]] : []
  })
  return Object.fromEntries(asked)
}

/** The newest first; decisions without a date come last. */
export function filterDecisions(
  decisions: readonly Decision[],
  filters: DecisionFilters,
  keywords: Keywords,
): Decision[] {
  return decisions
    .filter((decision) => FACETS.every((facet) => holds(decision, facet, filters[facet], keywords)))
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id))
}

/**
 * The values to choose from in a facet while the other filters stay, each with the number of decisions it would show.
 */
export function facetOptions(
  facet: Facet,
  decisions: readonly Decision[],
  filters: DecisionFilters,
  keywords: Keywords,
): FacetOption[] {
  const counts = new Map<string, number>()
  for (const decision of filterDecisions(decisions, { ...filters, [facet]: undefined }, keywords)) {
    for (const value of valuesOf(decision, facet, keywords)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const order = orderOf(facet, keywords)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value) || b.value.localeCompare(a.value))
}

/** The order of the keyword list; years, which are not in a list, from the newest to the oldest. */
function orderOf(facet: Facet, keywords: Keywords): readonly string[] {
  if (facet === 'origin') return ORIGINS
  return facet === 'confidence' ? [...CONFIDENCES, ...UNREAD] : Object.keys(keywords)
}

function holds(decision: Decision, facet: Facet, value: string | undefined, keywords: Keywords): boolean {
  return value === undefined || valuesOf(decision, facet, keywords).includes(value)
}

function valuesOf(decision: Decision, facet: Facet, keywords: Keywords): string[] {
  if (facet === 'origin') return [decision.origin]
  if (facet === 'confidence') return [howKnown(decision)]
  if (facet === 'year') return decision.date ? [decision.date.slice(0, 4)] : []
  return [...new Set(decision.keywords)].filter((id) => lookUp(keywords, id)?.family === facet)
}

/** The decision's keywords by family, without empty families. */
export function keywordsByFamily(
  decision: Decision,
  keywords: Keywords,
): { family: KeywordFamily; keywords: Keyword[] }[] {
  const known = decision.keywords.flatMap((id) => lookUp(keywords, id) ?? [])
  return KEYWORD_FAMILIES.map((family) => ({
    family,
    keywords: known.filter((keyword) => keyword.family === family),
  })).filter((group) => group.keywords.length > 0)
}
