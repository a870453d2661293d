import type { Figure } from '@/domain/library/figure'
import { drawnValues, isByYear, scaleOf } from '@/domain/library/figure-view'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/** The content of the chart of one series. A value that was not published has no bar and no text. */
export function figureChart(figure: Figure, { id, label }: Figure['series'][number], locale: Locale, t: Translator) {
  const title = `${typeset(figure.title[locale], locale)} · ${typeset(label[locale], locale)}`
  return {
    label: t('library.figures.chart', { title }),
    bars: drawnValues(figure, id, locale).map((bar) => ({
      ...bar,
      text: bar.value === null ? '' : formatNumber(bar.value, locale),
    })),
    max: scaleOf(figure),
    locale,
    direction: isByYear(figure) ? ('columns' as const) : ('rows' as const),
  }
}
