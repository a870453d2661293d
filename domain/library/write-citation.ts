import type { Locale } from '../locale'
import type { Cited } from './resolve-citation'

const ORDINALS = [
  'الأولى',
  'الثانية',
  'الثالثة',
  'الرابعة',
  'الخامسة',
  'السادسة',
  'السابعة',
  'الثامنة',
  'التاسعة',
  'العاشرة',
]

/**
 * The citation as a magistrate writes it: « article 448-1, alinéa 2, du code pénal », «الفقرة الثانية من الفصل 448-1 من
 * مجموعة القانون الجنائي». If an article has one paragraph only, it is not numbered. A text without articles is cited
 * by its title.
 */
export function writeCitation(cited: Cited, locale: Locale): string {
  const { instrument, provision } = cited
  if (provision.number === null) return provision.title[locale]
  const article = `${instrument.unit[locale]} ${provision.number}`
  const parts = [paragraphWords(cited, locale), itemWords(cited, locale)].filter((part) => part !== null)
  if (locale === 'ar') return [...parts.toReversed().map((part) => `${part} من`), article, instrument.name.ar].join(' ')
  return `${[article, ...parts].join(', ')}${parts.length > 0 ? ',' : ''} ${instrument.name[locale]}`
}

/** Only the place inside the article: « alinéa 1, 4° », «البند 4 من الفقرة الأولى». Every paragraph is numbered. */
export function writePlace({ paragraph, item }: Pick<Cited, 'paragraph' | 'item'>, locale: Locale): string {
  const parts = [paragraphName(paragraph, locale), itemWords({ item }, locale)].filter((part) => part !== null)
  return locale === 'ar' ? parts.toReversed().join(' من ') : parts.join(', ')
}

function paragraphWords({ paragraph, version }: Cited, locale: Locale): string | null {
  const several = 'text' in version && '2' in version.text.ar
  return several ? paragraphName(paragraph, locale) : null
}

function paragraphName(paragraph: number | null, locale: Locale): string | null {
  if (paragraph === null) return null
  if (locale === 'ar') return `الفقرة ${ORDINALS[paragraph - 1] ?? paragraph}`
  if (locale === 'fr') return paragraph === 1 ? 'alinéa premier' : `alinéa ${paragraph}`
  return `paragraph ${paragraph}`
}

function itemWords({ item }: Pick<Cited, 'item'>, locale: Locale): string | null {
  if (item === null) return null
  return { ar: `البند ${item}`, fr: `${item}°`, en: `item ${item}` }[locale]
}
