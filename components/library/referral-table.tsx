import type { LapsedContact, ShownContact } from '@/domain/contact/contact'
import { entryAnchor } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import type { ReferralEntry } from '@/domain/library/referral'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { formatDate, type Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { PhoneLink } from '../ui/phone-link'
import { ContactRow, LapsedRow, RoleCell } from './contact-rows'

/** An entry of the library, a contact proposed by an institution, or an expired contact. */
export type ListedEntry = ReferralEntry | ShownContact | LapsedContact
/** The entries of a region, of the courts or of the country. `gap`: the sentence shown if there are none. */
export type ReferralGroup = { id: string; title: string; entries: readonly ListedEntry[]; gap?: string }
type Props = { groups: readonly ReferralGroup[]; store: Library; locale: Locale; t: Translator }

/** Whom to turn to, from the nearest to the farthest, with the number if one is published. */
export function ReferralTable({ groups, store, locale, t }: Props) {
  return (
    <table className="directory">
      <caption className="sr">{t('library.referral.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('library.referral.who')}</th>
          <th scope="col">{t('library.referral.role')}</th>
          <th scope="col">{t('library.referral.phone')}</th>
        </tr>
      </thead>
      {groups.map(({ id, title, entries, gap }) => (
        <tbody key={id}>
          <tr className="group">
            {/* A heading in a plain cell: a second kind of header cells would need ids on all cells. */}
            <td colSpan={3}>
              <h3>{title}</h3>
            </td>
          </tr>
          {entries.length === 0 && (
            <tr>
              <td colSpan={3} className="muted">
                {gap}
              </td>
            </tr>
          )}
          {entries.map((entry) => {
            if ('lapsed' in entry) return <LapsedRow key={entry.id} contact={entry} t={t} />
            if ('decidedAt' in entry) return <ContactRow key={entry.id} contact={entry} locale={locale} t={t} />
            return <Row key={entry.id} entry={entry} store={store} locale={locale} t={t} />
          })}
        </tbody>
      ))}
    </table>
  )
}

function Row({ entry, store, locale, t }: Omit<Props, 'groups'> & { entry: ReferralEntry }) {
  const { id, name, does, roles, phone, cites, lawDate, verifiedOn } = entry
  const signedOn = reviewedOn(reviewOf(store, 'referral', id), 'legal', locale)
  return (
    <tr id={entryAnchor.referral(id)}>
      <th scope="row">
        <Inline source={name[locale]} locale={locale} />
        <span className="does">
          <Inline source={does[locale]} locale={locale} />
        </span>
        {verifiedOn && (
          <span className="chip ok">
            {t('library.referral.verifiedOn', { date: formatDate(new Date(verifiedOn), locale) })}
          </span>
        )}
        <LawChanged changes={outdatedCitations(cites, store, { lawDate, signedOn }, locale)} locale={locale} t={t} />
      </th>
      <RoleCell roles={roles} t={t} />
      <td className="phone">
        {phone ? <PhoneLink number={phone} /> : <span className="muted xs">{t('library.referral.noNumber')}</span>}
      </td>
    </tr>
  )
}
