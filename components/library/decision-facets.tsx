import type { Decision } from '@/domain/library/decision'
import { type DecisionFilters, type Facet, facetOptions } from '@/domain/library/filter-decisions'
import type { Library } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { listAddress, relOf } from '../ui/list-address'
import { facetValueName } from './facet-value-name'

/** The facets, in the order in which people search for a decision. The origin has chips of its own. */
const ORDER: readonly Exclude<Facet, 'origin'>[] = [
  'form',
  'victim',
  'procedure',
  'means',
  'act',
  'purpose',
  'year',
  'confidence',
]
/** The number of facets that are open before a filter is chosen. */
const OPEN = 3

type Props = {
  decisions: readonly Decision[]
  keywords: Library['keywords']
  filters: DecisionFilters
  locale: Locale
  t: Translator
}

/**
 * The filters of the list, each value with its number of decisions under the other filters. They are links, so no
 * button is needed. They are beside the list on a wide screen, and folded above it on a phone.
 */
export function DecisionFacets(props: Props) {
  const { decisions, keywords, filters, t } = props
  const facets = ORDER.map((facet) => ({ facet, options: facetOptions(facet, decisions, filters, keywords) }))
  return (
    <details className="facets">
      <summary>{t('library.cases.filters')}</summary>
      <nav aria-label={t('library.cases.filters')}>
        {facets
          .filter(({ options }) => options.length > 0)
          .map(({ facet, options }, place) => (
            <details key={facet} open={place < OPEN || filters[facet] !== undefined}>
              <summary>{t(`library.cases.facet.${facet}`)}</summary>
              <ul className="plain">
                {options.map((option) => (
                  <Option key={option.value} facet={facet} {...option} {...props} />
                ))}
              </ul>
            </details>
          ))}
      </nav>
    </details>
  )
}

type OptionProps = Props & { facet: Facet; value: string; count: number }

/** A link that sets a value, or removes it if it is set. */
function Option({ facet, value, count, keywords, filters, locale, t }: OptionProps) {
  const chosen = filters[facet] === value
  const address = listAddress(href(locale, '/library/cases'), { ...filters, [facet]: chosen ? undefined : value })
  return (
    <li>
      <a href={address} rel={relOf(address)} aria-current={chosen ? 'true' : undefined}>
        <span>
          {chosen && <span className="sr">{t('library.cases.remove')} </span>}
          {facetValueName(facet, value, keywords, locale, t)}
        </span>
        <span className="num">{count}</span>
      </a>
    </li>
  )
}
