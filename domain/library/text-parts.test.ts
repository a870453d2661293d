import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textParts } from './text-parts'

it('marks the Arabic terms of a French sentence', () => {
  expect(textParts('L’arabe dit السجن المؤبد, peine de l’article 448-5.')).toEqual([
    { text: 'L’arabe dit ', kind: 'plain' },
    { text: 'السجن المؤبد', kind: 'arabic' },
    { text: ', peine de l’article ', kind: 'plain' },
    { text: '448-5', kind: 'reference' },
    { text: '.', kind: 'plain' },
  ])
})

it('leaves an Arabic sentence whole but for its numbers', () => {
  expect(textParts('الفصل 448-1 من القانون').map(({ kind }) => kind)).toEqual(['plain', 'reference', 'plain'])
})

it('loses no letter', () => {
  const pieces = fc.constantFrom('la loi ', 'السجن', ' ', '27.14', ', ', 'الحبس ', '«')
  fc.assert(
    fc.property(fc.array(pieces), (words) => {
      const text = words.join('')
      return (
        textParts(text)
          .map((part) => part.text)
          .join('') === text
      )
    }),
  )
})
