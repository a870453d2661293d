import { z } from 'zod'
import { sum } from '../cohort/statistics/count-table'
import {
  type Cell,
  type Counts,
  Disclosable,
  type DisclosedMeasure,
  disclose,
  type Measure,
} from '../cohort/statistics/disclose'
import { type Rate, ratesOf } from '../cohort/statistics/facility'
import { cellSchema, measureSchema, rateSchema } from '../cohort/statistics/group-report'
import { MINIMUM_CELL_COUNT } from '../cohort/statistics/minimum-cell-count'
import { tabulate } from '../cohort/statistics/tabulate'
import { wilsonInterval } from '../cohort/statistics/wilson-interval'
import { AGREEING, SCALE_LEVELS, type SurveyQuestion } from './survey'
import type { SurveyAnswers } from './survey-answers'

/** While a survey is open, the number of answers is not shown if it is smaller than this. */
export const MINIMUM_ANSWERS = MINIMUM_CELL_COUNT
/** The number of texts that a question must have before the organiser may read them. */
export const MIN_TEXTS = 10

/** The answers to a question. `people`: the number of people who answered it. */
export type SurveyFigure = { id: string } & (
  | { kind: 'scale' | 'choice'; people: Cell; chosen: readonly { label: string; cell: Cell }[] }
  /** Several options may be ticked: each has a rate of its own. */
  | { kind: 'several'; rates: readonly Rate[] }
  | { kind: 'text'; people: Cell }
)
/** All figures have passed through `disclose`: they identify nobody, and may be stored and read by anybody. */
export type SurveyReport = {
  /** `people`: the number of people who answered. */
  response: DisclosedMeasure<{ asked: number }>
  questions: readonly SurveyFigure[]
}

/**
 * The figures of a survey, made once when it has closed: there is no other moment and no filter from which to subtract
 * them. A person who does not answer a question is not counted in it, unless it takes several options: then she counts
 * as ticking none.
 *
 * @param asked the number of people who were asked.
 */
export function reportSurvey(
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswers[],
  asked: number,
): SurveyReport {
  const response: Measure<{ asked: number }> = {
    definition: 'survey-response',
    people: answers.length,
    value: { asked: Math.max(asked, answers.length) },
  }
  return {
    response: disclose(new Disclosable(response)),
    questions: questions.map((question) => figureOf(question, answers)),
  }
}

function figureOf(question: SurveyQuestion, answers: readonly SurveyAnswers[]): SurveyFigure {
  const { id } = question
  const given = answers.flatMap((answer) => answer[id] ?? [])
  if (question.kind === 'text') return { id, kind: 'text', people: countTexts(given) }
  if (question.kind === 'choice' && question.several) {
    const chosen = answers.map((answer) => answer[id] ?? [])
    return { id, kind: 'several', rates: question.options.map((option) => tickedRate(chosen, option.id)) }
  }
  const columns = question.kind === 'scale' ? SCALE_LEVELS : question.options.map((option) => option.id)
  const { people, columns: totals } = disclose(chosenOf(given, columns))
  return { id, kind: question.kind, people, chosen: totals.map(({ label, people: cell }) => ({ label, cell })) }
}

function chosenOf(given: readonly string[], columns: readonly string[]): Disclosable<Counts> {
  const people = given.filter((choice) => columns.includes(choice))
  const shape = { rowsAre: 'groups' as const, rows: [EVERYONE], columns }
  const table = tabulate(people, shape, (column) => ({ row: EVERYONE, column }))
  return new Disclosable({ definition: 'survey-answers', table })
}

const EVERYONE = 'everyone'

function tickedRate(chosen: readonly (string | readonly string[])[], option: string): Rate {
  const shape = { rowsAre: 'groups' as const, rows: [option], columns: ['ticked', 'not-ticked'] }
  const table = tabulate(chosen, shape, (options) => ({
    row: option,
    column: options.includes(option) ? 'ticked' : 'not-ticked',
  }))
  const [rate] = ratesOf(disclose(new Disclosable<Counts>({ definition: 'survey-answers', table })))
  if (!rate) throw new RangeError('a table without a row')
  return rate
}

function countTexts(given: readonly unknown[]): Cell {
  const sealed = new Disclosable<Measure<{ texts: number }>>({
    definition: 'survey-answers',
    people: given.length,
    least: MIN_TEXTS,
    value: { texts: given.length },
  })
  const measure = disclose(sealed)
  if (measure.status === 'hidden') return { status: 'hidden', reason: measure.reason }
  return { status: 'shown', people: measure.people }
}

/**
 * The share of agreeing answers, if the shown figures give it: those of all levels that agree, or of all that do not.
 * It is computed from shown figures only, so it reveals nothing new.
 */
export function agreeingRate(figure: SurveyFigure): Rate {
  const label = figure.id
  if (figure.kind !== 'scale') throw new RangeError('a question without levels')
  const { people, chosen } = figure
  if (people.status === 'hidden') return { label, ...people }
  const agreeing = totalOf(chosen.filter((level) => isAgreeing(level.label)))
  const others = totalOf(chosen.filter((level) => !isAgreeing(level.label)))
  const agree = agreeing ?? (others === null ? null : people.people - others)
  if (agree === null) return { label, status: 'hidden', reason: 'protects-a-group' }
  const interval = wilsonInterval(agree, people.people)
  return { label, status: 'shown', people: people.people, rate: agree / people.people, interval }
}

const isAgreeing = (label: string) => AGREEING.some((level) => level === label)

function totalOf(levels: readonly { cell: Cell }[]): number | null {
  const counts = levels.flatMap(({ cell }) => (cell.status === 'shown' ? cell.people : []))
  return counts.length === levels.length ? sum(counts) : null
}

/** The stored report, read again. */
export const surveyReportSchema: z.ZodType<SurveyReport> = z.strictObject({
  response: measureSchema(z.strictObject({ asked: z.int().nonnegative() })),
  questions: z.array(
    z.union([
      z.strictObject({
        id: z.string(),
        kind: z.enum(['scale', 'choice']),
        people: cellSchema,
        chosen: z.array(z.strictObject({ label: z.string(), cell: cellSchema })),
      }),
      z.strictObject({ id: z.string(), kind: z.literal('several'), rates: z.array(rateSchema) }),
      z.strictObject({ id: z.string(), kind: z.literal('text'), people: cellSchema }),
    ]),
  ),
})
