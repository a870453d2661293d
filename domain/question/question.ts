import { z } from 'zod'
import { completingSchema } from './kinds/completing/schema'
import { computingSchema } from './kinds/computing/schema'
import { markingSchema } from './kinds/marking/schema'
import { matchingSchema } from './kinds/matching/schema'
import { multipleSchema } from './kinds/multiple/schema'
import { orderingSchema } from './kinds/ordering/schema'
import { rankingSchema } from './kinds/ranking/schema'
import { singleSchema } from './kinds/single/schema'
import { trueFalseSchema } from './kinds/true-false/schema'

/** A question with its answer key. It never leaves the server: see `withoutAnswers`. */
export const questionKeySchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  trueFalseSchema,
  matchingSchema,
  orderingSchema,
  rankingSchema,
  computingSchema,
  markingSchema,
  completingSchema,
])
export type QuestionKey = z.infer<typeof questionKeySchema>
export type QuestionKind = QuestionKey['kind']
export type KeyOf<K extends QuestionKind> = Extract<QuestionKey, { kind: K }>
