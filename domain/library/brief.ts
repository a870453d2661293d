import { z } from 'zod'
import { localizedSchema } from '../locale'
import { lessonRefSchema } from './lesson-ref'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const citesSchema = z.array(z.string()).min(1)
const pointSchema = z.strictObject({ text: localizedSchema, cites: citesSchema })
const rangeSchema = z
  .tuple([z.number().int().nonnegative(), z.number().int().positive()])
  .refine(([least, most]) => least < most, 'begins with the higher number: write the lower one first')

/**
 * A degree of the penalty, with the circumstances that lead to it. It has years, or life, or another outcome in words
 * (such as a doubled penalty); `life` and `years` are of السجن unless `minor` says that they are of الحبس.
 */
const degreeSchema = z
  .strictObject({
    when: localizedSchema,
    years: rangeSchema.optional(),
    life: z.literal(true).optional(),
    /** The penalty of a délit (الحبس), not of a crime (السجن). */
    minor: z.literal(true).optional(),
    /** In dirhams. */
    fine: rangeSchema.optional(),
    /** The outcome where the law states no range of years. */
    outcome: localizedSchema.optional(),
    cites: citesSchema,
  })
  .refine(
    ({ years, life, outcome }) => [years, life, outcome].filter((one) => one !== undefined).length === 1,
    'needs one of “years”, “life” and “outcome”',
  )
export type PenaltyDegree = z.infer<typeof degreeSchema>

export const BRIEF_KINDS = ['offence', 'measure'] as const

/** library/briefs/<id>.yaml: one sheet on an offence or a measure, for the day of a hearing. */
export const briefSchema = z.strictObject({
  id: idSchema,
  /** The place in the list, from 1. */
  order: z.number().int().positive(),
  kind: z.enum(BRIEF_KINDS),
  title: localizedSchema,
  /** The nature of the offence or measure, and who decides. */
  lead: localizedSchema,
  /** The provisions of the sheet, the main ones first. A search for one of them finds the sheet. */
  texts: citesSchema,
  /** The elements of the offence, or the rules of the measure. */
  elements: z.array(pointSchema).min(2),
  /** From the lowest degree to the highest. */
  degrees: z.array(degreeSchema).min(1).optional(),
  /** A checklist of the library: the provision that it belongs to, or its own id. */
  checklist: idSchema.optional(),
  /** What to check, where no checklist of the library says it. */
  checks: z.array(pointSchema).min(2).optional(),
  /** What is often got wrong. `traps`: provisions whose notes are shown, each as its number from 1. */
  traps: z
    .array(z.strictObject({ provision: idSchema, notes: z.array(z.number().int().positive()).min(1) }))
    .default([]),
  mistakes: z.array(pointSchema).default([]),
  decisions: z.array(idSchema).default([]),
  models: z.array(idSchema).default([]),
  /** The lessons that teach its subject. */
  lessons: z.array(lessonRefSchema).min(1),
  lawDate: z.iso.date(),
})
export type Brief = z.infer<typeof briefSchema>

/** Everything that the sheet itself cites, each once. */
export function citesOfBrief(
  brief: Pick<Brief, 'texts' | 'elements' | 'degrees' | 'checks' | 'mistakes' | 'decisions'>,
) {
  const { texts, elements, degrees = [], checks = [], mistakes, decisions } = brief
  const said = [...elements, ...degrees, ...checks, ...mistakes].flatMap(({ cites }) => cites)
  return [...new Set([...texts, ...said, ...decisions])]
}
