import { WORKSHEET_PATH } from '@/domain/course/kept/kept-copy'
import { citationMarks } from '@/domain/library/citation-marks'
import { countIndicators, filterIndicators, type IndicatorFilters } from '@/domain/library/filter-indicators'
import type { Library } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Note } from '../ui/note'
import { IndicatorFilterChips } from './indicator-filters'
import { IndicatorSection } from './indicator-section'
import { LibraryFrame } from './library-frame'
import { PrintLines } from './print-lines'
import { SourceKey } from './source-key'

type Props = { store: Library; filters: IndicatorFilters; locale: Locale; t: Translator }

/** The indicators by form of exploitation. Nothing is scored: an indicator is no proof. */
export function IndicatorsPage({ store, filters, locale, t }: Props) {
  const groups = filterIndicators(Object.values(store.indicators), filters)
  const cites = groups.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.cites))
  const marks = citationMarks(cites, store)
  return (
    <LibraryFrame
      title={t('library.indicators.title')}
      lead={t('library.indicators.lead')}
      notice={
        <Note tone="warn" title={t('library.indicators.noProofTitle')}>
          {t('library.indicators.noProof')}
        </Note>
      }
      filter={<IndicatorFilterChips store={store} filters={filters} locale={locale} t={t} />}
      count={t('library.indicators.count', { count: countIndicators(groups) })}
      actions={
        <span className="sm muted no-print">
          {t('library.indicators.print')} <a href={href(locale, WORKSHEET_PATH)}>{t('worksheet.open')}</a>
        </span>
      }
      contents={
        <PrintLines
          labels={[
            t('library.indicators.fill.file'),
            t('library.indicators.fill.date'),
            t('library.indicators.fill.by'),
          ]}
        />
      }
      locale={locale}
      t={t}
    >
      {groups.length === 0 && <p className="note warn">{t('library.indicators.empty')}</p>}
      {groups.map((group) => (
        <IndicatorSection
          key={group.id}
          group={group}
          marks={marks}
          review={reviewOf(store, 'indicator', group.id)}
          store={store}
          locale={locale}
          t={t}
        />
      ))}
      {marks.size > 0 && <SourceKey marks={marks} store={store} locale={locale} t={t} />}
    </LibraryFrame>
  )
}
