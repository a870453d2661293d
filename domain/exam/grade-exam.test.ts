import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localized, matching, multipleChoice, option, singleChoice } from '@/tests/support/course-factories'
import { anyAnswer, anyQuestion } from '@/tests/support/question-arbitraries'
import { type AnsweredQuestion, gradeExam } from './grade-exam'

const anyAnswered: fc.Arbitrary<AnsweredQuestion> = fc
  .tuple(anyQuestion, anyAnswer, fc.constantFrom('qualify', 'distinguish', 'child'), fc.boolean())
  .map(([question, answer, objective, right]) => ({
    question: { ...question, objective },
    answer: right ? question.correct : answer,
  }))
const anyExam = fc.array(anyAnswered, { maxLength: 20 })
const anyRate = fc.double({ min: 0.01, max: 1, noNaN: true })

it('counts one point a question, by objective and in the order given', () => {
  const exam = [
    { question: singleChoice({ objective: 'qualify', correct: ['a'] }), answer: ['a'] },
    { question: multipleChoice({ objective: 'child', correct: ['a', 'b'] }), answer: ['a'] },
    { question: singleChoice({ objective: 'qualify', correct: ['a'] }), answer: null },
  ]

  expect(gradeExam(exam, 0.5)).toEqual({
    earned: 1.5,
    possible: 3,
    passed: true,
    objectives: [
      { objective: 'qualify', earned: 1, possible: 2 },
      { objective: 'child', earned: 0.5, possible: 1 },
    ],
    points: [1, 0.5, 0],
  })
})

it('passes on the threshold itself, though sixths of a point do not add up exactly', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const question = matching({
    prompts: ids.map((id) => ({ id: `p-${id}`, text: localized(id) })),
    options: ids.map((id) => option(id)),
    correct: Object.fromEntries(ids.map((id) => [`p-${id}`, id])),
  })
  const exam = Array.from({ length: 6 }, () => ({ question, answer: { 'p-a': 'a' } }))
  const { earned, passed } = gradeExam(exam, 1 / 6)

  expect(earned).toBeLessThan(1)
  expect(passed).toBe(true)
})

it('fails just under the threshold', () => {
  const answered = (right: boolean) => ({ question: singleChoice({ correct: ['a'] }), answer: [right ? 'a' : 'b'] })
  const exam = (right: number) => Array.from({ length: 20 }, (_, place) => answered(place < right))

  expect(gradeExam(exam(14), 0.7).passed).toBe(true)
  expect(gradeExam(exam(13), 0.7).passed).toBe(false)
})

it('passes nobody on an exam without questions', () => {
  expect(gradeExam([], 0.01).passed).toBe(false)
})

it('never earns less than 0 or more than possible, in the whole or in an objective', () => {
  fc.assert(
    fc.property(anyExam, anyRate, (exam, rate) => {
      const grade = gradeExam(exam, rate)
      return [grade, ...grade.objectives].every(({ earned, possible }) => earned >= 0 && earned <= possible)
    }),
  )
})

it('adds up the points of the questions and of the objectives', () => {
  fc.assert(
    fc.property(anyExam, anyRate, (exam, rate) => {
      const { earned, possible, objectives, points } = gradeExam(exam, rate)
      expect(points).toHaveLength(exam.length)
      expect(points.reduce((sum, each) => sum + each, 0)).toBeCloseTo(earned, 9)
      expect(objectives.reduce((sum, each) => sum + each.earned, 0)).toBeCloseTo(earned, 9)
      expect(objectives.reduce((sum, each) => sum + each.possible, 0)).toBe(possible)
    }),
  )
})

it('does not mind in which order the questions came', () => {
  fc.assert(
    fc.property(anyExam, anyRate, (exam, rate) => {
      const grade = gradeExam(exam, rate)
      const turned = gradeExam(exam.toReversed(), rate)
      const of = (objective: string) => turned.objectives.find((score) => score.objective === objective)
      expect(turned.passed).toBe(grade.passed)
      expect(turned.points).toEqual(grade.points.toReversed())
      for (const score of grade.objectives) {
        expect(of(score.objective)?.possible).toBe(score.possible)
        expect(of(score.objective)?.earned).toBeCloseTo(score.earned, 9)
      }
    }),
  )
})

it('passes a learner who answers everything right, and none who answers nothing', () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { minLength: 1 }), anyRate, (questions, rate) => {
      const all = questions.map((question) => ({ question, answer: question.correct }))
      const none = questions.map((question) => ({ question, answer: null }))
      return gradeExam(all, 1).passed && !gradeExam(none, rate).passed
    }),
  )
})
