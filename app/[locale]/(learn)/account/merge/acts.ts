import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { giveBack } from '@/app/second-factor-form'
import type { FormState } from '@/components/form/form-state'
import { refuseCode, refuseFields, refuseForm, refuseLocked } from '@/components/form/refuse-form'
import { mergeSchema, otherAccountSchema, readMerge, readOtherAccount } from '@/domain/account/merge'
import { readProof } from '@/domain/auth/second-factor-code'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { mergeAccounts } from '@/server/account-removal/merge-accounts'
import { type ProvedOther, proveOther } from '@/server/account-removal/prove-other'
import type { Permit } from '@/server/auth/permit'
import { statusOf } from '@/server/respond'

type Answered = { status: 'sent' | 'merged' }

/** Answers the form that proves the other account, or the one that confirms. */
export async function answerMergeForm(
  permit: Permit<'account:merge'>,
  form: FormData,
  context: Context,
): Promise<Answered | Refused> {
  const { act } = textFields(form, ['act'])
  if (act === 'prove') return prove(permit, form, context)
  if (act === 'merge') return merge(permit, form, context)
  throw new AppError('invalid-input', 'no such form')
}

async function prove(permit: Permit<'account:merge'>, form: FormData, context: Context): Promise<Answered | Refused> {
  const { t } = context
  const typed = readOtherAccount(form)
  const values = { email: typed.email }
  const { data, error } = otherAccountSchema.safeParse(typed)
  if (!data) return { refused: refuseFields(t, fieldProblems(error), values) }
  const code = readProof(textFields(form, ['code', 'passkey']))
  const outcome = await proveOther(permit, data, code, await thisVisit())
  return outcome.status === 'proved' ? { status: 'sent' } : refuseProof(outcome, form, values, context)
}

function refuseProof(
  outcome: Exclude<ProvedOther, { status: 'proved' }>,
  form: FormData,
  values: FormState['values'],
  { locale, t }: Context,
): Refused {
  if (outcome.status === 'same') return { refused: refuseForm(t('merge.same'), values) }
  if (outcome.status === 'locked') {
    return { refused: refuseLocked(t, locale, outcome.until, values), status: statusOf('too-many-requests') }
  }
  if (outcome.status === 'code') {
    const { refused, status } = giveBack({ status: outcome.problem }, 'prove', form, locale, t)
    return { refused: { ...refused, values: { ...refused.values, ...values } }, ...(status && { status }) }
  }
  return { refused: refuseCode(t, 'wrong-credentials', values), status: statusOf('wrong-credentials') }
}

async function merge(permit: Permit<'account:merge'>, form: FormData, context: Context): Promise<Answered | Refused> {
  const { locale, t } = context
  const { token } = textFields(form, ['token'])
  const typed = readMerge(form)
  const values = { token, understood: typed.understood }
  const { data, error } = mergeSchema.safeParse(typed)
  if (!data) return { refused: refuseFields(t, fieldProblems(error), values) }
  const outcome = await mergeAccounts(permit, { token, password: data.current }, await thisVisit())
  if (outcome.status === 'merged') return { status: 'merged' }
  if (outcome.status === 'expired') return expired(context)
  if (outcome.status === 'locked') {
    return { refused: refuseLocked(t, locale, outcome.until, values), status: statusOf('too-many-requests') }
  }
  // The preview is shown again, and says why the accounts cannot be merged now.
  if (outcome.status === 'refused')
    return { refused: refuseForm(t('merge.refused'), values), status: statusOf('conflict') }
  return {
    refused: refuseFields(t, { current: 'password-wrong' }, values),
    status: statusOf('wrong-credentials'),
  }
}

function expired({ t }: Context): Refused {
  return { refused: refuseForm(t('merge.expired'), {}), status: statusOf('link-expired') }
}
