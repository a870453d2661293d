import { z } from 'zod'
import { localizedSchema } from '../../locale'
import { caseFields, citesSchema, caseIdSchema as idSchema } from '../case-parts'

/** Who decides at a point of the story. One person plays all seats, or a group divides them. */
export const SEATS = ['prosecutor', 'investigating-judge', 'trial-judge', 'juvenile-judge'] as const
export type Seat = (typeof SEATS)[number]

/** Levels that are hidden from the player until the debrief: from 0 (lost) to 5 (intact). */
export const GAUGES = ['safety', 'evidence', 'defence', 'trust'] as const
export type Gauge = (typeof GAUGES)[number]
export const GAUGE_TOP = 5

const idsSchema = z.array(idSchema).min(1)
/** A moment of the story, on the clock of the place: 2026-02-04T20:50. */
const momentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
const levelSchema = z.number().int().min(0).max(GAUGE_TOP)
const levelsSchema = z
  .strictObject({ safety: levelSchema, evidence: levelSchema, defence: levelSchema, trust: levelSchema })
  .partial()
const changeSchema = z.number().int().min(-GAUGE_TOP).max(GAUGE_TOP)

/** What the state must be. All parts of the condition must hold. */
const conditionSchema = z
  .strictObject({
    /** Marks that were set, and marks that were not. */
    has: idsSchema.optional(),
    lacks: idsSchema.optional(),
    atLeast: levelsSchema.optional(),
    atMost: levelsSchema.optional(),
    /** The clock of the story: `from` that moment on, `before` that moment. */
    from: momentSchema.optional(),
    before: momentSchema.optional(),
  })
  .refine((condition) => Object.keys(condition).length > 0, 'a condition says something')
export type Condition = z.infer<typeof conditionSchema>

const effectsSchema = z
  .strictObject({
    /** How long the act takes, or the moment to which the story jumps: exactly one of the two. */
    minutes: z.number().int().positive().optional(),
    until: momentSchema.optional(),
    safety: changeSchema.optional(),
    evidence: changeSchema.optional(),
    defence: changeSchema.optional(),
    trust: changeSchema.optional(),
    sets: idsSchema.optional(),
    clears: idsSchema.optional(),
  })
  .refine(({ minutes, until }) => (minutes === undefined) !== (until === undefined), 'say either minutes or until')
export type Effects = z.infer<typeof effectsSchema>

/** Where a choice leads: a node or an ending. Of several routes, the first whose condition holds is taken. */
const nextSchema = z.union([
  idSchema,
  z.array(z.strictObject({ when: conditionSchema.optional(), to: idSchema })).min(2),
])

const choiceSchema = z.strictObject({
  id: idSchema,
  text: localizedSchema,
  /** If it does not hold, the choice is not offered. */
  when: conditionSchema.optional(),
  effects: effectsSchema,
  /** The procedural document that says what happened. */
  consequence: idSchema,
  /** In the debrief: the legal basis of the choice, or the rule that it breaks. */
  why: localizedSchema,
  /** In the debrief, if another choice was taken: what this one would have led to. */
  outcome: localizedSchema,
  cites: citesSchema,
  next: nextSchema,
})
export type Choice = z.infer<typeof choiceSchema>

const nodeSchema = z.strictObject({
  id: idSchema,
  stage: idSchema,
  seat: z.enum(SEATS),
  /** The situation, without anything that an unopened document says. */
  text: localizedSchema,
  /** Only if “What do you decide?” is not the question. */
  question: localizedSchema.optional(),
  /** The documents that arrive, always or on a condition. */
  opens: z
    .array(z.union([idSchema, z.strictObject({ document: idSchema, when: conditionSchema })]))
    .min(1)
    .optional(),
  choices: z.array(choiceSchema).min(2).max(5),
})
export type SimulationNode = z.infer<typeof nodeSchema>

/** courses/<course>/cases/<case>/case.yaml of a simulation. Its documents are in the language files beside it. */
export const simulationSchema = z.strictObject({
  ...caseFields,
  kind: z.literal('simulation'),
  /** How long reading and deciding take. */
  minutes: z.number().int().min(5).max(60),
  /** The parts of the story, in order, as the line above each step names them. */
  stages: z.array(z.strictObject({ id: idSchema, title: localizedSchema })).min(2),
  start: z.strictObject({
    at: momentSchema,
    node: idSchema,
    state: levelsSchema.required({ safety: true, evidence: true, defence: true }),
  }),
  nodes: z.array(nodeSchema).min(2),
  endings: z.array(z.strictObject({ id: idSchema, title: localizedSchema, text: localizedSchema })).min(1),
  /** The path of its authors, from the first node to an ending. */
  reference: z.array(z.strictObject({ node: idSchema, choice: idSchema })).min(2),
})
export type Simulation = z.infer<typeof simulationSchema>

/** The citations of its choices, with the entry that holds each. */
export function citesOfSimulation({ nodes }: Simulation): { cite: string; key: string }[] {
  return nodes.flatMap(({ choices }, place) =>
    choices.flatMap(({ cites }, index) =>
      cites.map((cite, at) => ({ cite, key: `nodes.${place}.choices.${index}.cites.${at}` })),
    ),
  )
}

/** The seats of a simulation, in the order of `SEATS`. */
export function seatsOf({ nodes }: Pick<Simulation, 'nodes'>): Seat[] {
  const used = new Set(nodes.map(({ seat }) => seat))
  return SEATS.filter((seat) => used.has(seat))
}
