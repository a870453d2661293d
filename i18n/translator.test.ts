import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import {
  formatDate,
  formatDateTime,
  formatLooseDate,
  formatNumber,
  formatOpening,
  formatPercent,
  formatTime,
  translator,
} from './translator'

const morning = new Date('2026-11-24T09:05:00Z')
const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 24, 12)))

describe('dates', () => {
  it.each([
    ['ar', '24 نونبر 2026'],
    ['fr', '24 novembre 2026'],
    ['en', '24 November 2026'],
  ] as const)('in %s: %s', (locale, written) => {
    expect(formatDate(morning, locale)).toBe(written)
  })

  it.each([
    ['ar', '1 يونيو 2026', '1 يونيو 2026 على الساعة 10:05'],
    ['fr', '1er juin 2026', '1er juin 2026 à 10 h 05'],
    ['en', '1 June 2026', '1 June 2026 at 10:05'],
  ] as const)('of the first of a month, in %s: %s', (locale, day, hour) => {
    const first = new Date('2026-06-01T09:05:00Z')
    expect(formatDate(first, locale)).toBe(day)
    expect(plain(formatDateTime(first, locale))).toBe(hour)
  })

  it.each([
    ['2026-06-11', '11 juin 2026'],
    ['2026-06-01', '1er juin 2026'],
    ['2026-06', 'juin 2026'],
    ['2026', '2026'],
  ])('as exact as they are known, in French: %s', (known, written) => {
    expect(formatLooseDate(known, 'fr')).toBe(written)
  })

  it('name the months as Morocco does', () => {
    const names = months.map((date) => formatDate(date, 'ar').split(' ')[1])

    expect(names.join(' ')).toBe('يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر')
  })

  it('are those of Morocco, where the day begins before Greenwich’s', () => {
    expect(formatDate(new Date('2026-11-24T23:30:00Z'), 'fr')).toBe('25 novembre 2026')
  })

  it.each([
    ['ar', '24 نونبر 2026 على الساعة 10:05'],
    ['fr', '24 novembre 2026 à 10 h 05'],
    ['en', '24 November 2026 at 10:05'],
  ] as const)('with the hour, in %s: %s', (locale, written) => {
    expect(plain(formatDateTime(morning, locale))).toBe(written)
  })
})

describe('hours', () => {
  it.each([
    ['ar', '10:05'],
    ['fr', '10 h 05'],
    ['en', '10:05'],
  ] as const)('in %s: %s', (locale, written) => {
    expect(plain(formatTime(morning, locale))).toBe(written)
  })

  it('are rounded up if they are opening times, so that what opens then is open', () => {
    const justAfter = new Date('2026-11-24T09:04:00.001Z')

    expect(formatTime(justAfter, 'en')).toBe('10:05')
    expect(formatOpening(justAfter, 'en')).toBe('24 November 2026 at 10:05')
    expect(formatDateTime(justAfter, 'en')).toBe('24 November 2026 at 10:04')
  })

  it('count from 0 to 23', () => {
    expect(formatTime(new Date('2026-11-24T23:00:00Z'), 'ar')).toBe('00:00')
  })
})

describe('numbers', () => {
  it.each([
    ['ar', '70%', '13,33'],
    ['fr', '70 %', '13,33'],
    ['en', '70%', '13.33'],
  ] as const)('in %s: %s and %s', (locale, percent, number) => {
    expect(plain(formatPercent(0.7, locale))).toBe(percent)
    expect(formatNumber(40 / 3, locale)).toBe(number)
  })

  it.each([
    ['ar', '5.000', '1.234.567,5'],
    ['fr', '5\u202F000', '1\u202F234\u202F567,5'],
    ['en', '5,000', '1,234,567.5'],
  ] as const)('group thousands in %s: %s', (locale, thousands, millions) => {
    expect(formatNumber(5000, locale)).toBe(thousands)
    expect(formatNumber(1_234_567.5, locale)).toBe(millions)
    expect(translator(locale)('fields.problems.seats')).toContain(thousands)
    expect(translator(locale)('cohorts.import.reportLead', { rows: 5000 })).toContain(thousands)
  })

  it.each(LOCALES)('have no sign before a zero in %s', (locale) => {
    expect(formatNumber(-0.004, locale)).toBe('0')
    expect(formatNumber(-0.25, locale)).toMatch(/[-−].*0[.,]25/)
    expect(formatPercent(-0.004, locale)).not.toMatch(/[-−]/)
    expect(formatPercent(-0.01, locale)).toMatch(/[-−].*1/)
  })

  it.each(LOCALES)('have Western digits in %s, alone, in dates and in sentences', (locale) => {
    const t = translator(locale)
    const texts = [
      ...months.flatMap((date) => [formatDate(date, locale), formatDateTime(date, locale), formatTime(date, locale)]),
      formatPercent(0.7, locale),
      formatNumber(12_345.67, locale),
      ...[0, 1, 2, 5, 11, 100, 1234].map((count) => t('plural.minutes', { count })),
      t('exam.attemptsLeft', { count: 3 }),
    ]

    expect(texts.filter((text) => /[٠-٩۰-۹]/.test(text))).toEqual([])
    expect(texts.every((text) => /\d/.test(text) || locale === 'ar')).toBe(true)
  })
})

it.each(LOCALES)('writes numbers inside a sentence as it writes them alone, in %s', (locale) => {
  expect(translator(locale)('plural.minutes', { count: 12_345 })).toContain(formatNumber(12_345, locale))
})

describe('counting in Arabic', () => {
  it.each([
    [0, 'لا دروس'],
    [1, 'درس واحد'],
    [2, 'درسان'],
    [3, '3 دروس'],
    [10, '10 دروس'],
    [11, '11 درسا'],
    [99, '99 درسا'],
    [100, '100 درس'],
    [103, '103 دروس'],
  ])('%d lessons: %s', (count, written) => {
    expect(translator('ar')('plural.lessons', { count })).toBe(written)
  })
})

it('sets French with its no-break spaces', () => {
  expect(translator('fr')('nav.backTo', { place: 'Accueil' })).toBe('Retour à «\u00A0Accueil\u00A0»')
})

it('keeps one translator for each language', () => {
  expect(translator('ar')).toBe(translator('ar'))
  expect(translator('ar')).not.toBe(translator('fr'))
})

/** The text without direction marks, and with no-break spaces as plain spaces. */
function plain(text: string): string {
  return text.replace(/[\u200E\u200F]/g, '').replace(/[\u00A0\u202F]/g, ' ')
}

describe('a sentence that is asked for again', () => {
  const t = translator('fr')

  it('has the values of the present call', () => {
    const places = [1, 2, 1].map((n) => plain(t('exam.position', { n, total: 10 })))
    const others = [10, 20, 10].map((total) => plain(t('exam.position', { n: 1, total })))

    expect(places).toEqual(['Question 1 sur 10', 'Question 2 sur 10', 'Question 1 sur 10'])
    expect(others).toEqual(['Question 1 sur 10', 'Question 1 sur 20', 'Question 1 sur 10'])
  })

  it('has the name of the present call', () => {
    const back = ['Fès', 'Rabat'].map((place) => t('nav.backTo', { place }))

    expect(back.map((text, index) => text.includes(['Fès', 'Rabat'][index] ?? ''))).toEqual([true, true])
  })

  it('is in the language of its translator', () => {
    expect(new Set(LOCALES.map((locale) => translator(locale)('exam.map'))).size).toBe(LOCALES.length)
  })
})
