import { z } from 'zod'
import { completingSchema } from '../exam/kinds/completing/schema'
import { computingSchema } from '../exam/kinds/computing/schema'
import { markingSchema } from '../exam/kinds/marking/schema'
import { matchingSchema } from '../exam/kinds/matching/schema'
import { multipleSchema } from '../exam/kinds/multiple/schema'
import { orderingSchema } from '../exam/kinds/ordering/schema'
import { rankingSchema } from '../exam/kinds/ranking/schema'
import { singleSchema } from '../exam/kinds/single/schema'
import { trueFalseSchema } from '../exam/kinds/true-false/schema'

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
