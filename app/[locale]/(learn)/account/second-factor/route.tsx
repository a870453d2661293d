import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { permitToChangeAccount } from '@/server/auth/permit'
import { runAct } from './acts'
import { codesPage, statePage } from './state-page'

/** Her second factor. The answer to every form of the page is this page again, so that the language links stay. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: statePage,
  read: (form) => form,
  act: (permit, form: FormData, { locale, t }) => runAct(permit, form, locale, t),
  done: (outcome, context) =>
    outcome.status === 'codes' ? codesPage(context, outcome) : `/${context.locale}${context.path}`,
})
