import { describe, expect, it } from 'vitest'
import { localized, singleChoice } from '@/tests/support/course-factories'
import type { QuestionKey } from '../question/question'
import { alignBlocks, type Compared, changeMarksSchema, findChanges, marksToFill, weighChanges } from './changes'

const hashOf = (question: QuestionKey) => JSON.stringify(question)
const blocks = (...texts: string[]) => ({
  passages: texts.map((hash, block) => ({ block, hash })),
  words: texts.map((text) => localized(text)),
})
const course = (texts: readonly string[], practice: QuestionKey[] = [], questions: QuestionKey[] = []): Compared => ({
  lessons: [{ id: 'offence', ...blocks(...texts), practice }],
  questions,
})

describe('blocks', () => {
  it.each([
    ['nothing changed', 'abc', 'abc', []],
    ['one was reworded', 'abc', 'axc', [[1, 1]]],
    ['one was added', 'abc', 'abxc', [[null, 2]]],
    ['one was taken away', 'abc', 'ac', [[1, null]]],
    [
      'one became two',
      'abc',
      'axyc',
      [
        [1, 1],
        [null, 2],
      ],
    ],
    [
      'two moved past each other',
      'abc',
      'acb',
      [
        [1, null],
        [null, 2],
      ],
    ],
    [
      'all are others',
      'ab',
      'xyz',
      [
        [0, 0],
        [1, 1],
        [null, 2],
      ],
    ],
    ['there were none', '', 'a', [[null, 0]]],
  ] as const)('are set beside each other where %s', (_, before, after, pairs) => {
    const list = (text: string) => [...text].map((hash) => ({ hash }))
    expect(alignBlocks(list(before), list(after))).toEqual(pairs)
  })

  it('must be weighed by a person if their text changed, and are new if they had no counterpart', () => {
    const found = findChanges(course(['a', 'b']), course(['a', 'x', 'y']), hashOf)

    expect(found).toMatchObject([
      { lesson: 'offence', block: 1, blockBefore: 1, before: localized('b'), after: localized('x'), weight: null },
      { block: 2, blockBefore: null, before: null, after: localized('y'), weight: 'new' },
    ])
  })

  it('are not compared in a lesson that is new as a whole', () => {
    const before = { lessons: [], questions: [] }
    expect(findChanges(before, course(['a']), hashOf)).toEqual([])
  })
})

describe('questions', () => {
  const question = singleChoice({ id: 'q1', correct: ['a'] })
  const weightWith = (change: object) =>
    findChanges(course([], [question]), course([], [{ ...question, ...change } as QuestionKey]), hashOf)[0]?.weight

  it('are corrected by another key, reworded by another comment, and weighed by a person otherwise', () => {
    expect(weightWith({})).toBeUndefined()
    expect(weightWith({ correct: ['b'] })).toBe('correction')
    expect(weightWith({ explanation: localized('other') })).toBe('editorial')
    expect(weightWith({ stem: localized('other') })).toBeNull()
  })

  it('of exams are named without a word of them', () => {
    const [change] = findChanges(course([], [], [question]), course([], [], [{ ...question, correct: ['b'] }]), hashOf)

    expect(change).toMatchObject({ question: 'q1', lesson: null, before: null, after: null })
  })
})

describe('marks', () => {
  const found = findChanges(course(['a', 'b', 'c']), course(['a', 'x', 'z']), hashOf)

  it('weigh the text with the hash that they name, only in their own lesson', () => {
    const marks = [
      { lesson: 'offence', hash: 'x', weight: 'correction' as const },
      { lesson: 'victims', hash: 'z', weight: 'editorial' as const },
      { question: 'z', hash: 'z', weight: 'editorial' as const },
    ]
    const { weighed, unmarked } = weighChanges(found, marks)

    expect(weighed).toMatchObject([{ block: 1, weight: 'correction' }])
    expect(weighed[0]).not.toHaveProperty('hash')
    expect(unmarked.map(({ hash }) => hash)).toEqual(['z'])
  })

  it('that are missing are listed with the words, ready to be filled in', () => {
    expect(marksToFill(found)).toContain(
      '# said: نص b\n# says: نص x\n- lesson: offence\n  hash: x\n  weight: editorial | correction | new',
    )
  })

  it.each([
    ['neither a lesson nor a question', { hash: 'x', weight: 'new' }],
    ['both', { lesson: 'offence', question: 'q1', hash: 'x', weight: 'new' }],
    ['another weight', { lesson: 'offence', hash: 'x', weight: 'serious' }],
    ['the list as it was printed', { lesson: 'offence', hash: 'x', weight: 'editorial | correction | new' }],
  ])('are refused that name %s', (_, mark) => {
    expect(changeMarksSchema.safeParse([mark]).success).toBe(false)
  })
})
