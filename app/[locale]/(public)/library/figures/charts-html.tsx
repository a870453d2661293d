import { Chart, type ChartLibrary } from '@/components/ui/chart'
import type { Figure } from '@/domain/library/figure'
import { drawnValues, isByYear, scaleOf } from '@/domain/library/figure-view'
import type { Locale } from '@/domain/locale'
import { formatNumber, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { fromNode, renderOnce } from '@/server/content/render-once'

/** A chart for each series of a figure, drawn once per language and process. */
export function chartsHtml(figure: Figure, locale: Locale): { series: string; html: string }[] {
  const t = translator(locale)
  const title = typeset(figure.title[locale], locale)
  return figure.series.map(({ id, label }) => {
    const drawn = renderOnce(`chart ${figure.id} ${id} ${locale}`, () => (
      <Chart
        library={fromNode<ChartLibrary>('recharts')}
        label={t('library.figures.chart', { title: `${title} · ${typeset(label[locale], locale)}` })}
        bars={drawnValues(figure, id, locale).map((bar) => ({
          ...bar,
          text: bar.value === null ? '' : formatNumber(bar.value, locale),
        }))}
        max={scaleOf(figure)}
        locale={locale}
        direction={isByYear(figure) ? 'columns' : 'rows'}
      />
    ))
    return { series: typeset(label[locale], locale), html: withoutStyles(drawn) }
  })
}

/** The library writes sizes as inline styles, which our pages do not allow, and names that say nothing. */
function withoutStyles(html: string): string {
  return html.replace(/ style="[^"]*"/g, '').replace('<title></title><desc></desc>', '')
}
