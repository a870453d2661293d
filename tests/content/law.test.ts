import { expect, it } from 'vitest'
import { citationUses } from '@/domain/course/citation-uses'
import type { Course } from '@/domain/course/course'
import { readCitation } from '@/domain/library/resolve-citation'
import { LOCALES } from '@/domain/locale'
import { shippedContent, shippedLibrary } from '../support/shipped-content'

const library = shippedLibrary()
const courses = new Map<string, Course>(shippedContent().courses.map((course) => [course.file.id, course]))

/** The passages of law that a lesson must cite, in each language. */
it.each([
  ['fundamentals', 'smuggling', 'smuggling with the help of an official', 'l0203-51#1'],
  ['fundamentals', 'smuggling', 'the authority of an employer', 'cp-448-4#1.3'],
  ['fundamentals', 'non-punishment', 'entry without papers', 'l0203-42'],
  ['fundamentals', 'non-punishment', 'a stay without a card', 'l0203-43'],
  ['fundamentals', 'non-punishment', 'crossing a border in secret', 'l0203-50'],
  ['fundamentals', 'child', 'procuring where the victim is a child', 'cp-499#1.1'],
  ['fundamentals', 'aggravation', 'the criminal gang', 'cp-293'],
  ['fundamentals', 'sentencing', 'mitigating circumstances', 'cp-146'],
  ['fundamentals', 'sentencing', 'the reduced scale', 'cp-147'],
  ['fundamentals', 'sentencing', 'the vote on mitigating circumstances', 'cpp-430'],
  ['fundamentals', 'procedure', 'a closed hearing for order or morals', 'cpp-302#1'],
  ['fundamentals', 'procedure', 'a closed hearing at the request of the victim', 'cpp-302#2'],
  ['referral', 'trial', 'a closed hearing for order or morals', 'cpp-302#1'],
  ['fundamentals', 'evidence', 'the territory', 'cpp-704#2'],
  ['fundamentals', 'evidence', 'the return of the offender', 'cpp-707#2'],
])('%s/%s bases %s on %s', (course, lesson, _, provision) => {
  const bodies = courses.get(course)?.lessons.find(({ file }) => file.id === lesson)?.bodies

  for (const locale of LOCALES) expect(bodies?.[locale] ?? '').toContain(`id="${provision}`)
})

it.each([
  ['fundamentals', 'distinguish-06', 'cp-498#1.2'],
  ['fundamentals', 'penalty-03', 'cp-293#1'],
  ['referral', 'repair-04', 'cpp-302#1'],
])('%s: question %s rests on %s', (course, question, provision) => {
  expect(JSON.stringify(courses.get(course)?.bank.find(({ id }) => id === question))).toContain(`"${provision}"`)
})

/** Articles that the library once had as a summary only: now their Arabic text is quoted, paragraph by paragraph. */
it.each(
  [
    ...[
      '5',
      '7',
      '42',
      '43',
      '82-7',
      '82-8',
      '82-9',
      '82-10',
      '82-3-1',
      '82-3-2',
      '82-3-3',
      '83',
      '108',
      '302',
      '430',
      '704',
      '707',
      '710',
      '714',
    ].map((number) => `cpp-${number}`),
    ...['124', '146', '147', '161', '293', '294', '497', '498', '499'].map((number) => `cp-${number}`),
    ...['42', '43', '50', '51', '52'].map((number) => `l0203-${number}`),
    ...['1', '2', '3'].map((number) => `l2714-${number}`),
    'l10313-11',
  ].map((id) => ({ id })),
)('quotes $id, and summarises it in the three languages', ({ id }) => {
  const versions = library.provisions[id]?.versions ?? []

  expect(versions.length).toBeGreaterThan(0)
  for (const version of versions) {
    expect(version).toMatchObject({ text: { ar: { 1: expect.stringMatching(/\p{L}/u) } } })
    expect(Object.keys(version.summary ?? {}).toSorted()).toEqual([...LOCALES].toSorted())
  }
})

const numbered = (before: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${before}${from + n}`)
const between = (from: number, to: number) => numbered('cp-', from, to)

it.each([
  ['restitution and damages', between(106, 109)],
  ['attempt, several offences, participation', between(114, 132)],
  ['individualising the penalty', between(141, 162)],
  ['gangs, and the duty to report', between(293, 299)],
  ['begging and vagrancy', between(326, 333)],
  ['confinement', between(436, 441)],
  ['the offence', numbered('cp-448-', 1, 14)],
  ['sale and forced labour of children', numbered('cp-467-', 1, 4)],
  ['the age of criminal liability', between(138, 140)],
  ['indecent assault and rape', between(484, 488)],
  ['procuring, harassment, corruption of the young', between(497, 504)],
  ['money laundering', numbered('cp-574-', 1, 7)],
  ['handling', between(571, 574)],
  ['searches at the investigation', numbered('cpp-', 101, 104)],
  ['police custody', ['cpp-66', ...numbered('cpp-66-', 1, 5), 'cpp-67']],
  ['controlled delivery', numbered('cpp-82-', 1, 3)],
  ['going undercover and checking identities', numbered('cpp-82-3-', 1, 11)],
  ['the protection of victims and witnesses', ['cpp-82-5-1', ...numbered('cpp-82-', 4, 10)]],
  ['nullity at the investigation', numbered('cpp-', 210, 212)],
  ['the judgment of the criminal chamber', numbered('cpp-', 438, 442)],
  ['minors in a difficult situation', numbered('cpp-', 510, 517)],
  ['imprisonment for debt', numbered('cpp-', 634, 640)],
  ['joint teams', ['cpp-713', ...numbered('cpp-713-', 1, 6)]],
  ['foreigners, their offences and the smuggling of migrants', numbered('l0203-', 42, 56)],
  ['violence against women', numbered('l10313-', 6, 13)],
  ['suspicious transactions', numbered('l4305-', 15, 19)],
])('quotes the articles on %s, without a gap', (_, ids) => {
  const missing = ids.filter((id) => library.provisions[id]?.kind !== 'text')

  expect(missing).toEqual([])
})

/** Articles of Moroccan statutes whose contents are in the sources, but without a wording to quote. */
const NOT_HELD = [
  ...['cp-410', 'cpp-109', 'cpp-112', 'cpp-113', 'cpp-755', 'l1912-9', 'l0203-21'],
  ...['143', '147', '184', '361', '521', '533', '539'].map((number) => `l6599-${number}`),
]
/** Moroccan instruments whose wording is not in the sources: the library summarises them. */
const TOLD = ['constitution', 'decree-2-17-740', 'other-laws']

it('quotes every article of a code or a law that anything cites, unless the sources hold no wording of it', () => {
  const open = [...courses.values()].map((course) => ({
    ...course,
    file: { ...course.file, access: 'public' as const },
  }))
  const lists = [...Object.values(library.checklists).flatMap(({ items }) => items), ...Object.values(library.terms)]
  const provisions = Object.values(library.provisions)
  const cited = new Set([
    ...citationUses(open, library).keys(),
    ...[...lists, ...Object.values(library.referral), ...provisions.flatMap(({ traps }) => traps)]
      .flatMap(({ cites }) => cites)
      .flatMap((cite) => (cite === undefined ? [] : (readCitation(cite)?.provision ?? cite))),
    ...Object.keys(library.checklists),
  ])
  const statutes = Object.values(library.instruments)
    .filter(({ id, authenticLanguage }) => authenticLanguage === 'ar' && !TOLD.includes(id))
    .map(({ id }) => id)
  const told = provisions.filter(
    ({ id, kind, instrument }) => kind === 'card' && cited.has(id) && statutes.includes(instrument),
  )

  expect(cited.size).toBeGreaterThan(150)
  expect(told.map(({ id }) => id).filter((id) => !NOT_HELD.includes(id))).toEqual([])
  expect(NOT_HELD.filter((id) => library.provisions[id]?.kind !== 'card')).toEqual([])
})

it('records the misprints of the copy of a text, and where it is not certain', () => {
  expect(library.provisions['cp-448-1']?.versions[0]).toMatchObject({
    confidence: 'medium',
    repairs: expect.arrayContaining([{ printed: 'للحصوص', given: 'للحصول' }]),
  })
  expect(library.provisions['cp-146']?.versions[0]).toMatchObject({ confidence: 'high', uncertainBreaks: ['1'] })
})

/** Texts whose Arabic wording is not in the sources are summarised, with the address where they can be read. */
it('names an address for each law and treaty whose wording is not quoted', () => {
  const cards = Object.values(library.provisions).filter(
    ({ kind, instrument }) => kind === 'card' && instrument !== 'documents',
  )

  expect(cards.length).toBeGreaterThan(0)
  expect(cards.filter(({ versions }) => versions.some(({ url }) => url === undefined))).toEqual([])
})
