import type { QuestionKey } from '../../course/question'
import type { Locale } from '../../locale'
import { confidentAndWrong } from './confident-and-wrong'
import { type Alpha, cronbachAlpha } from './cronbach-alpha'
import { type DisclosedMeasure, disclose } from './disclose'
import { type Choices, disclosedChoices } from './disclosed-choices'
import { concernOf, type Discrimination, discrimination } from './discrimination'
import { facility, type Rate, ratesOf } from './facility'
import { facilityByLanguage, mayBeMistranslated } from './facility-by-language'
import type { FirstAttempt } from './first-attempt'
import { provisionErrors } from './provision-errors'

export type { Definition } from './definition'
export type { Cell, DisclosedMeasure, HiddenReason } from './disclose'
export type { Choices } from './disclosed-choices'
export type { Rate } from './facility'
export type { FirstAttempt } from './first-attempt'

export type ProvisionReport = {
  provision: string
  /** How many questions that cite it somebody has met. */
  questions: number
  errors: Rate
  /** Of those misled, how many were sure. */
  confident: Rate
}
export type QuestionReport = {
  id: string
  objective: string
  provisions: readonly string[]
  facility: Rate
  discrimination: DisclosedMeasure<Discrimination>
  concern: 'negative' | 'low' | null
  /** Null where answers are no options. */
  choices: Choices | null
  byLanguage: readonly Rate[]
  mistranslated: readonly Locale[]
}
/** What a cohort's answers come to. All of it has been through `disclose`. */
export type LearningReport = {
  /** Whose first attempt is counted. */
  people: number
  provisions: readonly ProvisionReport[]
  questions: readonly QuestionReport[]
  /** Null when people meet different questions: there is no form to measure. */
  alpha: DisclosedMeasure<Alpha> | null
}

/** @param form ids of the questions that everybody meets; null when each exam is drawn. */
export function reportLearning(
  attempts: readonly FirstAttempt[],
  bank: readonly QuestionKey[],
  form: readonly string[] | null,
): LearningReport {
  const met = new Map<string, FirstAttempt[]>()
  for (const attempt of attempts) {
    const same = met.get(attempt.questionId)
    if (same) same.push(attempt)
    else met.set(attempt.questionId, [attempt])
  }
  return {
    people: new Set(attempts.map(({ personKey }) => personKey)).size,
    provisions: reportProvisions(attempts, met),
    questions: bank
      .filter(({ id }) => met.has(id))
      .map((question) => reportQuestion(attempts, met.get(question.id) ?? [], question))
      .toSorted((one, other) => rateOf(one.facility, 1) - rateOf(other.facility, 1)),
    alpha: form && disclose(cronbachAlpha(attempts, form)),
  }
}

/** The provisions that cost people most, of those whose figure is shown. */
export function costliest({ provisions }: LearningReport, count: number): ProvisionReport[] {
  return provisions.filter(({ errors }) => rateOf(errors, 0) > 0).slice(0, count)
}

/** What deserves a look of somebody who knows the question. */
export function needsLook({ concern, mistranslated }: QuestionReport): boolean {
  return concern !== null || mistranslated.length > 0
}

/** The worst first; those that are hidden come last, by their id, which tells nothing of them. */
function reportProvisions(
  attempts: readonly FirstAttempt[],
  met: ReadonlyMap<string, readonly FirstAttempt[]>,
): ProvisionReport[] {
  const citing = [...met.values()].map(([first]) => first?.provisions ?? [])
  return [...new Set(citing.flat())]
    .toSorted()
    .map((provision) => ({
      provision,
      questions: citing.filter((provisions) => provisions.includes(provision)).length,
      errors: onlyRate(provisionErrors(attempts, provision)),
      confident: onlyRate(confidentAndWrong(attempts, provision)),
    }))
    .toSorted((one, other) => rateOf(other.errors, -1) - rateOf(one.errors, -1))
}

function reportQuestion(
  attempts: readonly FirstAttempt[],
  same: readonly FirstAttempt[],
  question: QuestionKey,
): QuestionReport {
  const { id, objective } = question
  const itemRest = disclose(discrimination(attempts, id))
  const byLanguage = ratesOf(disclose(facilityByLanguage(same, id)))
  return {
    id,
    objective,
    provisions: same[0]?.provisions ?? [],
    facility: onlyRate(facility(same, id)),
    discrimination: itemRest,
    concern: itemRest.status === 'shown' ? concernOf(itemRest.value) : null,
    choices: disclosedChoices(same, question),
    byLanguage,
    mistranslated: mayBeMistranslated(byLanguage),
  }
}

function onlyRate(sealed: ReturnType<typeof facility>): Rate {
  const [rate] = ratesOf(disclose(sealed))
  if (!rate) throw new RangeError('a table without a row')
  return rate
}

const rateOf = (rate: Rate, hidden: number) => (rate.status === 'shown' ? rate.rate : hidden)
