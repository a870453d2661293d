import { describe, expect, it } from 'vitest'
import type { Locale } from '@/domain/locale'
import { courseSource, lessonSource, libraryWith, prose } from '@/tests/support/course-factories'
import { repeatedSentence } from './repeated-sentence'

const FRENCH = 'Une victime qui se tait n’est pas une victime qui consent.'
const ARABIC = 'الضحية التي تلزم الصمت ليست ضحية قبلت ما وقع عليها.'

function lesson(id: string, text: string, locale: Locale = 'fr', inTable = false) {
  const path = `courses/fundamentals/${id}/${locale}.md`
  const passages = [{ path, line: 12, text, inTable, citations: [] }]
  return lessonSource({ id, prose: { [locale]: prose({ locale, path, passages }) } })
}
const found = (...lessons: ReturnType<typeof lesson>[]) => repeatedSentence([courseSource({ lessons })], libraryWith())

describe('refuses', () => {
  it.each<[string, string, string, Locale]>([
    ['a sentence of another lesson', FRENCH, FRENCH, 'fr'],
    ['one that stands among others', FRENCH, `Avant tout. ${FRENCH} Après tout !`, 'fr'],
    [
      'one with other signs and capitals',
      FRENCH,
      'UNE VICTIME qui se tait, n’est pas « une victime » qui consent ?',
      'fr',
    ],
    ['an Arabic one', ARABIC, ARABIC, 'ar'],
    ['an Arabic one with vowel signs', ARABIC, ARABIC.replace('الصمت', 'الصَّمتَ'), 'ar'],
  ])('%s', (_, before, after, locale) => {
    expect(found(lesson('act', before, locale), lesson('means', after, locale))).toMatchObject([
      { path: `courses/fundamentals/means/${locale}.md`, line: 12, severity: 'error' },
    ])
  })

  it('a sentence of another course', () => {
    const other = courseSource({
      path: 'courses/referral',
      lessons: [{ ...lesson('x', FRENCH), path: 'courses/referral/x' }],
    })

    expect(repeatedSentence([courseSource({ lessons: [lesson('act', FRENCH)] }), other], libraryWith())).toHaveLength(1)
  })

  it('and says where it stood', () => {
    expect(found(lesson('act', FRENCH), lesson('means', FRENCH))[0]?.message).toContain('fundamentals/act/fr.md:12')
  })
})

describe('lets stand', () => {
  it.each<[string, string, string]>([
    ['eight words', 'Ce point de fait reste à vérifier ici.', 'Ce point de fait reste à vérifier ici.'],
    ['a sentence with another end', FRENCH, FRENCH.replace('consent', 'accepte')],
  ])('%s', (_, before, after) => {
    expect(found(lesson('act', before), lesson('means', after))).toEqual([])
  })

  it.each([
    ['a cell that names the same authorities', FRENCH.slice(0, -1), 0],
    ['not a cell that says the same', FRENCH, 1],
  ])('%s', (_, text, count) => {
    expect(found(lesson('act', text, 'fr', true), lesson('means', text, 'fr', true))).toHaveLength(count)
  })

  it('a sentence that returns inside one lesson', () => {
    expect(found(lesson('act', `${FRENCH} ${FRENCH}`))).toEqual([])
  })

  it('the same letters in two languages', () => {
    expect(found(lesson('act', FRENCH, 'fr'), lesson('means', FRENCH, 'en'))).toEqual([])
  })
})
