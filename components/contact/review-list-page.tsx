import type { ReferralRole } from '@/domain/library/referral'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDate, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { ContactWords } from '../ui/contact-lines'
import { type Regions, regionName } from '../ui/region-name'
import { StaffPage } from '../ui/staff-page'

/** The address of the list. */
export const CONTACTS_PATH = '/institutions/contacts'
/** What the list says was just done, each with its sentence under `contacts.changed`. */
export const CONTACT_ANSWERS = ['accepted', 'refused'] as const
export type ContactAnswer = (typeof CONTACT_ANSWERS)[number]

type Awaiting = {
  id: string
  region: string
  service: ReferralRole
  nameArabic: string
  nameLatin: string
  institutionArabic: string
  institutionLatin: string
  proposedAt: Date
  own: boolean
}
type Props = {
  contacts: readonly Awaiting[]
  done: ContactAnswer | null
  regions: Regions
  locale: Locale
  t: Translator
}

/** The contacts that await a decision of the platform, the oldest first. */
export function ReviewListPage({ contacts, done, regions, locale, t }: Props) {
  return (
    <StaffPage heading={t('contacts.reviewTitle')} lead={t('contacts.reviewLead')} crumbs={[]} locale={locale} t={t}>
      {done && (
        <p className="note ok" role="status">
          {t(`contacts.changed.${done}`)}
        </p>
      )}
      {contacts.length === 0 && <p className="card">{t('contacts.reviewNone')}</p>}
      {contacts.length > 0 && <Table contacts={contacts} regions={regions} locale={locale} t={t} />}
    </StaffPage>
  )
}

function Table({ contacts, regions, locale, t }: Omit<Props, 'done'>) {
  const headings = [t('library.referral.who'), t('fields.service'), t('fields.region'), t('contacts.institution')]
  const [, service, region, institution] = headings
  return (
    <CardTable caption={t('contacts.reviewTitle')} headings={headings}>
      {contacts.map(({ institutionArabic, institutionLatin, ...contact }) => (
        <tr key={contact.id}>
          <th scope="row">
            <Who contact={contact} locale={locale} t={t} />
          </th>
          <td data-label={service}>{t(`library.referral.roles.${contact.service}`)}</td>
          <td data-label={region}>{regionName(regions, contact.region, locale, t)}</td>
          <td data-label={institution}>
            <bdi className="typed">
              {nameIn({ nameArabic: institutionArabic, nameLatin: institutionLatin }, locale)}
            </bdi>
          </td>
        </tr>
      ))}
    </CardTable>
  )
}

type WhoProps = {
  contact: Pick<Awaiting, 'id' | 'nameArabic' | 'nameLatin' | 'proposedAt' | 'own'>
  locale: Locale
  t: Translator
}

function Who({ contact: { id, nameArabic, nameLatin, proposedAt, own }, locale, t }: WhoProps) {
  const words = <ContactWords arabic={nameArabic} latin={nameLatin} locale={locale} />
  return (
    <>
      {own ? words : <a href={href(locale, `${CONTACTS_PATH}/${id}`)}>{words}</a>}
      <p className="xs muted">{t('contacts.proposedOn', { date: formatDate(proposedAt, locale) })}</p>
      {own && <p className="xs muted">{t('contacts.yours')}</p>}
    </>
  )
}
