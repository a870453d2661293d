import { z } from 'zod'

const idSchema = z.string().min(1).max(40)

/**
 * What a person answered: option ids for single, multiple, true-false (one or several) and ordering (first to last), or prompt
 * id → option id for matching. An order that is still being made is option id → rank from 1, and earns nothing. Validity against
 * the question is decided by `readAnswer`.
 */
export const answerSchema = z.union([z.array(idSchema).max(8), z.record(idSchema, idSchema)])
export type Answer = z.infer<typeof answerSchema>

export const CERTAINTIES = ['sure', 'fairly', 'guess'] as const
export type Certainty = (typeof CERTAINTIES)[number]
export const certaintySchema = z.enum(CERTAINTIES)
