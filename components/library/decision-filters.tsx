import type { Facet, FacetOption } from '@/domain/library/filter-decisions'
import type { Translator } from '@/i18n/translator'

export type FacetChoice = { facet: Facet; chosen: string | null; options: readonly (FacetOption & { label: string })[] }
type Props = { action: string; facets: readonly FacetChoice[]; t: Translator }

/**
 * The filters; each choice says how many decisions it leaves. It is a plain GET form: the address says what is shown.
 */
export function DecisionFilters({ action, facets, t }: Props) {
  const active = facets.filter(({ chosen }) => chosen !== null)
  return (
    <details className="card filters">
      <summary>{t('library.cases.filters')}</summary>
      <form action={action} className="stack">
        <div className="grid filter-fields">
          {facets
            .filter(({ options }) => options.length > 0)
            .map(({ facet, chosen, options }) => (
              <p key={facet} className="field">
                <label htmlFor={`filter-${facet}`}>{t(`library.cases.facet.${facet}`)}</label>
                <select id={`filter-${facet}`} name={facet} defaultValue={chosen ?? ''}>
                  <option value="">{t('library.cases.all')}</option>
                  {options.map(({ value, label, count }) => (
                    <option key={value} value={value}>
                      {t('library.cases.option', { label, count })}
                    </option>
                  ))}
                </select>
              </p>
            ))}
        </div>
        <p className="row">
          <button type="submit" className="btn primary">
            {t('library.cases.filter')}
          </button>
          {active.length > 0 && (
            <a className="btn link" href={action}>
              {t('library.cases.clear')}
            </a>
          )}
        </p>
      </form>
    </details>
  )
}

type ActiveProps = { filters: readonly { href: string; label: string }[]; label: string; t: Translator }

/** The active filters, each with a link that removes it. */
export function ActiveFilters({ filters, label, t }: ActiveProps) {
  return (
    <ul className="plain row active-filters" aria-label={label}>
      {filters.map((filter) => (
        <li key={filter.href}>
          <a className="btn" href={filter.href}>
            <span aria-hidden="true">×</span>
            <span className="sr">{t('library.cases.remove')}</span> {filter.label}
          </a>
        </li>
      ))}
    </ul>
  )
}
