import { FIELD_LIMITS } from '../../form/field-limits'
import { tidyLine } from '../../form/plain-line'
import { LOCALES } from '../../locale'
import { PERSON_FUNCTIONS } from '../../person/person-function'
import { displayText } from './display-text'
import type { ListValue } from './read-table'
import { MENDABLE, type ReadingPlan, type RowFix, type ValueAnswer } from './reading-plan'

/** The choices in addition to the values of the platform. */
export const LEAVE_EMPTY = 'empty'
export const LEAVE_ASIDE = 'aside'
/** The number of rows that can be corrected on one page. */
export const MOST_MENDED = 100
const MOST_FIXES = 5000

/** What an institution stores for its next lists: answers, and the values whose stored answer is deleted. */
export type KeptAnswers = { answers: readonly ValueAnswer[]; without: readonly Pick<ListValue, 'kind' | 'key'>[] }
export const KEEP_NOTHING: KeptAnswers = { answers: [], without: [] }

/**
 * Reads the decisions about the values and single rows of a list. Decisions that the page did not show stay unchanged.
 *
 * @returns `keep`: what is stored for the next lists, if the form says so.
 */
export function readValuesForm(
  form: FormData,
  plan: ReadingPlan,
  values: readonly ListValue[],
): { plan: ReadingPlan; keep: KeptAnswers } {
  const asked = values.filter((_, place) => form.has(`value.${place}`))
  const given = values.flatMap((value, place) => answerTo(form, value, place) ?? [])
  const isAmong = (list: readonly Pick<ListValue, 'kind' | 'key'>[], { kind, key }: Pick<ListValue, 'kind' | 'key'>) =>
    list.some((one) => one.kind === kind && one.key === key)
  const others = plan.answers.filter((answer) => !isAmong(asked, answer))
  // To leave rows aside is a decision about this list only.
  const answers = given.filter(({ as }) => as !== null)
  const lines = form.getAll('row').slice(0, MOST_MENDED).map(Number).filter(Number.isSafeInteger)
  const fixes = [
    ...plan.fixes.filter(({ line }) => !lines.includes(line)),
    ...lines.map((line) => fixOf(form, plan, line)),
  ]
  return {
    plan: { ...plan, answers: [...others, ...given], fixes: fixes.slice(0, MOST_FIXES) },
    keep:
      form.get('keep') === 'yes' ? { answers, without: asked.filter((value) => !isAmong(given, value)) } : KEEP_NOTHING,
  }
}

function answerTo(form: FormData, { kind, key, written }: ListValue, place: number): ValueAnswer | null {
  const sent = form.get(`value.${place}`)
  if (typeof sent !== 'string') return null
  if (form.get(`aside.${place}`) === 'yes' || (kind !== 'institution' && sent === LEAVE_ASIDE))
    return { kind, key, as: null }
  if (kind === 'institution') {
    const as = displayText(tidyLine(sent), FIELD_LIMITS.institution)
    return as === written ? null : { kind, key, as }
  }
  if (sent === LEAVE_EMPTY) return { kind, key, as: '' }
  const known: readonly string[] = kind === 'function' ? PERSON_FUNCTIONS : LOCALES
  return known.includes(sent) ? { kind, key, as: sent } : null
}

function fixOf(form: FormData, plan: ReadingPlan, line: number): RowFix {
  const cells = { ...plan.fixes.find((fix) => fix.line === line)?.cells }
  for (const field of MENDABLE) {
    const sent = form.get(`${field}.${line}`)
    if (typeof sent === 'string') cells[field] = displayText(tidyLine(sent), FIELD_LIMITS.email)
  }
  return { line, aside: form.get(`row-aside.${line}`) === 'yes', cells }
}
