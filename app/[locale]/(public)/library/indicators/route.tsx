import { documentPage } from '@/app/document'
import { IndicatorSection } from '@/components/library/indicator-section'
import { PrintLines } from '@/components/library/print-lines'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { FilterForm } from '@/components/ui/filter-form'
import { Note } from '@/components/ui/note'
import { CONCERNED, countIndicators, filterIndicators, readIndicatorFilters } from '@/domain/library/filter-indicators'
import { reviewOf } from '@/domain/library/review-of'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'

type Context = { params: Promise<{ locale: string }> }

/** The signs by form of exploitation. Nothing is scored: a sign is no proof. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const store = library()
    const all = filterIndicators(Object.values(store.indicators), {})
    const filters = readIndicatorFilters(query, all)
    const groups = filterIndicators(all, filters)
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <Crumbs
            label={t('library.crumbs')}
            links={[{ href: href(locale, '/library'), label: t('library.front.title') }]}
          />
          <h1>{t('library.indicators.title')}</h1>
          <p className="lead prose">{t('library.indicators.lead')}</p>
          <Note tone="warn" title={t('library.indicators.noProofTitle')}>
            {t('library.indicators.noProof')}
          </Note>
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
          <p className="row">
            <strong>{t('library.indicators.count', { count: countIndicators(groups) })}</strong>
            <span className="sm muted no-print">{t('library.indicators.print')}</span>
          </p>
          <PrintLines
            labels={[
              t('library.indicators.fill.file'),
              t('library.indicators.fill.date'),
              t('library.indicators.fill.by'),
            ]}
          />
        </div>
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
      </main>
    )
    return { title: t('library.indicators.title'), description: t('library.indicators.lead'), main }
  })
}
