import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { CIRCUMSTANCE_IDS, citeOf, PENALTIES, penaltyFor } from './trafficking-penalties'

/** The Arabic wording of a paragraph or an item, as the library has it. */
function wording(cite: string): string {
  const [provision = '', place = ''] = cite.split('#')
  const { versions } = parse(readFileSync(`library/law/penal-code/${provision}.yaml`, 'utf8'))
  return versions.at(-1).text.ar[place]
}

const YEARS: Readonly<Record<number, string>> = { 5: 'خمس', 10: 'عشر', 20: 'عشرين', 30: 'ثلاثين' }
const inDirhams = (amount: number) => amount.toLocaleString('de-DE')

it.each(PENALTIES.map((penalty) => [penalty.cite, penalty] as const))('agrees with %s', (cite, { years, fine }) => {
  const text = wording(cite)

  if (years) for (const limit of years) expect(text).toContain(YEARS[limit])
  else expect(text).toContain('السجن المؤبد')
  if (fine) expect(text).toContain(`غرامة من ${inDirhams(fine[0])} إلى ${inDirhams(fine[1])} درهم`)
  else expect(text).not.toContain('درهم')
})

it('names for each circumstance a place that the library has', () => {
  expect(CIRCUMSTANCE_IDS.filter((id) => !wording(citeOf(id)))).toEqual([])
  expect(CIRCUMSTANCE_IDS).toHaveLength(14)
})

it('takes the harshest penalty that a circumstance brings', () => {
  expect(penaltyFor([]).cite).toBe('cp-448-2#1')
  expect(penaltyFor(['habit', 'minor-victim']).cite).toBe('cp-448-4#1')
  expect(penaltyFor(['minor-victim', 'gang']).fine).toEqual([1_000_000, 6_000_000])
  expect(penaltyFor(['torture', 'gang']).years).toBeNull()
})
