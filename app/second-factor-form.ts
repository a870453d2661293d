import type { FormState } from '@/components/form/form-state'
import { refuseForm, refuseLocked } from '@/components/form/refuse-form'
import { type CodeProblem, problemOf, readProof, type SecondFactorCode } from '@/domain/auth/second-factor-code'
import { textFields } from '@/domain/form/form-fields'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { CodeRefusal } from '@/server/account/second-factor/with-code'
import { statusOf } from '@/server/respond'
import type { Refused } from './http/refused'

/** The most characters of a typed code that are shown again. */
const LONGEST = 60

const STATUS = {
  empty: statusOf('invalid-input'),
  malformed: statusOf('invalid-input'),
  wrong: statusOf('wrong-credentials'),
  'wrong-first': statusOf('wrong-credentials'),
  'passkey-malformed': statusOf('invalid-input'),
  'passkey-wrong': statusOf('wrong-credentials'),
  'passkey-expired': statusOf('wrong-credentials'),
  'password-empty': statusOf('invalid-input'),
  'password-wrong': statusOf('wrong-credentials'),
} as const satisfies Record<CodeProblem, number> & Record<string, number>
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
  return { refused: { ...refusedState(refused.status, values, t), form: act }, status: STATUS[refused.status] }
}

/** A problem with a passkey belongs to no field, because the person typed nothing. */
function refusedState(problem: Problem, values: FormState['values'], t: Translator): FormState {
  const text = sentenceOf(problem, t)
  if (problem.startsWith('passkey')) return refuseForm(text, values)
  const name = problem.startsWith('password') ? 'password' : 'code'
  return { summary: [{ name, text }], errors: { [name]: text }, values }
}

function sentenceOf(problem: Problem, t: Translator): string {
  if (problem === 'password-empty') return t('fields.problems.required')
  if (problem === 'password-wrong') return t('fields.problems.password-wrong')
  return t(`secondFactor.problems.${problem}`)
}

type Given = { status: string }
type NotRight = { status: 'wrong' | 'expired' }

/** Reads the code or passkey of a form and checks it. A malformed one does not count as an attempt. */
export async function giveCode<T extends Given>(
  form: FormData,
  give: (code: SecondFactorCode) => Promise<T | CodeRefusal>,
): Promise<T | Exclude<CodeRefusal, NotRight> | { status: CodeProblem }> {
  const reading = readProof(textFields(form, ['code', 'passkey']))
  if (reading.status !== 'well-formed') return reading
  const given = await give(reading.code)
  return isWrong(given) ? { status: problemOf(given.status, reading.code) } : given
}

function isWrong(given: Given): given is NotRight {
  return given.status === 'wrong' || given.status === 'expired'
}

function typedCode(form: FormData): string {
  return textFields(form, ['code']).code
}
