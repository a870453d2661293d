import { describe, expect, it } from 'vitest'
import { localized, provision, textVersion } from '@/tests/support/course-factories'
import { changedAmong, lawStatusOf, newestSince, outdatedCitations } from './outdated-citation'

const amended = provision({
  id: 'cpp-82-5-1',
  versions: [
    textVersion({ id: '2025', inForceFrom: '2025-12-08' }),
    textVersion({ id: '2016', inForceFrom: null, inForceUntil: '2025-12-07' }),
  ],
})
const old = provision({ id: 'cp-448-1', versions: [textVersion({ inForceFrom: null })] })

describe('a text that cites a provision', () => {
  it.each([
    ['written before its newest version', '2025-09-01', null, 'changed'],
    ['written the day before', '2025-12-07', null, 'changed'],
    ['written on its first day', '2025-12-08', null, 'current'],
    ['signed on that day', '2025-09-01', '2025-12-08', 'current'],
    ['signed since', '2025-09-01', '2026-02-01', 'current'],
    ['signed before', '2025-09-01', '2025-10-01', 'changed'],
    ['that states no day', null, null, 'undated'],
    ['that states no day and was signed since', null, '2026-01-01', 'current'],
  ] as const)('%s', (_, lawDate, signedOn, status) => {
    expect(lawStatusOf(amended, { lawDate, signedOn })).toBe(status)
  })

  it('is current while no day of a change is known', () => {
    expect(newestSince(old)).toBeNull()
    expect(lawStatusOf(old, { lawDate: '2000-01-01', signedOn: null })).toBe('current')
    expect(lawStatusOf(old, { lawDate: null, signedOn: null })).toBe('current')
  })
})

describe('the provisions that have changed', () => {
  const store = { provisions: { 'cpp-82-5-1': amended, 'cp-448-1': old } }
  const written = { lawDate: '2025-09-01', signedOn: null }

  it('are listed once, whichever of their paragraphs are cited', () => {
    const changed = changedAmong(['cpp-82-5-1#1', 'cp-448-1#2', 'cpp-82-5-1#4', 'cpp-82-5-1'], store, written)

    expect(changed.map(({ id }) => id)).toEqual(['cpp-82-5-1'])
  })

  it('leave out what is not in the library', () => {
    expect(changedAmong(['constructor', 'doc-x', 'not an id'], store, written)).toEqual([])
  })
})

it('names what has changed, with its day', () => {
  const instrument = {
    id: 'criminal-procedure',
    prefix: 'cpp',
    unit: { ar: 'المادة', fr: 'article', en: 'article' },
    name: {
      ar: 'من قانون المسطرة الجنائية',
      fr: 'du code de procédure pénale',
      en: 'of the Code of Criminal Procedure',
    },
    shortName: localized('short'),
    authenticLanguage: 'ar' as const,
  }
  const store = {
    instruments: { 'criminal-procedure': instrument },
    provisions: { 'cpp-82-5-1': { ...amended, instrument: instrument.id, number: '82-5-1' } },
    decisions: {},
  }

  expect(outdatedCitations(['cpp-82-5-1#4'], store, { lawDate: '2025-09-01', signedOn: null }, 'fr')).toEqual([
    { provision: 'cpp-82-5-1', name: 'article 82-5-1 du code de procédure pénale', since: '2025-12-08' },
  ])
})
