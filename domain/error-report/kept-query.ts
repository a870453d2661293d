/** The parameters that a page needs to be found again. All others are dropped: they may be secrets or typed text. */
const KEPT = ['institution', 'account', 'cohort', 'block', 'text', 'language', 'area', 'signature'] as const
/** The ids and names that the site itself writes into such addresses. */
const VALUE = /^[\w.~:/ -]{1,160}$/

/** The part of a query that leads back to the page from the form of a report: `?institution=…`, or nothing. */
export function keptQuery(query: string): string {
  const asked = new URLSearchParams(query)
  const kept = KEPT.flatMap((name): [string, string][] => {
    const value = asked.get(name)
    return value !== null && VALUE.test(value) ? [[name, value]] : []
  })
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
}
