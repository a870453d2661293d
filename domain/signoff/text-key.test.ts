import { describe, expect, it } from 'vitest'
import { nameOfText, partOfText, readReviewPath, readTextName, reviewPath, type TextKey } from './text-key'

const KEYS: readonly TextKey[] = [
  { kind: 'lesson', id: 'fundamentals/offence' },
  { kind: 'bank', id: 'fundamentals' },
  { kind: 'case', id: 'fundamentals/brickworks' },
  { kind: 'law', id: 'penal-code-448-1' },
  { kind: 'pathway', id: 'actors/shelter' },
]

describe('the key of a text', () => {
  it.each(KEYS.map((key) => [nameOfText(key), key] as const))(
    'is read again from the address and a form: %s',
    (name, key) => {
      const [, , kind = '', id = '', language = ''] = reviewPath(key, 'fr').split('/')

      expect(reviewPath(key, 'fr').split('/')).toHaveLength(5)
      expect(readReviewPath(kind, id, language)).toEqual({ key, language: 'fr' })
      expect(readTextName(name)).toEqual(key)
    },
  )

  it('belongs to its course, or to a kind of the library', () => {
    expect(KEYS.map(partOfText)).toEqual([
      'course:fundamentals',
      'course:fundamentals',
      'course:fundamentals',
      'library:law',
      'library:pathway',
    ])
  })

  it.each([
    ['a kind that does not exist', 'figure', 'convicted', 'fr'],
    ['a language that does not exist', 'law', 'penal-code-448-1', 'de'],
    ['a step out of its folder', 'lesson', '..~fundamentals', 'fr'],
    ['three segments', 'lesson', 'a~b~c', 'fr'],
    ['a null byte', 'law', 'penal\u0000', 'fr'],
    ['nothing', 'law', '', 'fr'],
    ['too much', 'law', 'a'.repeat(161), 'fr'],
  ])('is not read from %s', (_, kind, id, language) => {
    expect(readReviewPath(kind, id, language)).toBeNull()
  })

  it.each(['', 'law', 'law a b', 'figure convicted', 'law  a'])('is none from the form value "%s"', (name) => {
    expect(readTextName(name)).toBeNull()
  })
})
