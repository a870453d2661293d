import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { giveBack, giveCode } from '@/app/second-factor-form'
import { ProofForm } from '@/components/account/proof-form'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import { proveSecondFactor } from '@/server/account/second-factor/prove'
import { proofBy } from '@/server/auth/caller'
import { permitToChangeAccount } from '@/server/auth/permit'
import { seeOther } from '@/server/respond'

const ACT = 'prove'

/** Asks for a code, and leads back to where it was asked for. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: askPage,
  read: (form) => form,
  act: async (permit, form: FormData, { locale, t, caller }): Promise<Refused | null> => {
    const given = await giveCode(form, (code) => proveSecondFactor(permit, code, new Date()))
    // A second tap sends the code that the first one has just used: she is where she wanted to be.
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
  const title = t('secondFactor.ask.title')
  const main = (
    <main id="main" className="wrap page narrow stack">
      <h1>{title}</h1>
      <p>{t('secondFactor.ask.lead')}</p>
      <ProofForm
        action={href(locale, '/second-factor') + search}
        act={ACT}
        asks="any-code"
        submit={t('secondFactor.ask.submit')}
        state={state}
        t={t}
      />
      <details className="card">
        <summary>{t('secondFactor.ask.lostTitle')}</summary>
        <p>{t('secondFactor.ask.lost')}</p>
      </details>
    </main>
  )
  return { title, main, index: false }
}
