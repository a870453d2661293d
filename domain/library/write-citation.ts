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
 * The citation as a magistrate writes it: « article 448-1, alinéa 2, du code pénal »,
 * «الفقرة الثانية من الفصل 448-1 من مجموعة القانون الجنائي». The only paragraph of an article is not counted.
 */
export function writeCitation(cited: Cited, locale: Locale): string {
  const { instrument, provision } = cited
  const article = `${instrument.unit[locale]} ${provision.number}`
  const parts = [paragraphWords(cited, locale), itemWords(cited, locale)].filter((part) => part !== null)
  if (locale === 'ar') return [...parts.toReversed().map((part) => `${part} من`), article, instrument.name.ar].join(' ')
  return `${[article, ...parts].join(', ')}${parts.length > 0 ? ',' : ''} ${instrument.name[locale]}`
}

function paragraphWords({ paragraph, version }: Cited, locale: Locale): string | null {
  const several = 'text' in version && '2' in version.text.ar
  if (paragraph === null || !several) return null
  if (locale === 'ar') return `الفقرة ${ORDINALS[paragraph - 1] ?? paragraph}`
  if (locale === 'fr') return paragraph === 1 ? 'alinéa premier' : `alinéa ${paragraph}`
  return `paragraph ${paragraph}`
}

function itemWords({ item }: Cited, locale: Locale): string | null {
  if (item === null) return null
  return { ar: `البند ${item}`, fr: `${item}°`, en: `item ${item}` }[locale]
}
