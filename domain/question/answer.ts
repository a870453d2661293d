import { z } from 'zod'

const idSchema = z.string().min(1).max(40)

/**
 * An answer: option ids for single, multiple, true-false, marking (one or several) and ordering (first to last); prompt id
 * → option id for matching, and blank id → option id for completing; option id → place for ranking; ask id → number for
 * computing. An incomplete order is option id → rank from 1, and earns no points. `readAnswer` checks an answer against
 * its question.
 */
export const answerSchema = z.union([z.array(idSchema).max(8), z.record(idSchema, idSchema)])
export type Answer = z.infer<typeof answerSchema>

export const CERTAINTIES = ['sure', 'fairly', 'guess'] as const
export type Certainty = (typeof CERTAINTIES)[number]
export const certaintySchema = z.enum(CERTAINTIES)
