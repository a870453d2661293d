import { BYTE_ORDER_MARK, csvLine } from '../csv'
import type { Locale, Localized } from '../locale'
import type { Figure } from './figure'

export type CsvColumns = { series: string; value: string; source: string; confidence: string; note: string }
export type ConfidenceNames = Readonly<Record<'high' | 'medium' | 'low', string>>

/** One line for every published value of a figure, including values that contradict each other. */
export function figureCsv(figure: Figure, locale: Locale, columns: CsvColumns, confidences: ConfidenceNames): string {
  const sources = new Map(figure.sources.map(({ id, label }) => [id, label[locale]]))
  const lines = figure.rows.flatMap(({ label, values }) =>
    figure.series.flatMap((series) =>
      (values[series.id] ?? []).map(({ value, source, confidence, note }) => [
        rowLabel(label, locale),
        series.label[locale],
        decimal(value, locale),
        sources.get(source) ?? source,
        confidences[confidence],
        note?.[locale] ?? '',
      ]),
    ),
  )
  const head = [figure.axis[locale], columns.series, columns.value, columns.source, columns.confidence, columns.note]
  return BYTE_ORDER_MARK + [head, ...lines].map(csvLine).join('')
}

export function rowLabel(label: string | Localized, locale: Locale): string {
  return typeof label === 'string' ? label : label[locale]
}

/** Spreadsheets set to Arabic or French of Morocco read a decimal comma. */
function decimal(value: number, locale: Locale): string {
  return locale === 'en' ? String(value) : String(value).replace('.', ',')
}
