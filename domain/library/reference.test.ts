import { describe, expect, it } from 'vitest'
import { askedReferences, bibtexOf, cslOf, type Reference, referenceFile } from './reference'

const same = (text: string) => ({ ar: text, fr: text, en: text })
const BY = {
  site: 'Formation & traite',
  origin: 'https://formation.example.ma',
  locale: 'fr',
  today: '2026-11-28',
} as const
const figure: Reference = {
  ...{ key: 'figure-victims', kind: 'figure', title: same('Victimes, 100 % {2017}'), authority: null, date: null },
  ...{ number: null, url: null, path: '/library/figures#figure-victims', from: [same('Rapport A'), same('Rapport_B')] },
}
const decision: Reference = {
  ...{ key: 'case-rantsev', kind: 'case', title: same('Rantsev'), authority: same('CEDH'), date: '2010-01-07' },
  ...{ number: '25965/04', url: 'https://hudoc.echr.coe.int/x', path: '/library/cases/rantsev', from: [] },
}

describe('a reference in BibTeX', () => {
  it('cites a series at its stable address, with its sources, and escapes what TeX would read', () => {
    expect(bibtexOf(figure, BY)).toBe(`@misc{figure-victims,
  author = {{Formation \\& traite}},
  title = {{Victimes, 100 \\% \\{2017\\}}},
  url = {https://formation.example.ma/fr/library/figures#figure-victims},
  urldate = {2026-11-28},
  note = {Rapport A ; Rapport\\_B},
  langid = {french},
}
`)
  })

  it('cites a decision with its court, day and number, at the official page', () => {
    const text = bibtexOf(decision, BY)
    for (const part of ['author = {{CEDH}}', 'year = {2010}', 'month = {01}', 'number = {25965/04}', 'hudoc'])
      expect(text).toContain(part)
    expect(text).not.toContain('urldate')
  })

  it('cannot be broken out of by a text', () => {
    const title = same('x}}, url = {https://evil.example}, y = {{\\input{/etc/passwd}')
    const text = bibtexOf({ ...decision, title, url: 'https://a.example/}{' }, BY)
    const braces = text.replace(/\\[{}]/g, '')
    expect(braces.split('{').length).toBe(braces.split('}').length)
    expect(text).not.toMatch(/(?<!\\)\\input/)
    expect(text).toContain('https://a.example/%7D%7B')
  })
})

it('is the same reference in CSL-JSON', () => {
  expect(cslOf(figure, BY)).toMatchObject({
    ...{ id: 'figure-victims', type: 'dataset', author: [{ literal: 'Formation & traite' }], language: 'fr' },
    ...{ URL: 'https://formation.example.ma/fr/library/figures#figure-victims', note: 'Rapport A ; Rapport_B' },
    accessed: { 'date-parts': [[2026, 11, 28]] },
  })
  expect(cslOf(decision, BY)).toMatchObject({
    ...{ type: 'legal_case', authority: 'CEDH', number: '25965/04', issued: { 'date-parts': [[2010, 1, 7]] } },
    URL: 'https://hudoc.echr.coe.int/x',
  })
  expect(cslOf({ ...decision, date: '2024' }, BY).issued).toEqual({ 'date-parts': [[2024]] })
  expect(JSON.parse(referenceFile([figure, decision], 'json', BY).text)).toHaveLength(2)
})

it('knows no other file than those of its references', () => {
  const empty = { figures: {}, decisions: {}, instruments: {}, provisions: {} }
  for (const file of ['x.bib', 'constructor.json', '../etc.bib', 'bibliography.ris', 'bibliography', ''])
    expect(askedReferences(file, empty)).toBeNull()
})

it('cites proceedings by their organisers, at their page on the platform', () => {
  const proceedings: Reference = {
    ...{ key: 'seminar-1', kind: 'proceedings', title: same('Coopération'), authority: same('École & commission') },
    ...{ date: '2021-10-12', number: null, url: null, path: '/seminars/1/proceedings', from: [] },
  }
  const text = bibtexOf(proceedings, BY)
  expect(text).toMatch(/^@proceedings\{seminar-1,\n {2}editor = \{\{École \\& commission\}\},/)
  expect(text).toContain('url = {https://formation.example.ma/fr/seminars/1/proceedings}')
  expect(text).not.toContain('author')
  expect(cslOf(proceedings, BY)).toMatchObject({
    ...{ type: 'book', editor: [{ literal: 'École & commission' }], publisher: 'École & commission' },
    issued: { 'date-parts': [[2021, 10, 12]] },
  })
  const empty = { figures: {}, decisions: {}, instruments: {}, provisions: {} }
  expect(askedReferences('seminar-1.bib', empty, [proceedings])?.references).toEqual([proceedings])
  expect(askedReferences('bibliography.json', empty, [proceedings])?.references).toEqual([proceedings])
  expect(askedReferences('seminar-2.bib', empty, [proceedings])).toBeNull()
})
