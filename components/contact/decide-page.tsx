import { changedFields } from '@/domain/contact/changed-fields'
import { CONTACT_FIELDS, type ContactFields, SOURCE_CHECKS } from '@/domain/contact/contact'
import { writePhone } from '@/domain/contact/phone'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { SectionForm } from '../form/form'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { ReasonForm } from '../form/reason-form'
import { href } from '../shell/paths'
import { ContactSource, ContactWords } from '../ui/contact-lines'
import { Facts } from '../ui/facts'
import { type Regions, regionName } from '../ui/region-name'
import { StaffPage } from '../ui/staff-page'
import { TableHead } from '../ui/table-head'
import { CONTACTS_PATH } from './review-list-page'

type Proposed = ContactFields & {
  id: string
  region: string
  ownRegion: string | null
  state: string
  institutionArabic: string
  institutionLatin: string
  proposedAt: Date
}
type Props = {
  contact: Proposed
  /** The contact that it replaces; null for a new one. */
  before: ContactFields | null
  regions: Regions
  state: FormState
  locale: Locale
  t: Translator
}

/** One proposal beside the contact that it replaces, its source, and the two answers. */
export function DecidePage(props: Props) {
  const { contact, regions, locale, t } = props
  const { institutionArabic, institutionLatin, region, ownRegion, proposedAt } = contact
  const waits = contact.state === 'proposed'
  return (
    <StaffPage
      heading={t('contacts.decideTitle')}
      lead={t('contacts.reviewLead')}
      crumbs={[{ path: CONTACTS_PATH, label: t('contacts.reviewTitle') }]}
      locale={locale}
      t={t}
    >
      {!waits && <p className="note warn">{t('contacts.decided')}</p>}
      {waits && region !== ownRegion && <p className="note warn">{t('contacts.moved')}</p>}
      <section className="card">
        <Facts
          facts={[
            {
              label: t('contacts.institution'),
              value: <ContactWords arabic={institutionArabic} latin={institutionLatin} locale={locale} />,
            },
            { label: t('fields.region'), value: regionName(regions, region, locale, t) },
            { label: t('contacts.proposed'), value: formatDate(proposedAt, locale) },
          ]}
        />
      </section>
      <Compared {...props} />
      <Source contact={contact} locale={locale} t={t} />
      {waits && <Answers {...props} />}
    </StaffPage>
  )
}

/** Each field as proposed, beside the present one. Words mark the differences, not colour alone. */
function Compared({ contact, before, t }: Props) {
  const changed = changedFields(contact, before)
  const headings = [t('contacts.detail'), ...(before ? [t('contacts.before')] : []), t('contacts.proposed')]
  const given = CONTACT_FIELDS.filter((name) => contact[name] !== null || (before?.[name] ?? null) !== null)
  return (
    <section className="stack-s" aria-labelledby="compared">
      <h2 id="compared">{t(before ? 'contacts.as.change' : 'contacts.as.new')}</h2>
      <table className="cards">
        <TableHead caption={t('contacts.decideTitle')} headings={headings} />
        <tbody>
          {given.map((name) => (
            <tr key={name}>
              <th scope="row">
                {t(`fields.${name}`)}{' '}
                {before && changed.includes(name) && <span className="chip warn">{t('contacts.differs')}</span>}
              </th>
              {before && (
                <td data-label={t('contacts.before')}>
                  <Value name={name} of={before} t={t} />
                </td>
              )}
              <td data-label={t('contacts.proposed')}>
                <Value name={name} of={contact} t={t} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Value({ name, of, t }: { name: keyof ContactFields; of: ContactFields; t: Translator }) {
  const value = of[name]
  if (value === null) return <span className="muted">{t('contacts.empty')}</span>
  if (name === 'service') return t(`library.referral.roles.${of.service}`)
  return (
    <bdi className="typed" dir={name === 'phone' ? 'ltr' : 'auto'}>
      {name === 'phone' ? writePhone(value) : value}
    </bdi>
  )
}

function Source({ contact, locale, t }: Pick<Props, 'contact' | 'locale' | 't'>) {
  return (
    <section className="card stack-s" aria-labelledby="source">
      <h2 id="source">{t('fields.source')}</h2>
      <p>
        <ContactSource contact={contact} locale={locale} t={t} />
      </p>
      {!contact.sourceUrl && <p className="note warn">{t('contacts.noSource')}</p>}
    </section>
  )
}

function Answers({ contact, state, locale, t }: Props) {
  const action = href(locale, `${CONTACTS_PATH}/${contact.id}`)
  const of = (form: 'accept' | 'refuse') => (state.form === form ? state : UNTOUCHED)
  return (
    <>
      {contact.region === contact.ownRegion && (
        <section className="card stack" aria-labelledby="accept-title">
          <h2 id="accept-title">{t('contacts.accept')}</h2>
          <p className="prose">{t('contacts.acceptLead')}</p>
          <SectionForm
            id="accept"
            action={action}
            fields={[
              { kind: 'hidden', name: 'answer', value: 'accept' },
              ...SOURCE_CHECKS.map((name) => ({ kind: 'tick' as const, name, label: t(`contacts.looks.${name}`) })),
            ]}
            submit={t('contacts.acceptButton')}
            state={of('accept')}
            t={t}
          />
        </section>
      )}
      <section className="card stack" aria-labelledby="refuse-title">
        <h2 id="refuse-title">{t('contacts.refuse')}</h2>
        <ReasonForm
          action={action}
          hint={t('contacts.refuseHint')}
          submit={t('contacts.refuseButton')}
          hidden={{ answer: 'refuse' }}
          state={of('refuse')}
          t={t}
        />
      </section>
    </>
  )
}
