import { groupBy } from '../../group-by'
import type { Locale } from '../../locale'
import type { QuestionKey } from '../../question/question'
import { sum } from './count-table'
import type { Alpha } from './cronbach-alpha'
import type { DisclosedMeasure } from './disclose'
import { type Choices, withoutOptions } from './disclosed-choices'
import { concernOf, type Discrimination } from './discrimination'
import type { Rate } from './facility'
import { mayBeMistranslated } from './facility-by-language'
import type { GroupProvision, GroupQuestion, GroupReport } from './group-report'
import { poolChoices, poolMeasures, poolRates } from './pool-figures'

export type { Definition } from './definition'
export type { Cell, DisclosedMeasure, HiddenReason } from './disclose'
export type { Choices } from './disclosed-choices'
export type { Rate } from './facility'
export type { FirstAttempt } from './first-attempt'
export { discloseGroup, type GroupReport, groupReportSchema } from './group-report'

export type ProvisionReport = {
  provision: string
  /** The number of questions that cite the provision and that at least one person has met. */
  questions: number
  errors: Rate
  /** Of the people who were wrong at least once, the share who were sure. */
  confident: Rate
}
export type QuestionReport = {
  id: string
  objective: string
  provisions: readonly string[]
  facility: Rate
  discrimination: DisclosedMeasure<Discrimination>
  concern: 'negative' | 'low' | null
  /** Null if the answers of the question are not options. */
  choices: Choices | null
  byLanguage: readonly Rate[]
  mistranslated: readonly Locale[]
}
/** The statistics of a cohort's answers: the figures of its closed groups, combined. */
export type LearningReport = {
  /** The number of people whose first attempts are counted. */
  people: number
  provisions: readonly ProvisionReport[]
  /** The same by objective; `provision` holds its id. */
  objectives: readonly ProvisionReport[]
  questions: readonly QuestionReport[]
  /** Null if people meet different questions: there is no form to measure. */
  alpha: DisclosedMeasure<Alpha> | null
}

/**
 * This function reads no answer: every figure is combined from the figures that each closed group shows by itself, and
 * nobody is in two groups. So reports of different days, cohorts or sets of questions differ only by such figures.
 */
export function reportLearning(groups: readonly GroupReport[], bank: readonly QuestionKey[]): LearningReport {
  return {
    people: sum(groups.map(({ people }) => people)),
    provisions: reportProvisions(groups.flatMap(({ provisions }) => provisions)),
    objectives: reportProvisions(groups.flatMap(({ objectives = [] }) => objectives)),
    questions: reportQuestions(
      groups.flatMap(({ questions }) => questions),
      bank,
    ),
    alpha: poolMeasures(
      groups.flatMap(({ alpha }) => alpha ?? []),
      ({ alpha }) => alpha,
      (value, alpha) => ({ ...value, alpha }),
    ),
  }
}

/** The provisions with the highest error rates, among those whose figure is shown. */
export function costliest({ provisions }: LearningReport, count: number): ProvisionReport[] {
  return provisions.filter(({ errors }) => rateOf(errors, 0) > 0).slice(0, count)
}

/** True if a person who knows the question should check it. */
export function needsReview({ concern, mistranslated }: QuestionReport): boolean {
  return concern !== null || mistranslated.length > 0
}

/** The worst first. Hidden ones come last, ordered by their id, which reveals nothing about them. */
function reportProvisions(found: readonly GroupProvision[]): ProvisionReport[] {
  return [...groupBy(found, ({ provision }) => provision)]
    .map(([provision, same]) => ({
      provision,
      questions: new Set(same.flatMap(({ questions }) => questions)).size,
      errors: poolRates(
        same.map(({ errors }) => errors),
        provision,
      ),
      confident: poolRates(
        same.map(({ confident }) => confident),
        provision,
      ),
    }))
    .toSorted((a, b) => (a.provision < b.provision ? -1 : 1))
    .toSorted((a, b) => rateOf(b.errors, -1) - rateOf(a.errors, -1))
}

/** The hardest first. */
function reportQuestions(found: readonly GroupQuestion[], bank: readonly QuestionKey[]): QuestionReport[] {
  const byId = groupBy(found, ({ id }) => id)
  return bank
    .flatMap(({ id, objective }) => {
      const same = byId.get(id)
      return same ? [reportQuestion(same, { id, objective })] : []
    })
    .toSorted((a, b) => rateOf(a.facility, 1) - rateOf(b.facility, 1))
}

function reportQuestion(
  same: readonly GroupQuestion[],
  { id, objective }: Pick<QuestionKey, 'id' | 'objective'>,
): QuestionReport {
  const itemRest = poolMeasures(
    same.map(({ discrimination }) => discrimination),
    (value) => value.itemRest,
    (_, pooled) => ({ itemRest: pooled }),
  )
  if (!itemRest) throw new RangeError('a question of no group')
  const choices = same.flatMap((question) => question.choices ?? [])
  const byLanguage = languagesIn(same)
  return {
    id,
    objective,
    provisions: same[0]?.provisions ?? [],
    facility: poolRates(
      same.map(({ facility }) => facility),
      'everyone',
    ),
    discrimination: itemRest,
    concern: itemRest.status === 'shown' ? concernOf(itemRest.value) : null,
    choices: choices.length === 0 ? null : withoutOptions(poolChoices(choices)),
    byLanguage,
    mistranslated: mayBeMistranslated(byLanguage),
  }
}

function languagesIn(same: readonly GroupQuestion[]): Rate[] {
  const byLanguage = groupBy(
    same.flatMap((question) => question.byLanguage),
    ({ label }) => label,
  )
  return [...byLanguage].map(([language, rates]) => poolRates(rates, language))
}

const rateOf = (rate: Rate, hidden: number) => (rate.status === 'shown' ? rate.rate : hidden)
