import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { landing, nextPage, withNext } from '@/app/next-page'
import { SignUpPage } from '@/components/auth/sign-up-page'
import type { FormState } from '@/components/form/form-state'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { readSignUp, type SignUp, signUpSchema } from '@/domain/auth/sign-up'
import { fieldProblems } from '@/domain/form/field-problem'
import { signUp } from '@/server/account/sign-up'
import { firstPageFor } from '@/server/auth/first-page'
import { seeOther } from '@/server/respond'

export const { GET, POST } = formPage({
  page: signUpPage,
  typed: (form) => ({ values: readSignUp(form) }),
  read: (form, { t }: Context) => {
    const typed = readSignUp(form)
    const { data, error } = signUpSchema.safeParse(typed)
    return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
  },
  act: async (_, { email }: SignUp, { locale, query }) =>
    signUp({ email, locale }, nextPage(query).path, await thisVisit()),
  done: (_, { locale, query }) => href(locale, `/confirm?${withNext({ sent: 'sign-up' }, nextPage(query))}`),
})

async function signUpPage({ locale, t, query, caller }: Context, _: unknown, state: FormState) {
  const next = nextPage(query)
  if (await caller.session()) return seeOther(await landing(next, locale, () => firstPageFor(caller)))
  const main = <SignUpPage next={next} state={state} locale={locale} t={t} />
  return { title: t('nav.signUp'), main, index: false }
}
