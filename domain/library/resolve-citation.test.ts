import { describe, expect, it } from 'vitest'
import { libraryWith, provision, textVersion } from '@/tests/support/course-factories'
import { decision } from '@/tests/support/library-factories'
import { isCitable, readCitation, resolveCitation } from './resolve-citation'

describe('readCitation', () => {
  it.each([
    ['cp-448-1', { provision: 'cp-448-1', paragraph: null, item: null }],
    ['cp-448-1#2', { provision: 'cp-448-1', paragraph: 2, item: null }],
    ['cp-448-3#1.4', { provision: 'cp-448-3', paragraph: 1, item: 4 }],
    ['cp-448-1#', null],
    ['cp-448-1#0', null],
    ['cp-448-1#1.', null],
    ['CP-448', null],
    ['', null],
  ])('%s', (id, expected) => {
    expect(readCitation(id)).toEqual(expected)
  })
})

describe('resolveCitation', () => {
  const before = textVersion({ text: { ar: { '1': 'قديم' } }, alignment: [{ ar: ['1'], fr: [] }] })
  const amended = textVersion({ id: '2025', inForceFrom: '2025-12-08', text: { ar: { '1': 'جديد', '2': 'مهلة' } } })
  const cpp = provision({ id: 'cp-82-5-1', versions: [amended, before] })
  const library = libraryWith({ provisions: { ...libraryWith().provisions, 'cp-82-5-1': cpp } })

  it('gives the wording of a paragraph in both languages', () => {
    expect(resolveCitation(library, 'cp-448-1#2', '2026-01-01')?.wording).toEqual({ ar: 'فقرة ثانية', fr: 'deux' })
  })

  it('gives the wording of an item, French only where there is one', () => {
    expect(resolveCitation(library, 'cp-448-4#1.2', '2026-01-01')?.wording).toEqual({ ar: 'ثانيا', fr: null })
  })

  it.each([
    ['2025-12-07', 'قديم'],
    ['2025-12-08', 'جديد'],
  ])('reads the law as it stood on %s', (date, wording) => {
    expect(resolveCitation(library, 'cp-82-5-1#1', date)?.wording?.ar).toBe(wording)
  })

  it('does not find a paragraph before it came into force', () => {
    expect(resolveCitation(library, 'cp-82-5-1#2', '2025-12-07')).toBeNull()
    expect(resolveCitation(library, 'cp-82-5-1#2', '2025-12-08')).not.toBeNull()
  })

  it('finds a whole article and a card, without a wording', () => {
    expect(resolveCitation(library, 'cp-448-1', '2026-01-01')).toMatchObject({ paragraph: null, wording: null })
    expect(resolveCitation(library, 'cp-16', '2026-01-01')).toMatchObject({
      provision: { kind: 'card' },
      wording: null,
    })
  })

  it.each(['cp-448-1#3', 'cp-448-4#1.9', 'cp-16#1', 'cp-0', 'toString', 'nonsense#x'])('does not find %s', (id) => {
    expect(resolveCitation(library, id, '2026-01-01')).toBeNull()
  })
})

describe('isCitable', () => {
  const library = libraryWith({ decisions: { 'cedh-x-2005': decision({ id: 'cedh-x-2005' }) } })

  it.each([
    ['cp-448-1#2', true],
    ['cedh-x-2005', true],
    ['cedh-x-2006', false],
    ['cedh-x-2005#1', false],
    ['toString', false],
  ])('%s: %s', (id, expected) => {
    expect(isCitable(library, id, '2026-01-01')).toBe(expected)
  })
})
