import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { readReviewerOffer, reviewerOfferSchema } from './reviewer-offer'

const PARTS = ['course:fundamentals', 'library:term'] as const
const read = (fields: readonly (readonly [string, string])[]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return reviewerOfferSchema(PARTS).safeParse(readReviewerOffer(form))
}
const GOOD = [
  ['email', 'Juriste@Example.ma'],
  ['areas', 'language'],
  ['areas', 'legal'],
  ['parts', 'library:term'],
  ['languages', 'fr'],
  ['languages', 'ar'],
  ['reviewFunction', ' Conseillère '],
  ['reviewBody', 'Cour d’appel de Fès'],
] as const

describe('the form that offers to review', () => {
  it('reads the ticked boxes in the order of the page', () => {
    expect(read(GOOD).data).toEqual({
      email: 'juriste@example.ma',
      nameArabic: '',
      nameLatin: '',
      areas: ['legal', 'language'],
      parts: ['library:term'],
      languages: ['ar', 'fr'],
      reviewFunction: 'Conseillère',
      reviewBody: 'Cour d’appel de Fès',
    })
  })

  it('asks for a box of each group, for function and body', () => {
    const { error } = read([['email', 'juriste@example.ma']])
    expect(error && fieldProblems(error)).toEqual({
      areas: 'choose',
      parts: 'choose',
      languages: 'choose',
      reviewFunction: 'required',
      reviewBody: 'required',
    })
  })

  it('takes no course and no area that there is not', () => {
    const odd = GOOD.map(([name, value]) => [name, name === 'parts' ? 'course:elsewhere' : value] as const)
    expect(read(odd).error && fieldProblems(read(odd).error as never)).toEqual({ parts: 'choose' })
    expect(read([...GOOD, ['areas', 'everything']]).data?.areas).toEqual(['legal', 'language'])
  })
})
