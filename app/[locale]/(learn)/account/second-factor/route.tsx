import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { permitToChangeAccount } from '@/server/auth/permit'
import { runAct } from './acts'
import { codesPage, statePage } from './state-page'

/**
 * The page of her second factor. Every form is posted to this address and answered with this page, so that the links to
 * the other languages keep working.
 */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: statePage,
  read: (form) => form,
  act: (permit, form: FormData, { locale, t }) => runAct(permit, form, locale, t),
  done: (outcome, context) =>
    outcome.status === 'codes' ? codesPage(context, outcome) : `/${context.locale}${context.path}`,
})
