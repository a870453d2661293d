import { expect, it } from 'vitest'
import { TERM_KINDS, termsOf } from '@/domain/account/terms'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { termsTable } from './terms-table'

const DEFAULTS = { letterDays: 30, unclaimedDays: 90, answerYears: 3, auditYears: 5 }

it.each(LOCALES)('names every kind of personal data in %s, with the time that the settings give it', (locale) => {
  const t = translator(locale)
  const lines = termsTable(termsOf({ ...DEFAULTS, letterDays: 45 }), t).split('\n')

  expect(lines).toHaveLength(2 + TERM_KINDS.length - 1)
  const letters = lines.find((line) => line.includes(t('privacy.kinds.letters')))
  expect(letters).toContain(t('privacy.days', { count: 45 }))
  expect(lines.join()).not.toMatch(/privacy\.|[{}]/)
})

it('writes years, days and hours in the Arabic forms of their numbers', () => {
  const table = termsTable(termsOf(DEFAULTS), translator('ar'))

  for (const time of ['3 سنوات', '5 سنوات', '30 يوما', '24 ساعة']) expect(table).toContain(time)
})
