import { createTranslator } from 'next-intl'
import type { Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import fr from './messages/fr.json' with { type: 'json' }
import { plainSentences } from './plain-sentence'
import { typeset } from './typography'

export type Messages = typeof fr

const MESSAGES: Record<Locale, Messages> = {
  ar,
  fr: mapTexts(fr, (text) => typeset(text, 'fr')),
  en,
}
/**
 * The formats of dates and numbers: Western digits everywhere, Moroccan names of months in Arabic, and in French
 * thousands grouped as in France (`5\u202F000`; the French of Morocco would write `5.000`, which reads as five). This
 * is the only place that chooses them.
 */
const FORMATS: Record<Locale, string> = { ar: 'ar-MA-u-nu-latn', fr: 'fr', en: 'en-GB' }
const TIME_ZONE = 'Africa/Casablanca'

function makeTranslator(locale: Locale) {
  return createTranslator<Messages>({ locale: FORMATS[locale], messages: MESSAGES[locale], timeZone: TIME_ZONE })
}
export type Translator = ReturnType<typeof makeTranslator>

/**
 * Adds a cache to the translator. For each sentence next-intl builds a cache key that includes all formats, which takes
 * longer than the sentence itself.
 */
function withMemory(t: Translator, locale: Locale): Translator {
  const remember = memoize((...sentence: Parameters<Translator>): string => t(...sentence), {
    key: nameOf,
    limit: 4000,
  })
  const plain = plainSentences(MESSAGES[locale])
  const speak = (...sentence: Parameters<Translator>): string => {
    const [key, values, formats] = sentence
    return (values && !formats && plain(key, values)) || remember(...sentence)
  }
  return Object.assign(speak, { rich: t.rich, markup: t.markup, raw: t.raw, has: t.has }) as Translator
}

/** `exam.position n=3 total=10`; null for a sentence with values other than numbers, such as a person's name. */
function nameOf(...[key, values, formats]: Parameters<Translator>): string | null {
  if (!values) return key
  const all = Object.entries(values)
  if (formats || !all.every(([, value]) => typeof value === 'number')) return null
  return `${key} ${all.map(([name, value]) => `${name}=${value}`).join(' ')}`
}

const translators = new Map<Locale, Translator>()

/**
 * The translator of a language. There is one per language and process: it caches parsed messages and number formats,
 * which would take longer than a whole page if they were made for each request.
 */
export function translator(locale: Locale): Translator {
  let found = translators.get(locale)
  if (!found) {
    found = withMemory(makeTranslator(locale), locale)
    translators.set(locale, found)
  }
  return found
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let found = dateFormats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(FORMATS[locale], { timeZone: TIME_ZONE, ...options })
    dateFormats.set(key, found)
  }
  return found
}

/** `24 نونبر 2026`, `24 novembre 2026` (but `1er novembre 2026`), `24 November 2026`, in Moroccan time. */
export function formatDate(date: Date, locale: Locale): string {
  return withFirst(dateFormat(locale, { dateStyle: 'long' }).format(date), locale)
}

/** In French only the first day of a month is an ordinal; Intl writes `1`. */
function withFirst(text: string, locale: Locale): string {
  return locale === 'fr' ? text.replace(/^1(?= \p{L})/u, '1er') : text
}

/** The same with the day of the week: `jeudi 3 décembre 2026`. */
export function formatWeekday(date: Date, locale: Locale): string {
  const format = dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return locale === 'fr' ? format.format(date).replace(/(?<= )1(?= \p{L})/u, '1er') : format.format(date)
}

/** The seven days of the week from Monday, abbreviated and in full. */
export function formatWeekdays(locale: Locale): { short: string; long: string }[] {
  const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index, 12))
  return Array.from({ length: 7 }, (_, index) => ({
    // Arabic has no short names of days, and seven full names do not fit beside each other on a telephone.
    short: dateFormat(locale, { weekday: locale === 'ar' ? 'narrow' : 'short' }).format(day(index)),
    long: dateFormat(locale, { weekday: 'long' }).format(day(index)),
  }))
}

/** A date as exact as it is known: `2024`, `2024-05` or `2024-05-17`. */
export function formatLooseDate(date: string, locale: Locale): string {
  const [year = date, month, day] = date.split('-')
  if (day !== undefined) return formatDate(new Date(date), locale)
  return month === undefined ? year : dateFormat(locale, { year: 'numeric', month: 'long' }).format(new Date(date))
}

/** The parts of a date for a calendar leaf: `24` and `نونبر`, `nov.`, `Nov`. */
export function formatLeaf(day: string, locale: Locale): { day: string; month: string } {
  const date = new Date(day)
  const part = (options: Intl.DateTimeFormatOptions) => dateFormat(locale, options).format(date)
  return { day: part({ day: 'numeric' }), month: part({ month: 'short' }) }
}

/** The date and the time, in Moroccan time. */
export function formatDateTime(date: Date, locale: Locale): string {
  const format = dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })
  return withHour(withFirst(format.format(date), locale), locale)
}

/** When something opens: the date, and the time rounded as in `formatTime`. */
export function formatOpening(date: Date, locale: Locale): string {
  return formatDateTime(nextMinute(date), locale)
}

/** `10:31`, in French `10 h 31`: rounded up to a full minute, so that whatever opens then is already open. */
export function formatTime(date: Date, locale: Locale): string {
  const format = dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return withHour(format.format(nextMinute(date)), locale)
}

/** The day of the week and the time on the clock of a story, which has no time zone: `2026-02-04T20:50`. */
export function formatStoryMoment(moment: string, locale: Locale): { day: string; time: string } {
  const at = new Date(`${moment}:00Z`)
  const part = (options: Intl.DateTimeFormatOptions) => dateFormat(locale, { timeZone: 'UTC', ...options }).format(at)
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return { day: part({ weekday: 'long' }), time: withHour(time, locale) }
}

function withHour(text: string, locale: Locale): string {
  if (locale === 'ar') return text.replace(/ في (?=\d\d:)/, ' على الساعة ')
  return locale === 'fr' ? text.replace(/(\d\d):(?=\d\d)/, '$1\u00A0h\u00A0') : text
}

const MINUTE_MS = 60_000
function nextMinute(date: Date): Date {
  return new Date(Math.ceil(date.getTime() / MINUTE_MS) * MINUTE_MS)
}

const numbers = new Map<string, Intl.NumberFormat>()
function numberFormat(locale: Locale, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${locale} ${style}`
  let found = numbers.get(key)
  if (!found) {
    found = new Intl.NumberFormat(FORMATS[locale], { style, maximumFractionDigits: style === 'percent' ? 0 : 2 })
    numbers.set(key, found)
  }
  return found
}

/** @param rate a share in [0, 1]. */
export function formatPercent(rate: number, locale: Locale): string {
  return numberFormat(locale, 'percent').format(withoutMinusZero(rate))
}

/** At most two decimals. */
export function formatNumber(value: number, locale: Locale): string {
  return numberFormat(locale, 'decimal').format(withoutMinusZero(value))
}

/** A number that is rounded to zero has no sign: `-0` says nothing. */
function withoutMinusZero(value: number): number {
  return Math.abs(value) < 0.005 ? 0 : value
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, inner]) => [key, mapTexts(inner, change)])) as T
}
