import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { MadeTokenPage, TokensPage } from '@/components/institution/tokens-page'
import { href } from '@/components/shell/paths'
import { tokenState } from '@/domain/api/token'
import { nameIn } from '@/domain/person/name-in'
import { tokensOf } from '@/server/api/tokens'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'
import { actOnTokens, readTokenForm, typedToken } from './act-on-tokens'

/** The tokens with which systems of an institution read the API. Only the answer to the form shows a new token. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) =>
    openInstitution(caller, 'institution:integrate', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const now = new Date()
    const { tokens, cohorts } = await tokensOf(permit)
    const about = {
      institution,
      name: nameIn(institution, locale),
      tokens: tokens.map((token) => ({ ...token, state: tokenState(token, now) })),
      cohorts,
      draft: crypto.randomUUID(),
      revoked: query.get('done') === 'revoked',
    }
    return staffDocument(t('apiTokens.title'), <TokensPage {...about} state={state} locale={locale} t={t} />)
  },
  read: (form, { t }) => readTokenForm(form, t),
  act: ({ permit }, wanted, { t }) => actOnTokens(permit, wanted, t),
  typed: (form) => (form.has('revoke') ? null : { values: typedToken(form) }),
  done: (made, { locale, params, t }, { institution }) => {
    if (made === 'revoked') return href(locale, `/institutions/${params.institution}/tokens?done=revoked`)
    const about = { institution, name: nameIn(institution, locale), token: made.token, locale, t }
    return staffDocument(t('apiTokens.made.title'), <MadeTokenPage {...about} />)
  },
})
