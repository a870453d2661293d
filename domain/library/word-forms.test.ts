import { describe, expect, it } from 'vitest'
import { formsOf, ownForms, withoutParticle } from './word-forms'

describe('the forms of a word', () => {
  it.each([
    ['بطفل', 'طفل'],
    ['ضحيتها', 'ضحيت'],
    ['كتعاقب', 'تعاقب'],
    ['enfants', 'enfant'],
    ['mineure', 'mineur'],
  ])('%s is also %s', (word, form) => {
    expect(formsOf(word)).toContain(form)
  })

  it.each(['بيع', 'سن', 'les'])('%s is too short to be cut', (word) => {
    expect(formsOf(word)).toEqual([word])
  })

  it('of the vocabulary keep their first letter', () => {
    expect(ownForms('بيعها')).toEqual(['بيعها', 'بيع'])
    expect(withoutParticle('بطفل')).toBe('طفل')
  })
})
