import { nameIn } from '@/domain/person/name-in'
import { closesAt } from '@/domain/seminar/state'
import { formatDate, formatNumber } from '@/i18n/translator'
import { Form } from '../form/form'
import { UNTOUCHED } from '../form/form-state'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { momentOf, SeminarWords } from './place-words'
import type { RegistrationProps } from './registration-view'
import { PlaceButton, TakeForm } from './take-form'

/** A person's place in a seminar: she can take it, answer for it, or give it up. */
export function RegistrationPage(props: RegistrationProps) {
  const { seminar, seesEvent, calendar, handed, locale, t } = props
  const [path, label] = seesEvent
    ? [`/seminars/${seminar.id}`, t('registration.backOne')]
    : ['/seminars', t('seminar.title')]
  const links = [{ href: href(locale, path), label }]
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <Crumbs label={t('registration.crumbs')} links={links} />
        <h1>{t('registration.title')}</h1>
        <p className="lead">
          <SeminarWords texts={seminar.titles} locale={locale} />
        </p>
        <p className="muted">{momentOf(seminar.startsAt, locale, t)}</p>
        <Overlaps {...props} />
        <Situation {...props} />
        {handed}
        <p className="sm">
          <a href={calendar}>{t('registration.calendar')}</a>
        </p>
      </div>
    </main>
  )
}

/** Two at the same time are said, not refused: she may come to a part of each. */
function Overlaps({ overlaps, locale, t }: RegistrationProps) {
  if (overlaps.length === 0) return null
  return (
    <div className="note warn stack-s">
      <p>{t('registration.overlaps')}</p>
      <ul>
        {overlaps.map(({ id, titles, startsAt }) => (
          <li key={id}>
            <a href={href(locale, `/seminars/${id}`)}>
              <SeminarWords texts={titles} locale={locale} />
            </a>{' '}
            <span className="sm muted">{momentOf(startsAt, locale, t)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Situation(props: RegistrationProps) {
  const { seminar, place, outlook, t } = props
  if (seminar.status === 'cancelled') return <Cancelled {...props} />
  const status = place?.status
  if (status === 'registered') return <Registered {...props} />
  if (status === 'offered' || status === 'nominated') return <Kept {...props} />
  if (status === 'waiting') return <Waiting {...props} />
  return (
    <>
      {status && <p className="note">{t(`registration.before.${status}`)}</p>}
      {outlook.way === 'closed' ? <Closed {...props} why={outlook.why} /> : <Free {...props} />}
    </>
  )
}

function Cancelled({ seminar, locale, t }: RegistrationProps) {
  return (
    <div className="note warn stack-s">
      <p>{t('registration.cancelled')}</p>
      {seminar.cancelReason && (
        <p>
          {t('registration.reason')} <SeminarWords texts={seminar.cancelReason} locale={locale} />
        </p>
      )}
    </div>
  )
}

function Registered(props: RegistrationProps) {
  const { acts, needs, visitor, outlook, t } = props
  const over = outlook.way === 'closed' && outlook.why === 'held'
  return (
    <section className="card stack" aria-labelledby="mine">
      <p>
        <span className="chip ok">{t('registration.chips.registered')}</span>
      </p>
      <h2 id="mine">{t('registration.registered')}</h2>
      <p>{t(over ? 'registration.held' : 'registration.registeredLead')}</p>
      <GuestNote {...props} />
      {!over && acts.includes('withdraw') && (
        <PlaceButton {...props} act="withdraw" label={t('registration.acts.withdraw')} />
      )}
      {!over && needs && visitor.kind === 'account' && (
        <TakeForm {...props} act="needs" look="plain" submit={t('registration.acts.needs')} />
      )}
    </section>
  )
}

/** A place that was taken without an account can be added to one. */
function GuestNote({ place, visitor, action, seminar, t }: RegistrationProps) {
  if (place?.accountId !== null) return null
  if (visitor.kind !== 'account') return <p className="sm muted">{t('registration.guestKeeps')}</p>
  return (
    <div className="note stack-s">
      <p>{t('registration.claimLead')}</p>
      <PlaceButton action={action} seminar={seminar} act="claim" label={t('registration.acts.claim')} />
    </div>
  )
}

/** A seat is kept for her until she answers. */
function Kept(props: RegistrationProps) {
  const { place, nominatedBy, keptUntil, locale, t } = props
  const offered = place?.status === 'offered'
  const by = nominatedBy && nameIn(nominatedBy, locale)
  return (
    <section className="card stack" aria-labelledby="mine">
      <p>
        <span className="chip src">{t(`registration.chips.${offered ? 'offered' : 'nominated'}`)}</span>
      </p>
      <h2 id="mine">
        {offered && t('registration.offered')}
        {!offered && (by ? t('registration.nominatedBy', { institution: by }) : t('registration.invited'))}
      </h2>
      {keptUntil && <p>{t('registration.keptUntil', { moment: momentOf(keptUntil, locale, t) })}</p>}
      <TakeForm {...props} act="accept" submit={t('registration.acts.accept')} />
      <PlaceButton {...props} act="decline" label={t('registration.acts.decline')} />
      <p className="sm muted">{t('registration.noReason')}</p>
    </section>
  )
}

function Waiting(props: RegistrationProps) {
  const { place, outlook, locale, t } = props
  return (
    <section className="card stack" aria-labelledby="mine">
      <p>
        <span className="chip warn">{t('registration.chips.waiting')}</span>
      </p>
      <h2 id="mine">{t('registration.rank', { rank: formatNumber(place?.rank ?? 0, locale) })}</h2>
      {outlook.way === 'register' ? (
        <PlaceButton {...props} act="register" look="btn primary" label={t('registration.acts.take')} />
      ) : (
        <p>{t('registration.waitingLead')}</p>
      )}
      <GuestNote {...props} />
      <PlaceButton {...props} act="withdraw" label={t('registration.acts.leave')} />
    </section>
  )
}

function Closed({ why, seminar, next, locale, t }: RegistrationProps & { why: string }) {
  const closed = why === 'closed'
  const date = formatDate(closesAt(seminar), locale)
  return (
    <section className="card stack" aria-labelledby="mine">
      <h2 id="mine">
        {closed && t('registration.closedSince', { date })}
        {why === 'named' && t('registration.named')}
        {why === 'full' && t('registration.fullNow')}
        {!closed && why !== 'named' && why !== 'full' && t('registration.held')}
      </h2>
      {next && (
        <p>
          {t('registration.next')}{' '}
          <a href={href(locale, `/seminars/${next.id}`)}>
            <SeminarWords texts={next.titles} locale={locale} />
          </a>{' '}
          <span className="sm muted">{momentOf(next.startsAt, locale, t)}</span>
        </p>
      )}
    </section>
  )
}

function Free(props: RegistrationProps) {
  const { seminar, free, outlook, visitor, locale, t } = props
  const waits = outlook.way === 'wait'
  const left = free === null || waits ? null : formatNumber(free, locale)
  return (
    <section className="card stack" aria-labelledby="mine">
      <div className={waits ? 'note warn stack-s' : 'note ok stack-s'}>
        <h2 id="mine">
          {waits && t('registration.full', { rank: formatNumber(seminar.waiting + 1, locale) })}
          {!waits && (left === null ? t('registration.open') : t('registration.left', { count: left }))}
        </h2>
        <p className="sm">{t('registration.until', { moment: momentOf(closesAt(seminar), locale, t) })}</p>
        {waits && <p className="sm">{t('registration.waitingLead')}</p>}
      </div>
      {visitor.kind === 'unconfirmed' && <Unconfirmed {...props} />}
      {visitor.kind === 'anonymous' && <Strangers {...props} />}
      {visitor.kind === 'guest' && (
        <p className="sm">{t('registration.guestAs', { email: visitor.taker?.email ?? '' })}</p>
      )}
      {(visitor.kind === 'account' || visitor.kind === 'guest') && (
        <TakeForm
          {...props}
          act="register"
          submit={t(waits ? 'registration.acts.wait' : 'registration.acts.register')}
        />
      )}
    </section>
  )
}

function Unconfirmed({ locale, t }: RegistrationProps) {
  return (
    <p>
      {t('registration.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
    </p>
  )
}

/** A visitor without a place registers with an account, or with an address that she confirms by a letter. */
function Strangers({ action, signIn, sent, state, t }: RegistrationProps) {
  if (sent) {
    return (
      <p className="note ok" role="status">
        {t('registration.sent')}
      </p>
    )
  }
  return (
    <>
      <p className="row">
        <a className="btn primary" href={signIn}>
          {t('registration.signIn')}
        </a>
      </p>
      <h3>{t('registration.guest')}</h3>
      <p className="sm">{t('registration.guestLead')}</p>
      <Form
        id="guest"
        action={`${action}#guest-problems`}
        fields={[
          { kind: 'hidden', name: 'act', value: 'ask' },
          { kind: 'email', name: 'email', label: t('fields.email'), autoComplete: 'email' },
          { kind: 'text', name: 'nameLatin', label: t('fields.nameLatin'), dir: 'ltr', autoComplete: 'name' },
          {
            kind: 'text',
            name: 'nameArabic',
            label: t('fields.nameArabic'),
            dir: 'rtl',
            lang: 'ar',
            autoComplete: 'name',
          },
        ]}
        state={state.form === 'guest' ? state : UNTOUCHED}
        submit={t('registration.acts.ask')}
        look="plain"
        t={t}
      />
    </>
  )
}
