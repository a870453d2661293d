import { goingOn } from '@/app/going-on'
import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { landing, nextPage, withNext } from '@/app/next-page'
import { giveBack } from '@/app/second-factor-form'
import { LINK_FORM, LinkSchoolPage, SchoolsPage } from '@/components/auth/schools-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { nameIn } from '@/domain/person/name-in'
import { isUuid } from '@/domain/uuid'
import { proveOwnPassword } from '@/server/account/prove-password'
import { firstPageFor } from '@/server/auth/first-page'
import { type Permit, permitToChangeAccount } from '@/server/auth/permit'
import { seeOther } from '@/server/respond'
import { beginVisit, schoolsToSignOn } from '@/server/sign-on/begin'

/**
 * The institutions that offer single sign-on. With `link` in the address, the sender of the form is signed in already,
 * and links her account at an institution to her account here.
 */
export const { GET, POST } = formPage({
  permit: ({ query, caller }: Context) => (isLinking(query) ? permitToChangeAccount(caller) : null),
  page: schoolsPage,
  read: (form) => {
    const { institution } = textFields(form, ['institution'])
    if (!isUuid(institution)) throw new AppError('invalid-input', 'no institution named')
    return { institution, form }
  },
  act: async (linker, { institution, form }, context) =>
    (linker && (await refusedPassword(linker, form, context))) ?? goThere(linker, institution, context),
  done: (response) => response,
  back: ({ query, path }) => (isLinking(query) ? '/account' : path),
})

/** A stranger who finds the browser open must not link an account of his own. Null for the right password. */
async function refusedPassword(
  { actor }: Permit<'account:change'>,
  form: FormData,
  { locale, t }: Context,
): Promise<Refused | null> {
  const { password, institution } = textFields(form, ['password', 'institution'])
  const proof =
    password === ''
      ? ({ status: 'password-empty' } as const)
      : await proveOwnPassword(actor, password, await thisVisit())
  if (proof.status === 'proved') return null
  const problem = proof.status === 'wrong' ? ({ status: 'password-wrong' } as const) : proof
  const { refused, ...rest } = giveBack(problem, LINK_FORM, form, locale, t)
  return { ...rest, refused: { ...refused, values: { institution } } }
}

const isLinking = (query: URLSearchParams) => query.get('link') === 'yes'

async function goThere(
  linker: Permit<'account:change'> | null,
  institutionId: string,
  context: Context,
): Promise<Response> {
  const { locale, query } = context
  const wanted = { institutionId, locale, next: nextPage(query).path, linker }
  const begun = await beginVisit(wanted, await thisVisit())
  if (begun) return goingOn('there', { url: begun.url, school: nameIn(begun.school, locale) }, context)
  if (linker) return seeOther(`${href(locale, '/account')}?school=away#school-accounts`)
  return seeOther(`${href(locale, '/sign-in')}?${withNext({ school: 'away' }, nextPage(query))}`)
}

async function schoolsPage(
  { locale, t, query, caller }: Context,
  _: unknown,
  state: FormState,
): Promise<DocumentPage | Response> {
  const next = nextPage(query)
  const linking = isLinking(query)
  if (!linking && (await caller.session())) return seeOther(await landing(next, locale, () => firstPageFor(caller)))
  const schools = await schoolsToSignOn()
  const main = linking ? (
    <LinkSchoolPage schools={schools} state={state} locale={locale} t={t} />
  ) : (
    <SchoolsPage schools={schools} next={next} locale={locale} t={t} />
  )
  return { title: t(linking ? 'schoolAccount.mine.linkTitle' : 'schoolAccount.title'), main, index: false }
}
