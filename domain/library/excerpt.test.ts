import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excerptOf } from './excerpt'

const shown = (text: string, tokens: string[], length?: number) => {
  const { parts } = excerptOf(text, new Set(tokens), length)
  return parts.map(({ text: part, found }) => (found ? `[${part}]` : part)).join('')
}

it('marks every form of a word', () => {
  expect(shown('La victime, l’Hébergement.', ['victime', 'hebergement'])).toBe('La [victime], l’[Hébergement].')
})

it('marks an Arabic word with its article and vowels', () => {
  expect(shown('يُعاقب على الاتّجار بالبشر', ['اتجار', 'بشر'])).toBe('يُعاقب على [الاتّجار] [بالبشر]')
})

it('shows the passage with most of the words', () => {
  const text = `victime ${'mot '.repeat(100)}victime mineure ${'mot '.repeat(100)}`

  expect(shown(text, ['victime', 'mineure'], 120)).toMatch(/^… .*\[victime\] \[mineure\] .* …$/)
})

it('begins at the beginning when nothing was found there', () => {
  expect(shown('Un texte.', ['absent'])).toBe('Un texte.')
})

it('adds nothing to a text and loses nothing of what it shows', () => {
  const words = fc.array(fc.constantFrom('victime', 'الضحية', '448-1', '2017-2019', '،', 'a', '…'))
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 200 }), (picked, length) => {
      const text = picked.join(' ')
      const { parts } = excerptOf(text, new Set(['victime', 'ضحيه', '448-1', '2017', '2019']), length)
      const joined = parts
        .filter((part) => part.found || !['… ', ' …'].includes(part.text))
        .map((part) => part.text)
        .join('')

      expect(text).toContain(joined)
    }),
  )
})

it('shows a short text from end to end', () => {
  const text = `${'mot '.repeat(40)}victime`

  expect(shown(text, ['victime'])).toBe(`${'mot '.repeat(40)}[victime]`)
})
