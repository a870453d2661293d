import { refuseLocked } from '@/components/form/refuse-form'
import { readSecondFactorCode, type SecondFactorCode } from '@/domain/auth/second-factor-code'
import { textFields } from '@/domain/form/form-fields'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { statusOf } from '@/server/respond'
import type { Refused } from './http/refused'

/** How much of a typed code is shown again, however much was sent. */
const LONGEST = 60

const STATUS = {
  empty: statusOf('invalid-input'),
  malformed: statusOf('invalid-input'),
  wrong: statusOf('wrong-credentials'),
  'wrong-first': statusOf('wrong-credentials'),
  'password-empty': statusOf('invalid-input'),
  'password-wrong': statusOf('wrong-credentials'),
} as const
type Problem = keyof typeof STATUS
/** Why a proof was refused. */
export type NotTaken = { status: Problem } | { status: 'locked'; until: Date }
/** @param act the form of the page in which the code was typed. */
export function giveBack(refused: NotTaken, act: string, form: FormData, locale: Locale, t: Translator): Refused {
  const values = { code: typedCode(form).slice(0, LONGEST) }
  if (refused.status === 'locked') {
    const state = refuseLocked(t, locale, refused.until, values)
    return { refused: { ...state, form: act }, status: statusOf('too-many-requests') }
  }
  const name = refused.status.startsWith('password') ? 'password' : 'code'
  const text = sentenceOf(refused.status, t)
  const state = { form: act, summary: [{ name, text }], errors: { [name]: text }, values }
  return { refused: state, status: STATUS[refused.status] }
}

function sentenceOf(problem: Problem, t: Translator): string {
  if (problem === 'password-empty') return t('fields.problems.required')
  if (problem === 'password-wrong') return t('fields.problems.password-wrong')
  return t(`secondFactor.problems.${problem}`)
}

/** Reads the code of a form and uses it. Text that cannot be a code does not count as an attempt. */
export async function giveCode<T>(
  form: FormData,
  give: (code: SecondFactorCode) => Promise<T>,
): Promise<T | { status: 'empty' | 'malformed' }> {
  const reading = readSecondFactorCode(typedCode(form))
  return reading.status === 'well-formed' ? give({ kind: reading.kind, digits: reading.digits }) : reading
}

function typedCode(form: FormData): string {
  return textFields(form, ['code']).code
}
