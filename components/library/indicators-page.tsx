import { CONCERNED, countIndicators, filterIndicators, type IndicatorFilters } from '@/domain/library/filter-indicators'
import type { Library } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { FilterForm } from '../ui/filter-form'
import { Note } from '../ui/note'
import { IndicatorSection } from './indicator-section'
import { LibraryFrame } from './library-frame'
import { PrintLines } from './print-lines'

type Props = { store: Library; filters: IndicatorFilters; locale: Locale; t: Translator }

/** The indicators by form of exploitation. Nothing is scored: an indicator is no proof. */
export function IndicatorsPage({ store, filters, locale, t }: Props) {
  const groups = filterIndicators(Object.values(store.indicators), filters)
  return (
    <LibraryFrame
      title={t('library.indicators.title')}
      lead={t('library.indicators.lead')}
      notice={
        <Note tone="warn" title={t('library.indicators.noProofTitle')}>
          {t('library.indicators.noProof')}
        </Note>
      }
      filter={<Filter store={store} filters={filters} locale={locale} t={t} />}
      count={t('library.indicators.count', { count: countIndicators(groups) })}
      actions={<span className="sm muted no-print">{t('library.indicators.print')}</span>}
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
          review={reviewOf(store, 'indicator', group.id)}
          store={store}
          locale={locale}
          t={t}
        />
      ))}
    </LibraryFrame>
  )
}

function Filter({ store, filters, locale, t }: Props) {
  const all = filterIndicators(Object.values(store.indicators), {})
  return (
    <FilterForm
      action={href(locale, '/library/indicators')}
      filters={[
        {
          name: 'form',
          label: t('library.indicators.form'),
          all: t('library.find.all'),
          choices: all.map(({ id, title }) => ({
            value: id,
            label: typeset(title[locale], locale),
            chosen: id === filters.form,
          })),
        },
        {
          name: 'concerns',
          label: t('library.indicators.concerns'),
          all: t('library.find.all'),
          choices: CONCERNED.map((value) => ({
            value,
            label: t(`library.indicators.who.${value}`),
            chosen: value === filters.concerns,
          })),
        },
      ]}
      texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
    />
  )
}
