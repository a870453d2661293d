import type { ProofProblem } from '@/components/access/proof-form'
import { textFields } from '@/domain/access/form-fields'
import { readSecondFactorCode, type SecondFactorCode } from '@/domain/access/second-factor-code'
import type { Locale } from '@/domain/locale'
import { formatTime, type Translator } from '@/i18n/translator'
import { statusOf } from '@/server/respond'

/** What its field lets her type. */
const LONGEST = 60

type Sentence = keyof typeof STATUS
/** Why a proof was not taken. */
export type Refused = { status: Sentence } | { status: 'locked'; until: Date }

const STATUS = {
  empty: statusOf('invalid-input'),
  malformed: statusOf('invalid-input'),
  wrong: statusOf('wrong-credentials'),
  'wrong-first': statusOf('wrong-credentials'),
  'password-empty': statusOf('invalid-input'),
  'password-wrong': statusOf('wrong-credentials'),
} as const

/** A page that says what is wrong with what was given, under a status of its own. */
export type GivenBack = { problem: ProofProblem; httpStatus: number }

export function giveBack(refused: Refused, act: string, typed: string, locale: Locale, t: Translator): GivenBack {
  if (refused.status === 'locked') {
    const sentence = t('account.locked', { time: formatTime(refused.until, locale) })
    return { problem: { act, typed, sentence }, httpStatus: statusOf('too-many-requests') }
  }
  return { problem: { act, typed, sentence: sentenceOf(refused.status, t) }, httpStatus: STATUS[refused.status] }
}

function sentenceOf(status: Sentence, t: Translator): string {
  if (status === 'password-empty') return t('fields.problems.required')
  if (status === 'password-wrong') return t('fields.problems.password-wrong')
  return t(`secondFactor.problems.${status}`)
}

/** Reads the code of a form and uses it; what cannot be a code is not tried. */
export async function giveCode<T>(
  form: FormData,
  use: (code: SecondFactorCode) => Promise<T>,
): Promise<T | { status: 'empty' | 'malformed' }> {
  const reading = readSecondFactorCode(typedCode(form))
  return reading.status === 'well-formed' ? use({ kind: reading.kind, digits: reading.digits }) : reading
}

export function typedCode(form: FormData): string {
  return textFields(form, ['code']).code.slice(0, LONGEST)
}
