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

const NUMBER_OF_ONE_ARTICLE = /^\d+(?:-\d+)+$/

/**
 * The citation as a mark beside a sentence: « 448-1 al. 4 », «448-1 ف4». Null if the number alone does not say which
 * article it is: `6` is an article of many texts, `448-1` of one.
 */
export function writeMark(cited: Cited, locale: Locale): string | null {
  const { number } = cited.provision
  if (number === null || !NUMBER_OF_ONE_ARTICLE.test(number)) return null
  const paragraph = hasSeveralParagraphs(cited) && cited.paragraph !== null ? SHORT[locale].paragraph : null
  const place = [paragraph && `${paragraph}${cited.paragraph}`, cited.item && SHORT[locale].item(cited.item)]
  return [number, ...place.filter((part) => part !== null)].join(' ')
}

const SHORT = {
  ar: { paragraph: 'ف', item: (item: number) => `ب${item}` },
  fr: { paragraph: 'al. ', item: (item: number) => `${item}°` },
  en: { paragraph: 'para. ', item: (item: number) => `item ${item}` },
} as const

/** Only the place inside the article: « alinéa 1, 4° », «البند 4 من الفقرة الأولى». Every paragraph is numbered. */
export function writePlace({ paragraph, item }: Pick<Cited, 'paragraph' | 'item'>, locale: Locale): string {
  const parts = [paragraphName(paragraph, locale), itemWords({ item }, locale)].filter((part) => part !== null)
  return locale === 'ar' ? parts.toReversed().join(' من ') : parts.join(', ')
}

function paragraphWords(cited: Cited, locale: Locale): string | null {
  return hasSeveralParagraphs(cited) ? paragraphName(cited.paragraph, locale) : null
}

function hasSeveralParagraphs({ version }: Cited): boolean {
  return 'text' in version && '2' in version.text.ar
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
