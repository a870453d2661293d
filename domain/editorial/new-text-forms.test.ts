import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { checkedQuestionSchema, lessonHeadSchema, objectivesOf, readNewLesson, readNewQuestion } from './new-text-forms'

const DRAFT = '0198c0de-0000-7000-8000-000000000001'
const inEach = (base: string, text: string) =>
  Object.fromEntries(['ar', 'fr', 'en'].map((locale) => [`${base}.${locale}`, text]))
const HEAD = {
  ...{ draft: DRAFT, lessonId: 'second-hearing', after: '' },
  ...inEach('title', 'A title'),
  ...inEach('summary', 'A summary\r\non two lines'),
  ...inEach('objectives', 'One\r\n\r\n Two '),
}
function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
const lesson = (more: Record<string, string> = {}) =>
  lessonHeadSchema.safeParse(readNewLesson(formOf({ ...HEAD, ...more })))

describe('the form of a lesson', () => {
  it('reads a name, a place and short texts of one line', () => {
    const { data } = lesson()

    expect(data).toMatchObject({ lessonId: 'second-hearing', 'summary.fr': 'A summary on two lines' })
    expect(data && objectivesOf(data)).toEqual([
      { ar: 'One', fr: 'One', en: 'One' },
      { ar: 'Two', fr: 'Two', en: 'Two' },
    ])
  })

  it('requires the same number of objectives in each language', () => {
    const { data } = lesson({ 'objectives.en': 'One' })

    expect(data && objectivesOf(data)).toBeNull()
  })

  it.each([
    '../up',
    'a/b',
    '.git',
    'A',
    'a_b',
    'a--b',
    '-a',
    'a b',
    'é',
    'bank',
    'cases',
    'second',
    'new',
    'x'.repeat(61),
  ])('refuses the name %j', (lessonId) => {
    const { error } = lesson({ lessonId })
    expect(error && fieldProblems(error)).toEqual({ lessonId: 'id' })
  })

  it.each(['../up', 'a/b', 'A'])('refuses a place after %j', (after) => {
    expect(lesson({ after }).success).toBe(false)
  })
})

describe('the form of a question', () => {
  const QUESTION = {
    ...{
      draft: DRAFT,
      questionId: 'q1',
      kind: 'single',
      objective: 'o',
      cites: 'cp-1#1 ، cp-2,cp-3#1.4',
      reread: 'l#s',
    },
    ...{ place: '3', correct: 'a' },
    ...inEach('stem', 'Asked\nhere'),
    ...inEach('explanation', 'Why'),
  }
  const question = (more: Record<string, string> = {}) =>
    checkedQuestionSchema.safeParse(readNewQuestion(formOf({ ...QUESTION, ...more })))

  it('reads provisions with spaces and with commas of any script', () => {
    expect(question().data).toMatchObject({
      cites: ['cp-1#1', 'cp-2', 'cp-3#1.4'],
      'cites-d': [],
      'stem.ar': 'Asked here',
      correct: ['a'],
    })
  })

  it.each([
    [{ cites: 'cp-1; drop' }, { cites: 'cites' }],
    [{ cites: '' }, { cites: 'required' }],
    [{ 'cites-b': '../x' }, { 'cites-b': 'cites' }],
    [{ reread: 'l' }, { reread: 'reread' }],
    [{ kind: 'ordering' }, { kind: 'choose' }],
    [{ questionId: '' }, { questionId: 'required' }],
    [{ correct: 'z' }, { correct: 'required' }],
  ])('refuses %j', (more, problems) => {
    const { error } = question(more as Record<string, string>)
    expect(error && fieldProblems(error)).toEqual(problems)
  })
})
