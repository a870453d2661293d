import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { DOMAINS_DONE, type DomainsDone, DomainsPage } from '@/components/sign-on/domains-page'
import { isolate } from '@/components/ui/ref'
import { readDomain } from '@/domain/cohort/entry/email-domain'
import { textFields } from '@/domain/form/form-fields'
import { nameIn } from '@/domain/person/name-in'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { openInstitution } from '@/server/institution/open-institution'
import { addDomain, domainsOf, removeDomain } from '@/server/sign-on/domains'
import { staffDocument } from '../../../staff-document'

type Here = Context<'institution'>
type Wanted = { act: 'remove'; domain: string } | { act: 'add'; domain: string; typed: string }

/** The e-mail domains that belong to an institution, as the platform has verified. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Here) => openInstitution(caller, 'institution:own-domain', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const about = {
      institution,
      name: nameIn(institution, locale),
      domains: await domainsOf(permit),
      done: DOMAINS_DONE.find((one) => one === query.get('done')) ?? null,
    }
    return staffDocument(t('signOnDomains.title'), <DomainsPage {...about} state={state} locale={locale} t={t} />)
  },
  read: (form, { t }) => readForm(form, t),
  act: ({ permit }, wanted, context) => act(permit, wanted, context),
  typed: (form) => (form.has('domain') ? { values: textFields(form, ['domain']) } : null),
  done: (done, { locale }, { institution }) => href(locale, `/institutions/${institution.id}/domains?done=${done}`),
})

/** The page has two kinds of form, told apart by their fields. */
function readForm(form: FormData, t: Translator): Wanted | Refused {
  const { remove, domain: typed } = textFields(form, ['remove', 'domain'])
  if (remove) return { act: 'remove', domain: remove }
  const reading = readDomain(typed)
  if (reading.status === 'wrong') return refuse(t, t(`signOnDomains.problems.${reading.problem}`), typed)
  return { act: 'add', domain: reading.domain, typed }
}

function refuse(t: Translator, problem: string, domain: string): Refused {
  const text = t('fields.problemOf', { field: t('signOnDomains.domain'), problem })
  return { refused: { summary: [{ name: 'domain', text }], errors: { domain: problem }, values: { domain } } }
}

async function act(
  permit: Permit<'institution:own-domain'>,
  wanted: Wanted,
  { locale, t }: Here,
): Promise<DomainsDone | Refused> {
  const now = new Date()
  if (wanted.act === 'remove') {
    await removeDomain(permit, wanted.domain, now)
    return 'removed'
  }
  const added = await addDomain(permit, wanted.domain, now)
  if (added === 'full') return refuse(t, t('signOnDomains.problems.full'), wanted.typed)
  if (typeof added === 'string') return added
  const { owner } = added
  const problem = owner.archivedAt ? 'takenArchived' : 'taken'
  return refuse(t, t(`signOnDomains.problems.${problem}`, { name: isolate(nameIn(owner, locale)) }), wanted.typed)
}
