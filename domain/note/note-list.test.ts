import { describe, expect, it } from 'vitest'
import { findNotes } from './find-notes'
import { inGroups } from './in-groups'
import { pageOf, readNoteQuery } from './note-list'

const words = { ar: 'أحد الأفعال السبعة', fr: 'Sept actes sont visés', en: 'Seven acts' }
const note = (text: string | null) => ({ text, words, section: { ar: 'الفعل', fr: 'L’acte', en: 'The act' } })

describe('findNotes', () => {
  const notes = [note('Vérifier la qualité de l’intermédiaire'), note(null), note('الضحيّة لا تُعاقَب')]
  const found = (question: string) => findNotes(notes, question).map((each) => notes.indexOf(each))

  it.each([
    ['a word without its accents', 'intermediaire qualite', [0]],
    ['the beginning of a word', 'interm', [0]],
    ['Arabic however it is written', 'ضحية', [2]],
    ['words of the passage, in any language', 'seven', [0, 1, 2]],
    ['words of the heading', 'الفعل', [0, 1, 2]],
    ['nothing where one word is missing', 'seven introuvable', []],
    ['nothing for signs alone', '؟!', []],
    ['everything for nothing', '  ', [0, 1, 2]],
  ])('finds %s', (_, question, expected) => {
    expect(found(question)).toEqual(expected)
  })
})

describe('readNoteQuery', () => {
  const read = (query: string) => readNoteQuery(new URLSearchParams(query))

  it('reads the parameters of the address', () => {
    expect(read('course=referral&q= acte &page=3')).toEqual({ course: 'referral', q: 'acte', page: 3 })
  })

  it.each(['', 'page=0', 'page=-1', 'page=1.5', 'page=x', 'page=1e99'])('takes the first page for “%s”', (query) => {
    expect(read(query).page).toBe(1)
  })

  it('limits the length of a search', () => {
    expect(read(`q=${'x'.repeat(5000)}`).q).toHaveLength(200)
  })
})

describe('pageOf', () => {
  const items = Array.from({ length: 45 }, (_, index) => index)

  it('gives a page, and the ways to the others', () => {
    expect(pageOf(items, { page: 2 })).toMatchObject({ from: 21, to: 40, total: 45, before: 1, after: 3 })
    expect(pageOf(items, { page: 2 }).items).toEqual(items.slice(20, 40))
  })

  it('gives the last page for one after it', () => {
    expect(pageOf(items, { page: 9 })).toMatchObject({ from: 41, to: 45, before: 2, after: null })
    expect(pageOf([], { page: 1 })).toMatchObject({ items: [], total: 0, before: null, after: null })
  })
})

it('groups neighbours only, in their order', () => {
  expect(inGroups(['a1', 'a2', 'b1', 'a3'], (text) => text.charAt(0))).toEqual([['a1', 'a2'], ['b1'], ['a3']])
})
