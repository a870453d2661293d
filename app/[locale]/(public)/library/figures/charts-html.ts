import { chartHtml } from '@/app/chart-html'
import type { Figure } from '@/domain/library/figure'
import { drawnValues, isByYear, scaleOf } from '@/domain/library/figure-view'
import type { Locale } from '@/domain/locale'
import { formatNumber, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { keepOnce } from '@/server/content/render-once'

/** A chart for each series of a figure, drawn once per language and process. */
export function chartsHtml(figure: Figure, locale: Locale): { series: string; html: string }[] {
  const t = translator(locale)
  const title = typeset(figure.title[locale], locale)
  return figure.series.map(({ id, label }) => {
    const html = keepOnce(`chart ${figure.id} ${id} ${locale}`, () =>
      chartHtml({
        label: t('library.figures.chart', { title: `${title} · ${typeset(label[locale], locale)}` }),
        bars: drawnValues(figure, id, locale).map((bar) => ({
          ...bar,
          text: bar.value === null ? '' : formatNumber(bar.value, locale),
        })),
        max: scaleOf(figure),
        locale,
        direction: isByYear(figure) ? 'columns' : 'rows',
      }),
    )
    return { series: typeset(label[locale], locale), html }
  })
}
