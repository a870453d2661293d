import { z } from 'zod'
import { groupBy } from '../../group-by'
import type { QuestionKey } from '../../question/question'
import { confidentAndWrong, confidentIn } from './confident-and-wrong'
import { type Alpha, cronbachAlpha } from './cronbach-alpha'
import { DEFINITIONS } from './definition'
import { type DisclosedMeasure, disclose, HIDDEN_REASONS } from './disclose'
import { disclosedChoices, type GroupChoices } from './disclosed-choices'
import { type Discrimination, discrimination } from './discrimination'
import { facility, type Rate, ratesOf } from './facility'
import { facilityByLanguage } from './facility-by-language'
import { type FirstAttempt, isRight } from './first-attempt'
import { differences, type OnQuestions } from './nested-figures'
import { provisionCounts } from './provision-counts'
import { provisionErrors } from './provision-errors'

export type GroupProvision = {
  provision: string
  /** The questions that cite the provision and that a person of the group has met. */
  questions: readonly string[]
  errors: Rate
  /** Of the people who were wrong at least once, the share who were sure. */
  confident: Rate
}
export type GroupQuestion = {
  id: string
  provisions: readonly string[]
  facility: Rate
  discrimination: DisclosedMeasure<Discrimination>
  choices: GroupChoices | null
  /** One rate for each language. */
  byLanguage: readonly Rate[]
}
/**
 * The results of the first exams of one closed group. All of them have passed through `disclose`, so the report may be
 * stored and read by anybody: it is about no person.
 */
export type GroupReport = {
  people: number
  provisions: readonly GroupProvision[]
  /** The same by objective; `provision` holds its id. Few objectives have too few people to be shown. */
  objectives?: readonly GroupProvision[] | undefined
  questions: readonly GroupQuestion[]
  /** Null if people meet different questions: there is no form to measure. */
  alpha: DisclosedMeasure<Alpha> | null
}

/** @param form the ids of the questions that everybody meets; null if each exam is drawn. */
export function discloseGroup(
  attempts: readonly FirstAttempt[],
  bank: readonly QuestionKey[],
  form: readonly string[] | null,
): GroupReport {
  const met = groupBy(attempts, ({ questionId }) => questionId)
  const questions = bank.flatMap((question) => {
    const same = met.get(question.id)
    return same ? [discloseQuestion(attempts, same, question)] : []
  })
  const sets = discloseProvisions(withObjectives(attempts, bank), questions)
  const isObjective = ({ provision }: GroupProvision) => provision.startsWith(OBJECTIVE)
  return {
    people: new Set(attempts.map(({ personKey }) => personKey)).size,
    provisions: sets.filter((set) => !isObjective(set)),
    objectives: sets
      .filter(isObjective)
      .map((set) => ({ ...set, ...named(set.provision.slice(OBJECTIVE.length), set) })),
    questions,
    alpha: form && disclose(cronbachAlpha(attempts, form)),
  }
}

/** The prefix of objectives. It sorts them after all provisions, so that they hide none. No id begins with it. */
const OBJECTIVE = '~'

/** The questions of an objective are a set like those that cite a provision, and are disclosed by the same rule. */
function withObjectives(attempts: readonly FirstAttempt[], bank: readonly QuestionKey[]): FirstAttempt[] {
  const objectives = new Map(bank.map(({ id, objective }) => [id, objective]))
  return attempts.map((attempt) => {
    const objective = objectives.get(attempt.questionId)
    return objective === undefined
      ? attempt
      : { ...attempt, provisions: [...attempt.provisions, OBJECTIVE + objective] }
  })
}

function named(id: string, { errors, confident }: GroupProvision): Omit<GroupProvision, 'questions'> {
  return { provision: id, errors: { ...errors, label: id }, confident: { ...confident, label: id } }
}

/**
 * Provisions, and after them objectives, are disclosed one after the other: each is shown only if it is safe beside
 * those shown already.
 */
function discloseProvisions(attempts: readonly FirstAttempt[], questions: readonly GroupQuestion[]): GroupProvision[] {
  const met = groupBy(attempts, ({ questionId }) => questionId)
  const citing = [...met].map(([id, [first]]) => ({ id, provisions: first?.provisions ?? [] }))
  const cited = new Set(citing.flatMap(({ provisions }) => provisions))
  const shown = questions.flatMap(({ id, facility }): OnQuestions[] => {
    const wrong = (met.get(id) ?? []).filter((attempt) => !isRight(attempt))
    return facility.status === 'shown' ? [{ questions: new Set([id]), people: wrong.length }] : []
  })
  const shownConfident: OnQuestions[] = []
  return [...cited].toSorted().map((provision) => {
    const on = citing.filter(({ provisions }) => provisions.includes(provision)).map(({ id }) => id)
    const { misled, wrong } = provisionCounts(attempts, provision)
    const whole: OnQuestions = { questions: new Set(on), people: misled.size }
    const beside = differences(whole, shown)
    const errors = onlyRate(provisionErrors(attempts, provision, beside))
    if (errors.status === 'shown') shown.push(whole)
    const sure: OnQuestions = { questions: new Set(on), people: confidentIn(wrong).size }
    const besides = [...beside, ...differences(sure, shownConfident)]
    const confident = onlyRate(confidentAndWrong(attempts, provision, besides))
    if (confident.status === 'shown') shownConfident.push(sure)
    return { provision, questions: on, errors, confident }
  })
}

function discloseQuestion(
  attempts: readonly FirstAttempt[],
  same: readonly FirstAttempt[],
  question: QuestionKey,
): GroupQuestion {
  const { id } = question
  return {
    id,
    provisions: same[0]?.provisions ?? [],
    facility: onlyRate(facility(same, id)),
    discrimination: disclose(discrimination(attempts, id)),
    choices: disclosedChoices(same, question),
    byLanguage: ratesOf(disclose(facilityByLanguage(same, id))),
  }
}

function onlyRate(sealed: ReturnType<typeof facility>): Rate {
  const [rate] = ratesOf(disclose(sealed))
  if (!rate) throw new RangeError('a table without a row')
  return rate
}

const hidden = { status: z.literal('hidden'), reason: z.enum(HIDDEN_REASONS) }
const people = z.int().nonnegative()
const interval = z.strictObject({ low: z.number(), high: z.number() })
export const cellSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('shown'), people }),
  z.strictObject(hidden),
])
export const rateSchema = z.discriminatedUnion('status', [
  z.strictObject({ label: z.string(), status: z.literal('shown'), people, rate: z.number(), interval }),
  z.strictObject({ label: z.string(), ...hidden }),
])
const choicesSchema = z.strictObject({
  people: cellSchema,
  chosen: z.array(z.strictObject({ label: z.string(), cell: cellSchema })),
  leftOut: cellSchema.nullable(),
})

/** A figure as JSON stores it. */
export function measureSchema<V extends z.ZodType>(value: V) {
  const definition = z.enum(DEFINITIONS)
  return z.discriminatedUnion('status', [
    z.strictObject({ definition, status: z.literal('shown'), people, value }),
    z.strictObject({ definition, ...hidden }),
  ])
}

export const alphaSchema = measureSchema(z.strictObject({ alpha: z.number(), questions: people }))

const setSchema = z.strictObject({
  provision: z.string(),
  questions: z.array(z.string()),
  errors: rateSchema,
  confident: rateSchema,
})

/** The stored report of a group, read again. Groups that closed earlier have no figures by objective. */
export const groupReportSchema: z.ZodType<GroupReport> = z.strictObject({
  people,
  provisions: z.array(setSchema),
  objectives: z.array(setSchema).optional(),
  questions: z.array(
    z.strictObject({
      id: z.string(),
      provisions: z.array(z.string()),
      facility: rateSchema,
      discrimination: measureSchema(z.strictObject({ itemRest: z.number() })),
      choices: choicesSchema.nullable(),
      byLanguage: z.array(rateSchema),
    }),
  ),
  alpha: alphaSchema.nullable(),
})
