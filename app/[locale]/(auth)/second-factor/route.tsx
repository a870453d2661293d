import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { giveBack, giveCode } from '@/app/second-factor-form'
import { AskCodePage } from '@/components/account/second-factor-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import { proveSecondFactor } from '@/server/account/second-factor/prove'
import { hasPasskey } from '@/server/account/second-factor/read-state'
import { proofBy } from '@/server/auth/caller'
import { permitToChangeAccount } from '@/server/auth/permit'
import { seeOther } from '@/server/respond'

const ACT = 'prove'

/** Asks for a code, then redirects to the page that required it. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: askPage,
  read: (form) => form,
  act: async (permit, form: FormData, { locale, t, caller }): Promise<Refused | null> => {
    const given = await giveCode(form, (code) => proveSecondFactor(permit, code, new Date()))
    // A second tap sends the code that the first tap has just used. The session is proved already, so this is no error.
    if (given.status === 'proved' || (await proofBy(caller)) === 'fresh') return null
    return giveBack(given, ACT, form, locale, t)
  },
  done: (_, { locale, query }) => safeReturnPath(query.get('next')) ?? href(locale, '/account'),
})

async function askPage(
  { locale, t, query, caller }: Context,
  _: unknown,
  state: FormState,
): Promise<DocumentPage | Response> {
  const proof = await proofBy(caller)
  const next = safeReturnPath(query.get('next'))
  const search = next ? `?next=${encodeURIComponent(next)}` : ''
  if (proof === 'none') return seeOther(href(locale, '/account/second-factor') + search)
  if (proof === 'fresh') return seeOther(next ?? href(locale, '/account'))
  const action = href(locale, '/second-factor') + search
  const passkey = await hasPasskey(caller)
  const main = <AskCodePage act={ACT} action={action} passkey={passkey} state={state} t={t} />
  const page = { title: t('secondFactor.ask.title'), main, styles: ['staff.css'], index: false } as const
  return passkey ? { ...page, script: 'passkey.js' } : page
}
