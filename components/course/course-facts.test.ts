import { expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { courseFacts } from './course-facts'

const facts = (given?: Parameters<typeof courseReading>[0], locale: (typeof LOCALES)[number] = 'fr') =>
  courseFacts(courseReading(given).release, locale, translator(locale))
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s/g, ' ')

it.each(LOCALES)('says every fact of a course in %s, with no gap in a sentence', (locale) => {
  const { exam, objectives, ...lines } = facts({ access: 'closed' }, locale)

  for (const line of [...Object.values(lines), ...objectives, ...Object.values(exam ?? {})]) {
    expect(line).not.toMatch(/course\.|plural\.|[{}]|undefined/)
  }
})

it('counts the lessons and the time of the exam with them', () => {
  expect(plain(facts().length)).toBe('2 leçons · 1 heure')
})

it('says how a course ends', () => {
  expect(facts().ending).toBe(translator('fr')('course.withExam'))
  expect(facts({ exam: null }).ending).toBe(translator('fr')('course.withoutExam'))
})

it('lists the languages by their own names, with the comma of the page', () => {
  expect(plain(facts().languages)).toContain('العربية, français, English')
  expect(plain(facts({}, 'ar').languages)).toContain('العربية، français، English')
})

it('says who may enter unless everybody may, and says nothing about an exam if there is none', () => {
  expect(facts().access).toBeNull()
  expect(facts({ access: 'closed' }).access).toBe(translator('fr')('course.access.closed'))
  expect(facts({ exam: null }).exam).toBeNull()
})
