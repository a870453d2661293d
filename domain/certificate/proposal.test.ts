import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { answerSchema, mayRename, namesOf, proposalSchema, readAnswer, readProposal } from './proposal'

const ID = '0198c0de-0000-7000-8000-000000000001'

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('a proposal', () => {
  const read = (fields: Record<string, string | Blob>) => proposalSchema.safeParse(readProposal(formOf(fields)))

  it('to revoke leaves out the names', () => {
    expect(read({ act: 'revoke', reason: ' Examen passé par un tiers ', nameLatin: 'Salma' }).data).toEqual({
      act: 'revoke',
      reason: 'Examen passé par un tiers',
    })
  })

  it('to reissue says both names, as they will stand on the certificate', () => {
    const names = { nameArabic: 'سلمى بناني', nameLatin: 'Salma  Bennani' }

    expect(read({ act: 'supersede', reason: 'Faute de frappe', ...names }).data).toEqual({
      act: 'supersede',
      reason: 'Faute de frappe',
      nameArabic: 'سلمى بناني',
      nameLatin: 'Salma Bennani',
    })
  })

  it.each([
    ['no reason', { act: 'revoke', reason: ' ' }, { reason: 'required' }],
    ['a file for a reason', { act: 'revoke', reason: new Blob(['x']) }, { reason: 'required' }],
    ['a reason that is too long', { act: 'revoke', reason: 'x'.repeat(301) }, { reason: 'too-long' }],
    ['a null byte', { act: 'revoke', reason: 'x\0' }, { reason: 'characters' }],
    ['another act', { act: 'delete', reason: 'x' }, { act: 'required' }],
    [
      'names in the other script',
      { act: 'supersede', reason: 'x', nameArabic: 'Salma', nameLatin: 'سلمى' },
      { nameArabic: 'name-arabic', nameLatin: 'name-latin' },
    ],
  ])('is refused with %s', (_, fields, problems) => {
    const { error } = read(fields)

    expect(error && fieldProblems(error)).toEqual(problems)
  })
})

describe('an answer', () => {
  const read = (fields: Record<string, string>) => answerSchema.safeParse(readAnswer(formOf(fields)))

  it('accepts without a reason, and refuses with one', () => {
    expect(read({ answer: 'accept', proposal: ID, reason: 'x' }).data).toEqual({ answer: 'accept', proposal: ID })
    expect(read({ answer: 'refuse', proposal: ID, reason: 'Motif insuffisant' }).data).toEqual({
      answer: 'refuse',
      proposal: ID,
      reason: 'Motif insuffisant',
    })
  })

  it.each([
    ['no answer', { answer: '', proposal: ID }],
    ['no proposal', { answer: 'accept', proposal: 'none' }],
    ['a refusal that does not say why', { answer: 'refuse', proposal: ID, reason: '' }],
  ])('is not read with %s', (_, fields) => {
    expect(read(fields).success).toBe(false)
  })
})

it('lets only an institution that has confirmed a person change her names', () => {
  expect(mayRename('school-1', [])).toBe(true)
  expect(mayRename('school-1', ['school-2', 'school-1'])).toBe(true)
  expect(mayRename('school-1', ['school-2'])).toBe(false)
})

it('names only what the proposal changes', () => {
  expect(namesOf({ nameArabic: null, nameLatin: 'Salma Bennani' })).toEqual({ nameLatin: 'Salma Bennani' })
})
