import type { LapsedContact, ShownContact } from '@/domain/contact/contact'
import type { ReferralRole } from '@/domain/library/referral'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { ContactPhone, ContactReach, ContactSource, ContactVerified, ContactWords } from '../ui/contact-lines'

type Of = { locale: Locale; t: Translator }

/** A contact that an institution has proposed: how to reach it, its source, and its last day. */
export function ContactRow({ contact, locale, t }: Of & { contact: ShownContact }) {
  const { id, nameArabic, nameLatin, roles, phone, confirmedAt } = contact
  return (
    <tr id={`contact-${id}`}>
      <th scope="row">
        <ContactWords arabic={nameArabic} latin={nameLatin} locale={locale} />{' '}
        <span className="chip ok">{t('library.referral.verifiedOn', { date: formatDate(confirmedAt, locale) })}</span>
        <span className="does">
          <ContactReach contact={contact} locale={locale} t={t} />
        </span>
        <span className="does">
          <ContactSource contact={contact} locale={locale} t={t} />
        </span>
        <span className="does">
          <ContactVerified contact={contact} locale={locale} t={t} />
        </span>
      </th>
      <RoleCell roles={roles} t={t} />
      <td className="phone">
        {phone ? <ContactPhone phone={phone} /> : <span className="muted xs">{t('library.referral.noNumber')}</span>}
      </td>
    </tr>
  )
}

/** An expired contact: its roles only, without its name and its number. */
export function LapsedRow({ contact: { roles }, t }: { contact: LapsedContact; t: Translator }) {
  return (
    <tr>
      <th scope="row">
        {roles.map((role) => t(`library.referral.roles.${role}`)).join(' ')}
        <span className="does">{t('contacts.toConfirm')}</span>
      </th>
      <RoleCell roles={roles} t={t} />
      <td className="phone">
        <span className="muted xs">{t('library.referral.noNumber')}</span>
      </td>
    </tr>
  )
}

export function RoleCell({ roles, t }: { roles: readonly ReferralRole[]; t: Translator }) {
  return (
    <td>
      <ul className="tags">
        {roles.map((role) => (
          <li key={role}>{t(`library.referral.roles.${role}`)}</li>
        ))}
      </ul>
    </td>
  )
}
