import { describe, expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import { questionKeySchema } from '../../question/question'
import { explainIssue } from './explain-issue'

function explain(change: (question: Record<string, unknown>) => void) {
  const question = structuredClone(singleChoice()) as unknown as Record<string, unknown>
  change(question)
  const parsed = questionKeySchema.safeParse(question)
  return parsed.success ? [] : parsed.error.issues.map((issue) => explainIssue(question, issue))
}
const first = (question: Record<string, unknown>) =>
  (question.options as Record<string, unknown>[])[0] as Record<string, unknown>

describe('explainIssue', () => {
  it('has nothing to say of a good question', () => {
    expect(explain(() => {})).toEqual([])
  })

  it.each<[string, (question: Record<string, unknown>) => void, string, string, string]>([
    [
      'an option without feedback',
      (q) => delete first(q).feedback,
      'option-feedback',
      'options.0.feedback',
      'has no feedback: say why',
    ],
    [
      'feedback missing in one language',
      (q) => delete (first(q).feedback as { fr?: string }).fr,
      'option-feedback',
      'options.0.feedback.fr',
      'in French',
    ],
    [
      'an empty feedback',
      (q) => Object.assign(first(q), { feedback: { ar: '', fr: 'x', en: 'x' } }),
      'option-feedback',
      'options.0.feedback.ar',
      'in Arabic',
    ],
    [
      'a stem without English',
      (q) => delete (q.stem as { en?: string }).en,
      'missing-translation',
      'stem.en',
      'no English text',
    ],
    ['no right answer', (q) => Object.assign(q, { correct: [] }), 'right-answer', 'correct', 'right answer is missing'],
    ['no key at all', (q) => delete q.correct, 'right-answer', 'correct', 'right answer is missing'],
    ['a misspelt entry', (q) => Object.assign(q, { explication: 'x' }), 'schema', '', 'unknown entry explication'],
    ['a bare true', (q) => Object.assign(first(q), { id: true }), 'schema', 'options.0.id', 'in quotes, id: "true"'],
    ['an entry left out', (q) => delete q.objective, 'schema', 'objective', '“objective” is missing'],
    ['an unknown kind', (q) => Object.assign(q, { kind: 'essay' }), 'schema', 'kind', '“kind” is not as it should be'],
  ])('explains %s', (_, change, check, key, message) => {
    expect(explain(change)).toEqual([{ check, key, message: expect.stringContaining(message) }])
  })

  it('speaks of a file that is empty', () => {
    const parsed = questionKeySchema.safeParse(null)
    const issue = parsed.error?.issues[0]

    expect(issue && explainIssue(null, issue).message).toBe('the content is missing: add it')
  })
})
