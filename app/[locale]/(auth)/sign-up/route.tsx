import { emailField, nameFields, profileFields } from '@/app/form-fields'
import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { landing, nextPage, withNext } from '@/app/next-page'
import { refuseFields } from '@/app/refuse-form'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { readSignUp, type SignUp, signUpSchema } from '@/domain/auth/sign-up'
import { fieldProblems } from '@/domain/form/field-problem'
import { signUp } from '@/server/account/sign-up'
import { seeOther } from '@/server/respond'

export const { GET, POST } = formPage({
  page: signUpPage,
  typed: (form) => ({ values: readSignUp(form) }),
  read: (form, { t }: Context) => {
    const typed = readSignUp(form)
    const { data, error } = signUpSchema.safeParse(typed)
    return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
  },
  act: async (_, person: SignUp, { query }) => signUp(person, nextPage(query).path, await thisVisit()),
  done: (_, { locale, query }) => href(locale, `/confirm?${withNext({ sent: 'sign-up' }, nextPage(query))}`),
})

async function signUpPage({ locale, t, query, caller }: Context, _: unknown, state: FormState) {
  const next = nextPage(query)
  if (await caller.session()) return seeOther(landing(next, locale))
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('nav.signUp')}</h1>
        <p>
          {t('account.signUp.lead')} <a href={href(locale, '/privacy')}>{t('account.signUp.privacy')}</a>
        </p>
        <p>
          {t('account.haveAccount')} <a href={href(locale, `/sign-in${next.query}`)}>{t('nav.signIn')}</a>
        </p>
        <PlainForm
          id="sign-up"
          action={href(locale, `/sign-up${next.query}`)}
          fields={[
            ...nameFields(t),
            emailField(t, 'email'),
            ...profileFields(t, { function: '', institution: '', locale }),
          ]}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t('nav.signUp')}
        />
      </div>
    </main>
  )
  return { title: t('nav.signUp'), main, index: false }
}
