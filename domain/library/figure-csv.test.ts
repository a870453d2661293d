import { describe, expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import type { Figure } from './figure'
import { figureCsv } from './figure-csv'

const figure: Figure = {
  id: 'cases',
  order: 1,
  title: localized('title'),
  lead: localized('lead'),
  unit: localized('unit'),
  axis: localized('year'),
  series: [
    { id: 'cases', label: localized('cases') },
    { id: 'victims', label: localized('victims') },
  ],
  rows: [
    {
      label: '2024',
      values: {
        cases: [{ value: 155, source: 'a', confidence: 'high' }],
        victims: [
          { value: 229, source: 'a', confidence: 'high', note: localized('; "note"') },
          { value: 47.41, source: 'b', confidence: 'medium' },
        ],
      },
    },
    { label: localized('form'), values: { cases: [] } },
  ],
  notes: [],
  sources: [
    { id: 'a', label: localized('first'), date: '2025' },
    { id: 'b', label: localized('second'), date: null },
  ],
}
const columns = { series: 'Série', value: 'Valeur', source: 'Source', confidence: 'Confiance', note: 'Remarque' }
const csv = (locale: 'ar' | 'fr' | 'en') => figureCsv(figure, locale, columns, { high: 'H', medium: 'M', low: 'L' })

describe('a figure as a table for a spreadsheet', () => {
  it('gives every value a line, contradictions too', () => {
    expect(csv('fr')).toBe(
      [
        '\uFEFFtexte year;Série;Valeur;Source;Confiance;Remarque',
        '2024;texte cases;155;texte first;H;',
        '2024;texte victims;229;texte first;H;"texte ; ""note"""',
        '2024;texte victims;47,41;texte second;M;',
        '',
      ].join('\r\n'),
    )
  })

  it('writes decimals as the language does', () => {
    expect(csv('en')).toContain(';47.41;')
    expect(csv('ar')).toContain(';47,41;')
  })
})
