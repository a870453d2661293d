import { expect, it } from 'vitest'
import { questionOfLaw } from './question-of-law'

const inAll = (text: string) => ({ ar: text, fr: text, en: text })
const asked = (text: string) => questionOfLaw({ legalPoint: inAll(text) }, 'fr')

it('leaves out what is said after the question', () => {
  expect(asked('Quel texte appliquer ? La poursuite vise l’article 448-1.')).toBe('Quel texte appliquer ?')
})

it('keeps every question, and the sentences before it', () => {
  const text = 'La victime est amenée par contrainte. Peut-on la contraindre ? Plaider vaut-il renonciation ?'

  expect(asked(text)).toBe(text)
})

it('knows the question mark of Arabic', () => {
  expect(questionOfLaw({ legalPoint: inAll('أي نص يطبق؟ توبعت المعنية.') }, 'ar')).toBe('أي نص يطبق؟')
})

it('shows a point of law that is no question as it is', () => {
  expect(asked('La minorité suffit.')).toBe('La minorité suffit.')
})
