import { z } from 'zod'
import { REGRADE_EFFECTS, type RegradeEffect } from '../../exam/regrade'
import { Disclosable, disclose, HIDDEN_REASONS } from './disclose'

const cellSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('shown'), people: z.number().int().nonnegative() }),
  z.strictObject({ status: z.literal('hidden'), reason: z.enum(HIDDEN_REASONS) }),
])
/** The number of people whose exams are graded anew, and the effects on them. */
export const regradeReportSchema = z.strictObject({
  people: cellSchema,
  effects: z.array(z.strictObject({ effect: z.enum(REGRADE_EFFECTS), people: cellSchema })),
})
export type RegradeReport = z.infer<typeof regradeReportSchema>

/** @param effects one per person, the strongest, so that each person is counted once. */
export function reportRegrade(effects: readonly RegradeEffect[]): RegradeReport {
  const counts = REGRADE_EFFECTS.map((effect) => [effects.filter((each) => each === effect).length])
  const table = { rowsAre: 'answers', rows: REGRADE_EFFECTS, columns: ['all'], columnsAre: 'groups', counts } as const
  const { people, rows } = disclose(new Disclosable({ definition: 'regrade-effect' as const, table }))
  return { people, effects: REGRADE_EFFECTS.map((effect, row) => ({ effect, people: rows[row]?.people ?? people })) }
}
