import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { MergePage } from '@/components/account/merge-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { emailOf } from '@/server/account-removal/prove-other'
import { type Permit, permitToMerge } from '@/server/auth/permit'
import { statusOf } from '@/server/respond'
import { answerMergeForm } from './acts'
import { previewPage } from './preview-page'

/**
 * Unites another account of hers with this one: first the proof that it is hers, then a letter to the other account,
 * whose link opens what will happen, then her confirmation. Every form is posted to this address.
 */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToMerge(caller),
  page: async (context, permit, state) => {
    const token = state.values.token ?? context.query.get('token')
    const preview = token && (await previewPage(context, permit, token, state))
    if (preview) return preview
    const ended = token && state === UNTOUCHED
    if (!ended) return firstPage(context, permit, state)
    const page = await firstPage(context, permit, refuseForm(context.t('merge.expired'), {}))
    return { ...page, status: statusOf('link-expired') }
  },
  read: (form) => form,
  act: answerMergeForm,
  done: ({ status }, context) => `${href(context.locale, context.path)}?done=${status}`,
  typed: (form) => ({ values: textFields(form, ['email']) }),
})

const DONE = ['sent', 'merged'] as const

async function firstPage(
  { locale, t, query }: Context,
  permit: Permit<'account:merge'>,
  state: FormState,
): Promise<DocumentPage> {
  const email = await emailOf(permit)
  const done = state === UNTOUCHED ? (DONE.find((each) => each === query.get('done')) ?? null) : null
  const main = <MergePage email={email} done={done} state={state} locale={locale} t={t} />
  return { title: t('merge.title'), main, script: 'passkey.js', styles: ['staff.css'], index: false }
}
