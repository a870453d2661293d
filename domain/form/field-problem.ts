import type { z } from 'zod'

/** The problems of one field. Each has a sentence in i18n/messages/*.json under `fields.problems`. */
export const FIELD_PROBLEMS = [
  'required',
  'choose',
  'too-long',
  'email',
  'name-arabic',
  'name-latin',
  'name-frozen',
  'characters',
  'password-short',
  'password-common',
  'password-personal',
  'password-wrong',
  'confirmation-needed',
  'day',
  'before-start',
  'outside',
  'seats',
  'tutors',
  'own-account',
  'role-held',
  'not-ahead',
  'link',
  'outside-cohort',
  'options',
  'phone',
  'short-number',
  'reach',
  'not-past',
  'id',
  'lines',
  'cites',
  'reread',
  'dense',
] as const
export type FieldProblem = (typeof FIELD_PROBLEMS)[number]
export type FieldProblems = Readonly<Record<string, FieldProblem>>

/** The first problem of each field. The schemas of this folder use the problem's code as the issue's message. */
export function fieldProblems(error: z.ZodError): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  for (const { path, message } of error.issues) problems[String(path[0])] ??= asProblem(message)
  return problems
}

function asProblem(message: string): FieldProblem {
  return FIELD_PROBLEMS.find((problem) => problem === message) ?? 'required'
}
