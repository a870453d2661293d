import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { CONTACT_CHANGES, ContactsPage, type OwnContact } from '@/components/contact/contacts-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { regionName } from '@/components/ui/region-name'
import { decide } from '@/domain/auth/policy'
import { CONTACT_FIELDS, contactStatus } from '@/domain/contact/contact'
import { textFields } from '@/domain/form/form-fields'
import { nameIn } from '@/domain/person/name-in'
import type { Permit } from '@/server/auth/permit'
import { type ContactRow, contactsOf } from '@/server/contact/contacts'
import { library } from '@/server/content/library'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'
import { act, readContactForm } from './read-contact-form'

type Opened = { permit: Permit<'contact:manage'>; institution: { id: string; region: string | null } }
type Here = Context<'institution'>

/** The contacts that an institution proposes for its region. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Here) => openInstitution(caller, 'contact:manage', params.institution),
  page: async (context, { permit, institution }, state) => {
    const { locale, t, query } = context
    const { region } = institution
    const contacts = await ownContacts({ permit, institution }, new Date())
    const about = {
      institution,
      name: nameIn(institution, locale),
      region: region === null ? null : regionName(library().regions, region, locale, t),
      contacts,
      proposes: decide(permit.actor, 'contact:propose', permit.target) !== 'forbidden',
      draft: draftOf(state),
      changed: changedOf(contacts, query.get('change')),
      done: CONTACT_CHANGES.find((one) => one === query.get('done')) ?? null,
    }
    return staffDocument(t('contacts.title'), <ContactsPage {...about} state={state} locale={locale} t={t} />)
  },
  read: (form, { t }) => readContactForm(form, t),
  act: ({ permit }, wanted, { t }) => act(permit, wanted, t),
  typed: (form) => (form.has('service') ? { values: textFields(form, [...CONTACT_FIELDS, 'draft']) } : null),
  done: (done, { locale, params }) => href(locale, `/institutions/${params.institution}/contacts?done=${done}`),
})

/** A form that is shown again keeps its draft id, so that it makes only one proposal however often it is sent. */
function draftOf({ values }: FormState): string {
  return values.draft || crypto.randomUUID()
}

function changedOf(contacts: readonly OwnContact[], id: string | null): OwnContact | null {
  const asked = contacts.find((contact) => contact.id === id)
  return asked && !asked.changing && ['accepted', 'near', 'lapsed'].includes(asked.status) ? asked : null
}

async function ownContacts({ permit, institution }: Opened, now: Date): Promise<OwnContact[]> {
  const rows = await contactsOf(permit)
  const changing = new Set(rows.flatMap(({ state, replacesId }) => (state === 'proposed' && replacesId) || []))
  return rows.map((row: ContactRow) => ({
    ...row,
    status: contactStatus(row, institution.region, now),
    changing: changing.has(row.id),
  }))
}
