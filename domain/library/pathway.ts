import { z } from 'zod'
import { localizedSchema } from '../locale'
import { REFERRAL_ROLES, regionSchema } from './referral'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const cites = z.array(z.string()).min(1)
const lawDate = z.iso.date()

/** The phases of a referral plan, as the law and practice name them. A step belongs to one. */
export const PHASES = ['protect', 'notify', 'identify', 'reflect', 'orient', 'proceed', 'repair', 'integrate'] as const

/** When a step is taken, from the earliest to the latest. */
export const TIMES = ['at-once', 'next-days', 'thirty-days', 'trial', 'after'] as const
export type PlanTime = (typeof TIMES)[number]

/** What is known of an invented person. */
const FACTS = {
  age: z.enum(['child', 'doubt', 'adult']),
  sex: z.enum(['female', 'male']),
  nationality: z.enum(['moroccan', 'foreign']),
  language: z.enum(['spoken', 'interpreter']),
  form: z.enum(['begging', 'domestic', 'labour', 'sexual', 'forced-crime', 'online', 'organs']),
  danger: z.enum(['low', 'threat', 'suspect-near']),
  home: z.enum(['safe', 'with-suspect', 'none']),
  health: z.enum(['well', 'urgent', 'pregnant']),
  family: z.enum(['safe', 'suspected', 'absent']),
  acts: z.enum(['none', 'under-threat']),
  stage: z.enum(['found', 'police', 'instruction', 'trial', 'judged']),
  wish: z.enum(['stay', 'return', 'undecided']),
  region: regionSchema.shape.id,
}
export const FACT_NAMES = Object.keys(FACTS) as (keyof typeof FACTS)[]
const factsSchema = z.strictObject(FACTS)
export type ProfileFacts = z.infer<typeof factsSchema>
export type FactName = keyof ProfileFacts

const oneOf = <T extends z.ZodType>(schema: T) => z.array(schema).min(1).optional()
/** A rule holds where each fact that it names has one of the values. Without any, it always holds. */
const whenSchema = z.strictObject({
  age: oneOf(FACTS.age),
  sex: oneOf(FACTS.sex),
  nationality: oneOf(FACTS.nationality),
  language: oneOf(FACTS.language),
  form: oneOf(FACTS.form),
  danger: oneOf(FACTS.danger),
  home: oneOf(FACTS.home),
  health: oneOf(FACTS.health),
  family: oneOf(FACTS.family),
  acts: oneOf(FACTS.acts),
  stage: oneOf(FACTS.stage),
  wish: oneOf(FACTS.wish),
  region: oneOf(FACTS.region),
})
export type When = z.infer<typeof whenSchema>

/** library/referral/actors.yaml */
export const planActorSchema = z.strictObject({
  id: idSchema,
  label: localizedSchema,
  /** The entries of the directory that describe it. */
  entries: z.array(z.string()).default([]),
  /** The roles by which the contacts of a region are found. */
  roles: z.array(z.enum(REFERRAL_ROLES)).default([]),
  /** Outside these stages the actor is left out, even if a rule names it. */
  stages: z.array(FACTS.stage).min(1).optional(),
})

/** library/referral/steps.yaml */
export const planStepSchema = z.strictObject({
  id: idSchema,
  phase: z.enum(PHASES),
  label: localizedSchema,
  /** Why this is never right. */
  harm: z.strictObject({ why: localizedSchema, cites, lawDate }).optional(),
})

/** library/referral/rules.yaml */
export const planRuleSchema = z.strictObject({
  id: idSchema,
  when: whenSchema,
  step: idSchema,
  actors: z.array(idSchema).min(1),
  times: z.array(z.enum(TIMES)).min(1),
  /** Steps are taken from the lowest to the highest. */
  priority: z.number().int().positive(),
  need: z.enum(['must', 'may']),
  why: localizedSchema,
  cites,
  lawDate,
})

/** library/referral/orders.yaml */
export const planOrderSchema = z.strictObject({
  id: idSchema,
  first: idSchema,
  second: idSchema,
  /** Whether the wrong order only breaks the rule (`order`), or harms the person (`harmful`). */
  weight: z.enum(['order', 'harmful']),
  why: localizedSchema,
  cites,
  lawDate,
})

/** library/referral/profiles.yaml: invented people. */
export const planProfileSchema = z.strictObject({
  id: idSchema,
  order: z.number().int().positive(),
  title: localizedSchema,
  story: localizedSchema,
  /** Null if nobody knows. */
  years: z.number().int().positive().nullable(),
  facts: factsSchema,
})

export type PlanActor = z.infer<typeof planActorSchema>
export type PlanStep = z.infer<typeof planStepSchema>
export type PlanRule = z.infer<typeof planRuleSchema>
export type PlanOrder = z.infer<typeof planOrderSchema>
export type PlanProfile = z.infer<typeof planProfileSchema>

/** The data that referral plans are made of and compared with. */
export type Pathway = {
  actors: readonly PlanActor[]
  steps: readonly PlanStep[]
  rules: readonly PlanRule[]
  orders: readonly PlanOrder[]
  profiles: readonly PlanProfile[]
}
export const NO_PATHWAY: Pathway = { actors: [], steps: [], rules: [], orders: [], profiles: [] }
