import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { MergePage } from '@/components/account/merge-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { emailOf } from '@/server/account/merge/prove-other'
import { type Permit, permitToMerge } from '@/server/auth/permit'
import { answerMergeForm } from './acts'
import { previewPage } from './preview-page'

/**
 * Unites another account of hers with this one: first the proof that it is hers, then what will happen, then her
 * confirmation. Every form is posted to this address.
 */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToMerge(caller),
  page: async (context, permit, state) => {
    const { token } = state.values
    return (token && (await previewPage(context, permit, token, state))) || firstPage(context, permit, state)
  },
  read: (form) => form,
  act: answerMergeForm,
  done: (outcome, context) =>
    outcome.status === 'preview' ? outcome.page : `${href(context.locale, context.path)}?done=1`,
  typed: (form) => ({ values: textFields(form, ['email']) }),
})

async function firstPage(
  { locale, t, query }: Context,
  permit: Permit<'account:merge'>,
  state: FormState,
): Promise<DocumentPage> {
  const email = await emailOf(permit)
  const done = query.has('done') && state === UNTOUCHED
  const main = <MergePage email={email} done={done} state={state} locale={locale} t={t} />
  return { title: t('merge.title'), main, script: 'passkey.js', styles: ['staff.css'], index: false }
}
