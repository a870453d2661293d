import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { landing, nextPage } from '@/app/next-page'
import { refusedSignIn } from '@/app/sign-in-refused'
import { SignInPage } from '@/components/auth/sign-in-page'
import type { FormState } from '@/components/form/form-state'
import { refuseFields } from '@/components/form/refuse-form'
import { readSignIn, type SignIn, signInSchema } from '@/domain/auth/sign-in'
import { fieldProblems } from '@/domain/form/field-problem'
import { signOnNotice } from '@/domain/sign-on/notice'
import { signIn } from '@/server/account/sign-in'
import { firstPageFor, firstPageOf } from '@/server/auth/first-page'
import { openSession } from '@/server/auth/session'
import { seeOther } from '@/server/respond'
import { offersSignOn } from '@/server/sign-on/begin'

const NOTICES = ['reset', 'signed-out', 'deleted', 'not-saved'] as const

const typed = (form: FormData) => ({ values: { email: readSignIn(form).email } })

export const { GET, POST } = formPage({
  page: signInPage,
  typed,
  read: (form, { t }: Context) => {
    const { values } = typed(form)
    const { data: credentials, error } = signInSchema.safeParse(readSignIn(form))
    return credentials ? { credentials, values } : { refused: refuseFields(t, fieldProblems(error), values) }
  },
  act: enter,
  done: (address) => address,
})

type Typed = { credentials: SignIn; values: FormState['values'] }

async function enter(_: unknown, { credentials, values }: Typed, context: Context): Promise<Refused | string> {
  const { locale, query } = context
  const visit = await thisVisit()
  const outcome = await signIn(credentials, visit)
  if (outcome.status !== 'signed-in') return refusedSignIn(outcome, values, context)
  const { accountId } = outcome
  await openSession(accountId, visit.now)
  return landing(nextPage(query), locale, () => firstPageOf(accountId))
}

async function signInPage({ locale, t, query, caller }: Context, _: unknown, state: FormState) {
  const next = nextPage(query)
  if (await caller.session()) return seeOther(await landing(next, locale, () => firstPageFor(caller)))
  const notice = NOTICES.find((known) => known === query.get('notice'))
  const school = { offered: await offersSignOn(), notice: signOnNotice(query) }
  const main = <SignInPage notice={notice} school={school} next={next} state={state} locale={locale} t={t} />
  return { title: t('nav.signIn'), main, index: false }
}
