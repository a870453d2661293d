import { describe, expect, it } from 'vitest'
import { mayReadText, maySignText, readScope, type Scope } from './scope'

const SCOPE: Scope = {
  areas: ['legal'],
  parts: ['course:fundamentals', 'library:term'],
  languages: ['ar', 'fr'],
  function: 'Conseillère',
  body: 'Cour d’appel',
}

describe('the scope of a reviewer', () => {
  it('allows to sign what it names', () => {
    expect(maySignText(SCOPE, { kind: 'lesson', id: 'fundamentals/offence' }, 'ar', 'legal')).toBe(true)
    expect(maySignText(SCOPE, { kind: 'term', id: 'exploitation' }, 'fr', 'legal')).toBe(true)
  })

  it('signs no other language, area or part', () => {
    const lesson = { kind: 'lesson', id: 'fundamentals/offence' } as const

    expect(maySignText(SCOPE, lesson, 'en', 'legal')).toBe(false)
    expect(maySignText(SCOPE, lesson, 'ar', 'language')).toBe(false)
    expect(maySignText(SCOPE, { kind: 'lesson', id: 'referral/trial' }, 'ar', 'legal')).toBe(false)
    expect(maySignText(SCOPE, { kind: 'law', id: 'penal-code-448-1' }, 'ar', 'legal')).toBe(false)
  })

  it('allows to read its parts in every language, and no other part', () => {
    expect(mayReadText(SCOPE, { kind: 'bank', id: 'fundamentals' })).toBe(true)
    expect(mayReadText(SCOPE, { kind: 'bank', id: 'fundamentals-2' })).toBe(false)
  })

  it('is read from the database as it was stored', () => {
    expect(readScope(structuredClone(SCOPE))).toEqual(SCOPE)
  })

  it.each([
    ['nothing', null],
    ['no area', { ...SCOPE, areas: [] }],
    ['no part', { ...SCOPE, parts: [] }],
    ['an unknown kind', { ...SCOPE, parts: ['library:figure'] }],
    ['an unknown language', { ...SCOPE, languages: ['es'] }],
    ['an unknown area', { ...SCOPE, areas: ['all'] }],
    ['no function', { ...SCOPE, function: ' ' }],
    ['a line break', { ...SCOPE, body: 'a\u2028b' }],
    ['another field', { ...SCOPE, admin: true }],
  ])('allows nothing with %s', (_, stored) => {
    expect(readScope(stored)).toBeNull()
  })
})
