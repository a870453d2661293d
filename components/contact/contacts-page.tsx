import { type ContactFields, type ContactStatus, lastDayOf } from '@/domain/contact/contact'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDate, type Translator } from '@/i18n/translator'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { href } from '../shell/paths'
import { ContactPhone, ContactReach, ContactSource, ContactVerified, ContactWords } from '../ui/contact-lines'
import { FoldAct } from '../ui/fold-act'
import { StaffPage } from '../ui/staff-page'
import { ContactForm } from './contact-form'

/** What the page says was just done, each with its sentence under `contacts.changed`. */
export const CONTACT_CHANGES = ['proposed', 'withdrawn', 'confirmed'] as const
export type ContactChange = (typeof CONTACT_CHANGES)[number]

export type OwnContact = ContactFields & {
  id: string
  status: ContactStatus
  /** A change of it awaits a decision. */
  changing: boolean
  proposedAt: Date
  refusalReason: string | null
  expiresAt: Date | null
  decidedAt: Date | null
  confirmedAt: Date | null
  institutionArabic: string
  institutionLatin: string
}
type Shared = { action: string; locale: Locale; t: Translator }
type Props = {
  institution: { id: string }
  name: string
  /** The name of its region; null for an institution of the whole country. */
  region: string | null
  contacts: readonly OwnContact[]
  /** She may make proposals for the institution; otherwise she may only withdraw a contact. */
  proposes: boolean
  /** The id of the next proposal, made with the form. */
  draft: string
  /** The contact to which she proposes a change; null for a new one. */
  changed: OwnContact | null
  done: ContactChange | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The contacts that an institution has proposed, each with its state, and a form to propose one more. */
export function ContactsPage(props: Props) {
  const { institution, name, region, contacts, proposes, done, state, locale, t } = props
  const path = `/institutions/${institution.id}`
  const action = href(locale, `${path}/contacts`)
  const heading = region === null ? t('contacts.title') : t('contacts.heading', { region })
  return (
    <StaffPage heading={heading} lead={t('contacts.lead')} crumbs={[{ path, label: name }]} locale={locale} t={t}>
      {done && (
        <p className="note ok" role="status">
          {t(`contacts.changed.${done}`)}
        </p>
      )}
      {state.form === 'confirm' && (
        <p className="note warn" role="alert">
          {state.problem}
        </p>
      )}
      {!proposes && <p className="note">{t('contacts.forPlatform')}</p>}
      {contacts.length === 0 && <p className="card">{t('contacts.none')}</p>}
      {contacts.length > 0 && (
        <ul className="plain stack">
          {contacts.map((contact) => (
            <Own key={contact.id} contact={contact} proposes={proposes} action={action} locale={locale} t={t} />
          ))}
        </ul>
      )}
      {proposes && <Propose {...props} action={action} />}
    </StaffPage>
  )
}

function Propose({ region, changed, draft, state, action, locale, t }: Props & { action: string }) {
  if (region === null) return <p className="note warn">{t('contacts.noRegion')}</p>
  const title = changed ? t('contacts.changeOf', { name: nameIn(changed, locale) }) : t('contacts.add')
  return (
    <section className="stack" aria-labelledby="add">
      <h2 id="add">{title}</h2>
      <p className="prose">{t('contacts.addLead', { region })}</p>
      <ContactForm
        action={action}
        draft={draft}
        changed={changed}
        state={state.form === 'confirm' ? UNTOUCHED : state}
        t={t}
      />
    </section>
  )
}

const TONES: Partial<Record<ContactStatus, 'ok' | 'warn' | 'bad'>> = {
  accepted: 'ok',
  near: 'warn',
  proposed: 'warn',
  lapsed: 'bad',
  elsewhere: 'bad',
}

type OwnProps = Shared & { contact: OwnContact; proposes: boolean }

function Own({ contact, proposes, ...shared }: OwnProps) {
  const { locale, t } = shared
  const { id, status, service, nameArabic, nameLatin, phone, changing } = contact
  return (
    <li className="card stack-s" id={`contact-${id}`}>
      <h2 className="h3">
        <ContactWords arabic={nameArabic} latin={nameLatin} locale={locale} />
      </h2>
      <p className="row sm">
        <span className={`chip ${TONES[status] ?? ''}`}>{t(`contacts.states.${status}`)}</span>
        <span className="muted">{t(`library.referral.roles.${service}`)}</span>
      </p>
      {phone && (
        <p>
          <ContactPhone phone={phone} />
        </p>
      )}
      <p className="sm">
        <ContactReach contact={contact} locale={locale} t={t} />
      </p>
      <p className="sm muted">
        <ContactSource contact={contact} locale={locale} t={t} />
      </p>
      <Dates contact={contact} {...shared} />
      {changing && <p className="sm">{t('contacts.changing')}</p>}
      <Acts contact={contact} proposes={proposes} {...shared} />
    </li>
  )
}

function Dates({ contact, locale, t }: Shared & { contact: OwnContact }) {
  const { status, proposedAt, refusalReason, expiresAt, decidedAt, confirmedAt } = contact
  const shown = status === 'accepted' || status === 'near'
  return (
    <>
      {shown && decidedAt && confirmedAt && expiresAt ? (
        <p className="sm muted">
          <ContactVerified contact={{ ...contact, decidedAt, confirmedAt, expiresAt }} locale={locale} t={t} />
        </p>
      ) : (
        <p className="sm muted">{t('contacts.proposedOn', { date: formatDate(proposedAt, locale) })}</p>
      )}
      {status === 'lapsed' && expiresAt && (
        <p className="sm">{t('contacts.expiredOn', { date: formatDate(new Date(lastDayOf(expiresAt)), locale) })}</p>
      )}
      {refusalReason && (
        <p className="sm">
          {t('contacts.refusal')} – <bdi className="typed">{refusalReason}</bdi>
        </p>
      )}
    </>
  )
}

/** What may be done with it now. Each act is a form of its own, which works without a script. */
function Acts({ contact, proposes, ...shared }: OwnProps) {
  const { status, id, changing } = contact
  const { action, t } = shared
  const lives = ['proposed', 'accepted', 'near', 'lapsed', 'elsewhere'].includes(status)
  const changes = ['accepted', 'near', 'lapsed'].includes(status) && !changing
  return (
    <>
      {proposes && status === 'near' && <Confirm contact={contact} {...shared} />}
      {proposes && changes && (
        <p>
          <a href={`${action}?change=${id}#add`}>{t(status === 'lapsed' ? 'contacts.again' : 'contacts.change')}</a>
        </p>
      )}
      {lives && <Remove contact={contact} {...shared} />}
    </>
  )
}

function Confirm({ contact, action, locale, t }: Shared & { contact: OwnContact }) {
  const box = `confirm-${contact.id}`
  return (
    <details>
      <summary>{t('contacts.confirm')}</summary>
      <form method="post" action={action} className="stack-s">
        <input type="hidden" name="confirm" value={contact.id} />
        <p className="sm muted">{t('contacts.confirmHint')}</p>
        <label className="opt" htmlFor={box}>
          <input id={box} type="checkbox" name="checked" value="yes" required />
          <span>{t('contacts.confirmTick')}</span>
        </label>
        <p>
          <button type="submit" className="btn">
            {t('contacts.confirmButton', { name: nameIn(contact, locale) })}
          </button>
        </p>
      </form>
    </details>
  )
}

function Remove({ contact, action, locale, t }: Shared & { contact: OwnContact }) {
  return (
    <FoldAct
      summary={t('contacts.remove')}
      hint={t('contacts.removeHint')}
      button={t('contacts.removeButton', { name: nameIn(contact, locale) })}
      action={action}
      field={{ name: 'remove', value: contact.id }}
    />
  )
}
