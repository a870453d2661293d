import { z } from 'zod'
import { tidyLines } from '../form/plain-lines'
import { findsPerson } from './finds-person'
import { LONGEST_TEXT, SCALE_LEVELS, type SurveyQuestion } from './survey'

/** What one person answers, by the ids of the questions: a level, an option, options, or a text. */
export type SurveyAnswers = Readonly<Record<string, string | readonly string[]>>
export const surveyAnswersSchema: z.ZodType<SurveyAnswers> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
)

/** `names`: a text that seems to name a person or a file. `empty`: nothing was answered. */
export type AnswerProblem = 'too-long' | 'names'
export type ReadAnswers = { answers: SurveyAnswers } | { problems: Readonly<Record<string, AnswerProblem>> } | 'empty'

/** The name of a question’s field in the form. */
export function fieldOf(questionId: string): string {
  return `q-${questionId}`
}

/** Reads the answers of a form. Every question may be left out, but not all of them; an unknown option counts as none. */
export function readSurveyAnswers(form: FormData, questions: readonly SurveyQuestion[]): ReadAnswers {
  const answers: Record<string, string | readonly string[]> = {}
  const problems: Record<string, AnswerProblem> = {}
  for (const question of questions) {
    const given = form.getAll(fieldOf(question.id)).filter((value) => typeof value === 'string')
    const answer = answerTo(question, given)
    if (answer === null) continue
    answers[question.id] = answer
    const problem = question.kind === 'text' && typeof answer === 'string' ? problemOf(answer) : null
    if (problem) problems[question.id] = problem
  }
  if (Object.keys(problems).length > 0) return { problems }
  return Object.keys(answers).length === 0 ? 'empty' : { answers }
}

function answerTo(question: SurveyQuestion, given: readonly string[]): string | readonly string[] | null {
  if (question.kind === 'text') return tidyLines(given[0] ?? '') || null
  if (question.kind === 'scale') return SCALE_LEVELS.find((level) => level === given[0]) ?? null
  const chosen = question.options.map(({ id }) => id).filter((id) => given.includes(id))
  if (question.several) return chosen.length > 0 ? chosen : null
  return chosen[0] ?? null
}

function problemOf(text: string): AnswerProblem | null {
  if ([...text].length > LONGEST_TEXT) return 'too-long'
  return findsPerson(text) ? 'names' : null
}
