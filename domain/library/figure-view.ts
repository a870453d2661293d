import type { Locale } from '../locale'
import type { Figure } from './figure'
import { rowLabel } from './figure-csv'

/** The letter by which a table names each of its sources, in order: `a`, `b` … */
export function sourceMarks({ sources }: Pick<Figure, 'sources'>): ReadonlyMap<string, string> {
  return new Map(sources.map(({ id }, place) => [id, letterOf(place)]))
}

/** 0 → `a`, 25 → `z`, 26 → `aa`. */
export function letterOf(place: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (place % 26))
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter
}

/** Rows named by years are drawn side by side, rows named by words one above the other. */
export function isByYear({ rows }: Pick<Figure, 'rows'>): boolean {
  return rows.every(({ label }) => typeof label === 'string' && /^\d{4}(-\d{4})?$/.test(label))
}

/** The values to draw for one series: the first value of each row, null if none is known. */
export function drawnValues(figure: Figure, series: string, locale: Locale): { label: string; value: number | null }[] {
  return figure.rows.map(({ label, values }) => ({
    label: rowLabel(label, locale),
    value: values[series]?.[0]?.value ?? null,
  }))
}

/** The end of the scale. It is the same for every series of a figure, so that they can be compared. */
export function scaleOf(figure: Figure): number {
  const drawn = figure.rows.flatMap(({ values }) => Object.values(values).flatMap((list) => list[0]?.value ?? []))
  return Math.max(1, ...drawn)
}

/** Whether sources give different values for the same thing. Only the first of them is drawn. */
export function isContradicted({ rows }: Pick<Figure, 'rows'>): boolean {
  return rows.some(({ values }) =>
    Object.values(values).some((list) => new Set(list.map(({ value }) => value)).size > 1),
  )
}
