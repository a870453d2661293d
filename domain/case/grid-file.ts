import { z } from 'zod'
import { localizedSchema } from '../locale'
import { caseFields, caseIdSchema, citesSchema, factIdSchema } from './case-parts'
import { AIMS, CIRCUMSTANCE_IDS } from './trafficking-penalties'
import { worksheetReadingSchema } from './worksheet/reading'

/** The elements of a grid, in the order in which they are asked. */
export const ELEMENTS = ['act', 'means', 'purpose', 'threshold', 'aggravation', 'qualification'] as const
export type ElementId = (typeof ELEMENTS)[number]

/** The three effects that paragraph 4 of article 448-1 requires together. */
export const EFFECTS = ['will', 'freedom', 'dignity'] as const
export type Effect = (typeof EFFECTS)[number]

export const GUIDANCES = ['worked', 'partial', 'none'] as const

const factsSchema = z.array(factIdSchema).default([])
const reasoned = {
  /** The facts that support the reference value, and those that speak against it. All others prove nothing here. */
  supports: factsSchema,
  contradicts: factsSchema,
  feedback: localizedSchema,
  cites: citesSchema,
}
const readingSchema = z.strictObject({ text: localizedSchema, cites: citesSchema })
/** For law or facts that are not settled: the element is not scored, and each reading is shown. */
const readings = { readings: z.array(readingSchema).min(2).optional() }
const foundSchema = z.enum(['made-out', 'not-made-out', 'undecided'])

/** courses/<course>/cases/<id>/case.yaml of a qualification grid. Everything under `elements` is secret until hand-in. */
export const gridFileSchema = z.strictObject({
  ...caseFields,
  kind: z.literal('grid'),
  /** A file of library/indicators: the form of exploitation that the file is about or seems to be about. */
  form: caseIdSchema,
  /** How much of the solution is shown beside the file before she answers. */
  guidance: z.enum(GUIDANCES),
  victim: z.strictObject({ minor: z.boolean() }),
  verdict: z.enum(['trafficking', 'not-trafficking', 'doubtful']),
  elements: z.strictObject({
    act: z.strictObject({ value: z.enum([...foundSchema.options, 'unsettled']), ...reasoned, ...readings }),
    means: z.strictObject({
      value: z.enum([...foundSchema.options, 'not-required', 'unsettled']),
      ...reasoned,
      ...readings,
    }),
    purpose: z.strictObject({
      value: z.enum([...foundSchema.options, 'unsettled']),
      /** The form of exploitation that is made out, and the others that are offered beside it. */
      aim: z.enum(AIMS).optional(),
      others: z.array(z.enum(AIMS)).default([]),
      ...reasoned,
      ...readings,
    }),
    threshold: z.strictObject({
      value: z.enum([...foundSchema.options, 'unsettled']),
      effects: z.strictObject({ will: foundSchema, freedom: foundSchema, dignity: foundSchema }),
      ...reasoned,
      ...readings,
    }),
    aggravation: z.strictObject({
      value: z.enum([...foundSchema.options, 'not-required', 'unsettled']),
      /** The circumstances that are made out, and the others that are offered beside them. */
      circumstances: z.array(z.enum(CIRCUMSTANCE_IDS)).default([]),
      others: z.array(z.enum(CIRCUMSTANCE_IDS)).default([]),
      ...reasoned,
      ...readings,
    }),
    qualification: z.strictObject({
      /** `trafficking`, `none`, `unsettled`, or the id of one of the other offences. */
      value: caseIdSchema,
      /** The neighbouring offences that are offered as answers, besides trafficking and no offence. */
      others: z.array(z.strictObject({ id: caseIdSchema, text: localizedSchema, cites: citesSchema })).min(1),
      ...reasoned,
      ...readings,
    }),
  }),
  /** The reference paragraph: one `وحيث إن…`, `Attendu que…` or `Whereas…` per line. */
  reasons: localizedSchema,
  /** The authors' reading of the signs in the file. If present, the file is also practised on the worksheet. */
  worksheet: worksheetReadingSchema.optional(),
})
export type GridFile = z.infer<typeof gridFileSchema>
export type Verdict = GridFile['verdict']

/** Every fact that the reference names, with the entry that names it. */
export function factsNamed({ elements }: GridFile): { fact: string; key: string }[] {
  return ELEMENTS.flatMap((element) =>
    (['supports', 'contradicts'] as const).flatMap((side) =>
      elements[element][side].map((fact, index) => ({ fact, key: `elements.${element}.${side}.${index}` })),
    ),
  )
}

/** Every citation of a grid's own lists, with the entry that holds it. */
export function citesOfGrid({ elements }: GridFile): { cite: string; key: string }[] {
  const listed = (cites: readonly string[], key: string) =>
    cites.map((cite, index) => ({ cite, key: `${key}.cites.${index}` }))
  return ELEMENTS.flatMap((element) => {
    const { cites, readings: read = [] } = elements[element]
    const key = `elements.${element}`
    return [
      ...listed(cites, key),
      ...read.flatMap((reading, index) => listed(reading.cites, `${key}.readings.${index}`)),
    ]
  }).concat(
    elements.qualification.others.flatMap((other, index) =>
      listed(other.cites, `elements.qualification.others.${index}`),
    ),
  )
}
