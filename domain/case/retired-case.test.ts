import { expect, it } from 'vitest'
import { libraryWith, localized, provision, textVersion } from '@/tests/support/course-factories'
import { gridFile } from '@/tests/support/grid-files'
import type { ReleasedCase } from './case-file'
import { citedInCase, isRetired, retiredBy } from './retired-case'

const changed = (id: string, inForceFrom: string) => provision({ id, versions: [textVersion({ inForceFrom })] })
const store = {
  ...libraryWith(),
  provisions: Object.fromEntries(
    [
      changed('cp-448-1', '2016-09-15'),
      changed('cp-328', '2026-06-01'),
      changed('cpp-42', '2026-05-01'),
      changed('cpp-43', '2026-05-02'),
    ].map((each) => [each.id, each]),
  ),
}
const body =
  ':::document[Note]{id="d1" kind="note"}\nVu :cite[l’article 43]{id="cpp-43"}, elle :fact[pleure.]{id=F1}\n:::\n'
const released = (overrides: Partial<ReleasedCase> = {}): ReleasedCase => ({
  file: gridFile({ reasons: localized('Attendu que :cite[l’article 42]{id="cpp-42"} ;') }),
  bodies: { ar: body, fr: body, en: body },
  signoff: [],
  hashes: { ar: 'a', fr: 'f', en: 'e' },
  ...overrides,
})
const names = (found: ReleasedCase, today = '2026-07-01') =>
  retiredBy(found, store, 'fr', today).map(({ provision: id, since }) => `${id} ${since}`)
const sign = (date: string, hash = 'f') => ({ hash, language: 'fr' as const, role: 'legal' as const, date, by: 'x' })

it('finds what a file cites in its lists, its sentences and its documents', () => {
  expect(citedInCase(released())).toEqual(expect.arrayContaining(['cp-448-1#1', 'cp-328#1', 'cpp-42', 'cpp-43']))
})

it('retires a file whose law has changed since it was written, and names each change', () => {
  expect(names(released())).toEqual(['cp-328 2026-06-01', 'cpp-42 2026-05-01', 'cpp-43 2026-05-02'])
  expect(names(released({ file: gridFile({ lawDate: '2026-06-01' }), bodies: { ar: '', fr: '', en: '' } }))).toEqual([])
})

it('waits for the day on which the new law is in force', () => {
  expect(names(released(), '2026-05-31')).toEqual(['cpp-42 2026-05-01', 'cpp-43 2026-05-02'])
  expect(names(released(), '2026-04-30')).toEqual([])
})

it('gives it back in the language in which a jurist has signed its present text since', () => {
  const signed = released({ signoff: [sign('2026-06-02')] })
  expect(names(signed)).toEqual([])
  expect(isRetired(signed, store, '2026-07-01')).toBe(true)
  expect(isRetired(signed, store, '2026-04-30')).toBe(false)
  expect(names(released({ signoff: [sign('2026-06-02', 'older')] }))).toHaveLength(3)
  expect(names(released({ signoff: [sign('2026-05-03')] }))).toEqual(['cp-328 2026-06-01'])
})
