import { expect, it } from 'vitest'
import { assembleCourse } from '@/domain/course/assemble-course'
import { type Course, courseSchema } from '@/domain/course/course'
import { LOCALES } from '@/domain/locale'
import { checkedCourse } from '@/server/content/check-content'
import { listCourses } from '@/server/content/read-course'
import { readLibrary } from '@/server/content/read-library'

const root = process.cwd()
const { library } = readLibrary(root)
const courses = new Map<string, Course>(
  listCourses(root).map((id) => [
    id,
    courseSchema.parse(assembleCourse(checkedCourse(root, id, library).course, library)),
  ]),
)

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
])('%s/%s founds %s on %s', (course, lesson, _, provision) => {
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
)('quotes $id, and says it shortly in the three languages', ({ id }) => {
  const versions = library.provisions[id]?.versions ?? []

  expect(versions.length).toBeGreaterThan(0)
  for (const version of versions) {
    expect(version).toMatchObject({ text: { ar: { 1: expect.stringMatching(/\p{L}/u) } } })
    expect(Object.keys(version.summary ?? {}).toSorted()).toEqual([...LOCALES].toSorted())
  }
})

const between = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `cp-${from + n}`)

it.each([
  ['restitution and damages', between(106, 109)],
  ['attempt, several offences, participation', between(114, 132)],
  ['individualising the penalty', between(141, 162)],
  ['gangs, and the duty to report', between(293, 299)],
  ['begging and vagrancy', between(326, 333)],
  ['confinement', between(436, 441)],
  ['the offence', between(1, 14).map((id) => id.replace('cp-', 'cp-448-'))],
  ['sale and forced labour of children', between(1, 4).map((id) => id.replace('cp-', 'cp-467-'))],
  ['procuring, harassment, corruption of the young', between(497, 504)],
  ['money laundering', between(1, 7).map((id) => id.replace('cp-', 'cp-574-'))],
])('quotes the articles of the penal code on %s, without a gap', (_, ids) => {
  const missing = ids.filter((id) => library.provisions[id]?.kind !== 'text')

  expect(missing).toEqual([])
})

it('says what the copy of a text prints, and where it is not certain', () => {
  expect(library.provisions['cp-448-1']?.versions[0]).toMatchObject({
    confidence: 'medium',
    repairs: expect.arrayContaining([{ printed: 'للحصوص', given: 'للحصول' }]),
  })
  expect(library.provisions['cp-146']?.versions[0]).toMatchObject({ confidence: 'high', uncertainBreaks: ['1'] })
})

/** Statutes of which the sources hold no Arabic wording are told, and say where they can be read. */
it('names an address for each law and treaty whose wording is not quoted', () => {
  const cards = Object.values(library.provisions).filter(
    ({ kind, instrument }) => kind === 'card' && instrument !== 'documents',
  )

  expect(cards.length).toBeGreaterThan(0)
  expect(cards.filter(({ versions }) => versions.some(({ url }) => url === undefined))).toEqual([])
})
