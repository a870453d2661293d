import { describe, expect, it } from 'vitest'
import { shuffleAnswers } from './shuffle-answers'
import type { SurveyQuestion } from './survey'
import { fieldOf, readSurveyAnswers } from './survey-answers'

const text = { ar: 'س', fr: 'Q', en: 'Q' }
const option = (id: string) => ({ id, text })
const QUESTIONS: SurveyQuestion[] = [
  { kind: 'scale', id: 'scale', text },
  { kind: 'choice', id: 'one', text, several: false, options: [option('a'), option('b')] },
  { kind: 'choice', id: 'many', text, several: true, options: [option('c'), option('d')] },
  { kind: 'text', id: 'words', text },
]

function read(fields: readonly [string, string][]) {
  const form = new FormData()
  for (const [id, value] of fields) form.append(fieldOf(id), value)
  return readSurveyAnswers(form, QUESTIONS)
}

describe('the answers of a form', () => {
  it('are read by the kind of each question', () => {
    const sent = read([
      ['scale', '3'],
      ['one', 'b'],
      ['many', 'd'],
      ['many', 'c'],
      ['words', ' Plus de cas.\r\nMerci '],
    ])
    expect(sent).toEqual({ answers: { scale: '3', one: 'b', many: ['c', 'd'], words: 'Plus de cas.\nMerci' } })
  })

  it('may leave questions out, but not all', () => {
    expect(read([['scale', '1']])).toEqual({ answers: { scale: '1' } })
    expect(read([])).toBe('empty')
    expect(read([['words', '  \n ']])).toBe('empty')
  })

  it('are empty if nothing that was sent was offered', () => {
    expect(
      read([
        ['scale', '9'],
        ['one', 'c'],
        ['many', 'x'],
        ['other', 'y'],
      ] as [string, string][]),
    ).toBe('empty')
  })

  it('keep HTML as the text that it is', () => {
    expect(read([['words', '<script>alert(1)</script>']])).toEqual({
      answers: { words: '<script>alert(1)</script>' },
    })
  })

  it('are refused if a text is too long, or names somebody', () => {
    expect(read([['words', 'x'.repeat(501)]])).toEqual({ problems: { words: 'too-long' } })
    expect(read([['words', 'المدعو كريم']])).toEqual({ problems: { words: 'names' } })
    expect(read([['words', 'é'.repeat(500)]])).toMatchObject({ answers: {} })
  })
})

describe('answers in random orders', () => {
  const answers = Array.from({ length: 30 }, (_, place) => ({
    one: `o${place}`,
    ...(place % 2 && { two: `t${place}` }),
  }))
  // A linear congruential generator: the test is the same each time. Constants of Numerical Recipes, 1992.
  let state = 7
  const random = () => {
    state = (1664525 * state + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
  const rows = shuffleAnswers(answers, ['one', 'two'], random)

  it('are the same answers to each question', () => {
    for (const id of ['one', 'two'] as const)
      expect(rows.flatMap((row) => row[id] ?? []).toSorted()).toEqual(
        answers.flatMap((row) => row[id] ?? []).toSorted(),
      )
  })

  it('are separated from the other answers of the same person', () => {
    const same = rows.filter(({ one, two }) => typeof one === 'string' && two === `t${one.slice(1)}`)
    expect(same.length).toBeLessThan(5)
  })

  it('have each answer at every place equally often', () => {
    const counts = [0, 0, 0]
    for (let round = 0; round < 3000; round++) {
      const place = shuffleAnswers([{ q: 'x' }, { q: 'y' }, { q: 'z' }], ['q'], random).findIndex(({ q }) => q === 'x')
      counts[place] = (counts[place] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
