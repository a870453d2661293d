import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { SIGN_ON_DONE, SignOnSettingsPage } from '@/components/sign-on/sign-on-settings-page'
import { textFields } from '@/domain/form/form-fields'
import { WITHHELD } from '@/domain/form/kept-form'
import { nameIn } from '@/domain/person/name-in'
import { TRY_RESULTS } from '@/domain/sign-on/discovery'
import { type ProviderField, type ProviderFields, readProvider } from '@/domain/sign-on/provider'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { env } from '@/server/env'
import { openInstitution } from '@/server/institution/open-institution'
import { providerOf, removeProvider, saveProvider } from '@/server/sign-on/settings'
import { tryProvider } from '@/server/sign-on/try-provider'
import { staffDocument } from '../../../staff-document'

type Wanted = { act: 'try' } | { act: 'remove'; issuer: string } | { act: 'save'; provider: ProviderFields }

/** The identity provider of an institution. The form takes its secret; no page shows it again. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) =>
    openInstitution(caller, 'institution:integrate', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const about = {
      institution,
      name: nameIn(institution, locale),
      ...(await providerOf(permit)),
      done: SIGN_ON_DONE.find((one) => one === query.get('done')) ?? null,
      tried: TRY_RESULTS.find((one) => one === query.get('tried')) ?? null,
    }
    return staffDocument(
      t('signOnSettings.title'),
      <SignOnSettingsPage {...about} state={state} locale={locale} t={t} />,
    )
  },
  read: (form, { t }) => readForm(form, t),
  act: ({ permit }, wanted, { t }) => act(permit, wanted, t),
  typed: (form) => (form.has('issuer') ? { values: typedIn(form) } : null),
  done: (outcome, { locale }, { institution }) => href(locale, `/institutions/${institution.id}/sign-on?${outcome}`),
})

function typedIn(form: FormData): Record<'issuer' | 'clientId', string> {
  return textFields(form, ['issuer', 'clientId'])
}

/** The page has three kinds of form, told apart by their fields. */
function readForm(form: FormData, t: Translator): Wanted | Refused {
  const { try: tries, remove } = textFields(form, ['try', 'remove'])
  if (tries) return { act: 'try' }
  if (remove) return { act: 'remove', issuer: remove }
  const typed = typedIn(form)
  // The secret was typed but not kept with the form. An empty field would mean that the stored secret stays.
  if (form.getAll(WITHHELD).includes('clientSecret')) return refuse(t, ['clientSecret'], 'secretAgain', typed)
  const provider = readProvider({ ...typed, ...textFields(form, ['clientSecret']) }, env().signOnHosts)
  return 'wrong' in provider ? refuse(t, provider.wrong, null, typed) : { act: 'save', provider }
}

const LABELS = { issuer: 'issuer', clientId: 'clientId', clientSecret: 'secret' } as const

/** @param problem the sentence to show; null for the usual one of each field. */
function refuse(
  t: Translator,
  names: readonly ProviderField[],
  problem: 'secretAgain' | 'secretNeeded' | 'own' | 'address' | null,
  values: FormState['values'],
): Refused {
  const wrong = names.map((name) => {
    const sentence = t(`signOnSettings.problems.${problem ?? name}`)
    const field = t(`signOnSettings.${LABELS[name]}`)
    return { name, sentence, text: t('fields.problemOf', { field, problem: sentence }) }
  })
  return {
    refused: {
      summary: wrong.map(({ name, text }) => ({ name, text })),
      errors: Object.fromEntries(wrong.map(({ name, sentence }) => [name, sentence])),
      values,
    },
  }
}

/** @returns the query of the redirect, which names the outcome */
async function act(permit: Permit<'institution:integrate'>, wanted: Wanted, t: Translator): Promise<string | Refused> {
  const now = new Date()
  if (wanted.act === 'try') return `tried=${await tryProvider(permit, now)}`
  if (wanted.act === 'remove') {
    await removeProvider(permit, wanted.issuer, now)
    return 'done=removed'
  }
  const { issuer, clientId } = wanted.provider
  const saved = await saveProvider(permit, wanted.provider, now)
  if (saved === 'saved') return 'done=saved'
  if (saved === 'secret') return refuse(t, ['clientSecret'], 'secretNeeded', { issuer, clientId })
  return refuse(t, ['issuer'], saved, { issuer, clientId })
}
