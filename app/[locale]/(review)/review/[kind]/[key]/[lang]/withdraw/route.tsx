import { formPage, type Refused } from '@/app/http/form'
import { WithdrawPage } from '@/components/editorial/withdraw-page'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { readWithdrawal, withdrawSchema } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { openText, stateOf } from '@/server/editorial/open-text'
import { permitToWithdraw, signatureOf, takeSignatureBack } from '@/server/editorial/sign-text'
import { headOf, pathOf, type ReviewContext, reviewStyles } from '../review-head'

/** Withdraws a signature of her own, with a reason. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, query, request }: ReviewContext) => {
    const opened = await openText(caller, params)
    const state = await stateOf(opened)
    const signature = signatureOf(opened, state, query.get('signature') ?? '')
    if (request.method === 'POST') await permitToWithdraw(caller, opened, signature.area)
    return { opened, state, signature }
  },
  page: async (context, { opened, state, signature }, form) => {
    const { locale, t } = context
    const head = headOf(opened, state, context)
    const main = <WithdrawPage head={head} signature={signature.id} state={form} locale={locale} t={t} />
    return { title: t('editorial.text.withdraw'), main, styles: reviewStyles(opened.text.key.kind), index: false }
  },
  read: (form, { t }): { reason: string } | Refused => {
    const typed = readWithdrawal(form)
    const { data, error } = withdrawSchema.safeParse(typed)
    if (data) return data
    const { reason } = fieldProblems(error)
    if (!reason) throw new AppError('invalid-input', 'withdrawal')
    return { refused: refuseFields(t, { reason }, typed) }
  },
  act: async ({ opened, signature }, { reason }) => {
    await takeSignatureBack(opened, { signature: signature.id, reason }, new Date())
    return {}
  },
  done: (_, { locale }, { opened }) => `${href(locale, pathOf(opened))}?view=history&done=withdrawn`,
})
