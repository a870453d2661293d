import { describe, expect, it } from 'vitest'
import { card, libraryWith, localized, provision, textVersion } from '@/tests/support/course-factories'
import { lawEntries } from './law-entries'

const { instruments } = libraryWith()
const entries = (of: Parameters<typeof lawEntries>[0]) => lawEntries(of, instruments)

describe('an article that is quoted', () => {
  it('is found as a whole by its number, and by each row of its wording', () => {
    expect(entries(provision()).map(({ id, path, number }) => [id, path, number])).toEqual([
      ['law cp-448-1', '/library/law/cp-448-1', '448-1'],
      ['law cp-448-1 0', '/library/law/cp-448-1#p1', undefined],
      ['law cp-448-1 1', '/library/law/cp-448-1#p2', undefined],
    ])
  })

  it('is one page, named by its number and its title', () => {
    const all = entries(provision())

    expect(new Set(all.map(({ page }) => page))).toEqual(new Set(['/library/law/cp-448-1']))
    expect(all.map(({ title }) => title.fr)).toEqual(Array(3).fill('Article 448-1 du code pénal · texte title'))
  })

  it('has the words of the law in the languages that have them', () => {
    expect(entries(provision())[2]?.body).toEqual({ ar: 'فقرة ثانية', fr: 'deux' })
  })

  it('is searched in its present version', () => {
    const versions = [textVersion({ text: { ar: { '1': 'جديد' } }, alignment: [{ ar: ['1'], fr: [] }] }), textVersion()]

    expect(entries(provision({ versions })).map(({ body }) => body)).toEqual([{}, { ar: 'جديد' }])
  })

  it('leads to the French paragraph if no Arabic one is beside it', () => {
    const alignment = [
      { ar: ['1'], fr: ['1'] },
      { ar: [], fr: ['2'] },
    ]

    expect(entries(provision({ versions: [textVersion({ alignment })] })).at(-1)).toMatchObject({
      path: '/library/law/cp-448-1#p2',
      body: { fr: 'deux' },
    })
  })
})

it('finds a card by its summary and its notes, as one entry', () => {
  const traps = [{ cites: ['cp-16'], text: localized('**trap**') }]

  expect(entries({ ...card('cp-16', '16'), traps })).toMatchObject([
    { id: 'law cp-16', number: '16', body: { fr: 'texte summary texte trap' } },
  ])
})

it('names a text without number by its title, and gives it none', () => {
  const [entry] = entries({ ...card('cp-guide', '16'), number: null })

  expect(entry?.title).toEqual(localized('title'))
  expect(entry).not.toHaveProperty('number')
})

it('is searched by the code that it belongs to', () => {
  expect(entries(card('cp-16', '16'))[0]?.also).toMatchObject({ fr: 'code pénal cp', en: 'Penal Code cp' })
})

it('leaves out a provision without an instrument', () => {
  expect(entries(provision({ instrument: 'ghost' }))).toEqual([])
})
