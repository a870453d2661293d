import { LOCALES } from '@/domain/locale'
import type { PageWeights } from '../weigh-pages'
import { type Column, table } from './table'

const COLUMNS: Column[] = [{ head: 'page', words: true }, ...LOCALES.map((locale) => ({ head: locale }))]

export function weightTable(weights: PageWeights): string[] {
  const lines = Object.entries(weights).map(([page, bytes]) => [
    page,
    ...LOCALES.map((locale) => String(bytes[locale])),
  ])
  return table(COLUMNS, lines)
}
