import { z } from 'zod'
import { LOCALES } from '../locale'
import { paragraphIdSchema } from './provision'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const waysSchema = z.array(z.string().min(1)).min(1)

/** Everyday words for one idea, the usual one first. */
const ideaSchema = z.strictObject({
  id: idSchema,
  /** The terms of the glossary that mean the same. */
  terms: z.array(idSchema).default([]),
  /** Nearly every page is about this idea, so it does not narrow a search. */
  everywhere: z.boolean().default(false),
  /** Another matter with texts of its own: a query that mentions it gets only the answers that ask for it. */
  exclusive: z.boolean().default(false),
  ar: waysSchema,
  fr: waysSchema,
  en: waysSchema,
})
export type Idea = z.infer<typeof ideaSchema>

/** The page that answers a query with all of these ideas, as a path after the language. */
const answerSchema = z.strictObject({
  asks: z.array(idSchema).min(1),
  page: z.string().regex(/^\/(?:library|courses)\/[a-z0-9/-]+(?:#[a-z0-9-]+)?$/),
  /** The paragraphs of a provision that answer, if they are not its first and the one with most searched words. */
  paragraphs: z.array(paragraphIdSchema).min(1).optional(),
})
export type PreparedAnswer = z.infer<typeof answerSchema>

/** library/questions.yaml */
export const questionsSchema = z.strictObject({ ideas: z.array(ideaSchema), answers: z.array(answerSchema) })
export type Questions = z.infer<typeof questionsSchema>

export const NO_QUESTIONS: Questions = { ideas: [], answers: [] }

export function wordingsOf(idea: Idea): string[] {
  return LOCALES.flatMap((locale) => idea[locale])
}
