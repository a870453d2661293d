import { chartHtml } from '@/app/chart-html'
import { figureChart } from '@/components/library/figure-chart'
import type { Figure } from '@/domain/library/figure'
import type { Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/** A chart for each series of a figure, rendered once per language and process. */
export const chartsHtml = memoize(drawCharts, { key: (figure, locale) => `${figure.id} ${locale}`, limit: 300 })

function drawCharts(figure: Figure, locale: Locale, t: Translator): { series: string; html: string }[] {
  return figure.series.map((series) => ({
    series: typeset(series.label[locale], locale),
    html: chartHtml(figureChart(figure, series, locale, t)),
  }))
}
