import { chartHtml } from '@/app/chart-html'
import { figureChart } from '@/components/library/figure-chart'
import type { Figure } from '@/domain/library/figure'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { keepOnce } from '@/server/content/render-once'

/** A chart for each series of a figure, drawn once per language and process. */
export function chartsHtml(figure: Figure, locale: Locale, t: Translator): { series: string; html: string }[] {
  return figure.series.map((series) => ({
    series: typeset(series.label[locale], locale),
    html: keepOnce(`chart ${figure.id} ${series.id} ${locale}`, () =>
      chartHtml(figureChart(figure, series, locale, t)),
    ),
  }))
}
