import { describe, expect, it } from 'vitest'
import { faceSchema, overlap, signatorySchema } from './face'

const EMPTY = { version: '0', nameEnglish: '', addressArabic: '', addressLatin: '', helpEmail: '', helpPhone: '' }
const SIGNATORY = {
  nameArabic: 'نادية الفاسي',
  nameLatin: 'Nadia El Fassi',
  titleArabic: 'المديرة العامة',
  titleLatin: 'Directrice générale',
  fromDay: '2026-01-01',
  toDay: '',
}
const wrong = (schema: typeof faceSchema | typeof signatorySchema, given: object) =>
  schema.safeParse(given).error?.issues.map(({ path, message }) => [path[0], message]) ?? []

describe('the face of an institution', () => {
  it('may be empty', () => {
    expect(faceSchema.parse(EMPTY)).toEqual({
      version: 0,
      nameEnglish: null,
      addressArabic: null,
      addressLatin: null,
      helpEmail: null,
      helpPhone: null,
    })
  })

  it('keeps a name on one line', () => {
    expect(
      faceSchema.parse({
        ...EMPTY,
        version: '3',
        nameEnglish: '  Judicial  Institute ',
        helpPhone: '+212 5 37 00 00 00',
      }),
    ).toMatchObject({ version: 3, nameEnglish: 'Judicial Institute', helpPhone: '+212 5 37 00 00 00' })
  })

  it('has an address in both scripts or in none', () => {
    expect(wrong(faceSchema, { ...EMPTY, addressLatin: '12, rue de Fès' })).toEqual([['addressArabic', 'required']])
    expect(wrong(faceSchema, { ...EMPTY, addressArabic: 'زنقة فاس' })).toEqual([['addressLatin', 'required']])
  })

  it.each([
    ['nameEnglish', 'معهد', 'name-latin'],
    ['nameEnglish', 'x'.repeat(161), 'too-long'],
    ['helpEmail', 'not an address', 'email'],
    ['helpPhone', 'call me', 'characters'],
    ['helpPhone', '<script>', 'characters'],
  ])('refuses %s %s', (name, value, problem) => {
    expect(wrong(faceSchema, { ...EMPTY, [name]: value })).toEqual([[name, problem]])
  })

  it('refuses an unknown version', () => {
    expect(wrong(faceSchema, { ...EMPTY, version: 'x' })).toHaveLength(1)
  })
})

describe('a signatory', () => {
  it('has name and title in both scripts, and may have no last day', () => {
    expect(signatorySchema.parse(SIGNATORY)).toEqual({ ...SIGNATORY, toDay: null })
  })

  it.each([
    ['nameArabic', 'Nadia', 'name-arabic'],
    ['nameLatin', 'نادية', 'name-latin'],
    ['titleArabic', 'Directrice', 'name-arabic'],
    ['titleLatin', '', 'required'],
    ['fromDay', '2026-02-30', 'day'],
    ['toDay', '2025-12-31', 'before-start'],
  ])('refuses %s %s', (name, value, problem) => {
    expect(wrong(signatorySchema, { ...SIGNATORY, [name]: value })).toEqual([[name, problem]])
  })
})

describe('two times of signing', () => {
  const span = (fromDay: string, toDay: string | null) => ({ fromDay, toDay })
  it.each([
    [span('2026-01-01', '2026-06-30'), span('2026-07-01', null), false],
    [span('2026-01-01', '2026-07-01'), span('2026-07-01', null), true],
    [span('2026-01-01', null), span('2030-01-01', '2030-01-02'), true],
    [span('2026-01-01', null), span('2020-01-01', '2025-12-31'), false],
    [span('2026-03-01', '2026-03-01'), span('2026-01-01', '2026-12-31'), true],
  ])('%j and %j share a day: %s', (one, other, shared) => {
    expect(overlap(one, other)).toBe(shared)
    expect(overlap(other, one)).toBe(shared)
  })
})
