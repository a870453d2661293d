import type { Locale } from '@/domain/locale'
import type { CheckInState, Refusal } from '@/domain/seminar/attendance'
import { shownIn, type Texts } from '@/domain/text/texts'
import type { Half } from '@/domain/time/half-days'
import { formatClock } from '@/i18n/clock'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import { type FormState, UNTOUCHED } from '../form/form-state'

export type CheckInStatus = CheckInState | Refusal | 'changed' | 'too-many' | 'unlisted'
/** The result of a check-in. `at`: the time since which the person is present. */
export type Said = { status: CheckInStatus; at: Date | null }
export type Room = { titles: Texts; day: string; half: Half }
type Props = {
  /** Null if only the code is known, not the room. */
  room: Room | null
  /** The address of the form. */
  action: string
  signIn: string
  /** The account in this browser. */
  person: { name: string; court: string } | null
  /** The code from the address or the form. */
  code: string
  said: Said | null
  state?: FormState
  locale: Locale
  t: Translator
}

/** The check-in page on the person's own telephone, opened by scanning the code on the screen or by typing it. */
export function CheckInPage(props: Props) {
  const { room, person, said, locale, t } = props
  const title = room && shownIn(room.titles, locale)
  // Nothing more is to be sent once the server has settled it.
  const open = !said || said.status === 'changed' || said.status === 'too-many'
  return (
    <main id="main" className="wrap page stack narrow">
      <header className="stack-s">
        {room && <p className="muted sm">{halfDayText(room, locale, t)}</p>}
        <h1>{t('attendance.checkIn.title')}</h1>
        {title && (
          <p lang={title.locale} dir="auto">
            {typeset(title.value, title.locale)}
          </p>
        )}
        {!room && open && <p className="lead">{t('attendance.checkIn.lead')}</p>}
      </header>
      {said && <SaidNote said={said} locale={locale} t={t} />}
      {open && (person ? <OwnForm {...props} person={person} /> : <GuestForm {...props} />)}
      <p className="sm muted">{t('attendance.checkIn.valid')}</p>
      <p className="sm muted">{t('attendance.checkIn.shared')}</p>
      <p className="sm muted">{t('attendance.checkIn.offline')}</p>
    </main>
  )
}

export function halfDayText({ day, half }: Pick<Room, 'day' | 'half'>, locale: Locale, t: Translator): string {
  return t('attendance.half', { day: formatDate(new Date(day), locale), half: t(`attendance.halves.${half}`) })
}

function SaidNote({ said: { status, at }, locale, t }: { said: Said; locale: Locale; t: Translator }) {
  const time = at ? formatClock(at, locale) : ''
  const tone = status === 'present' ? 'ok' : status === 'unlisted' || status === 'awaiting' ? '' : 'warn'
  return (
    <div className={`note ${tone}`.trim()} role="status" tabIndex={-1} data-outcome="">
      <div>
        <p className="note-title">{t(`attendance.checkIn.said.${status}`, { time })}</p>
        <p className="sm">{t(`attendance.checkIn.said.${status}More`)}</p>
      </div>
    </div>
  )
}

/** The form asks for the code unless the address contained one that has not been refused. */
function codeField({ code, said, t }: Pick<Props, 'code' | 'said' | 't'>): Field {
  if (code && !said) return { kind: 'hidden', name: 'code', value: code }
  return { kind: 'code', name: 'code', label: t('attendance.checkIn.code'), hint: t('attendance.checkIn.codeHint') }
}

function OwnForm({ person, ...props }: Props & { person: NonNullable<Props['person']> }) {
  const { action, room, said, state = UNTOUCHED, t } = props
  return (
    <section className="card stack">
      <p>
        <strong>
          <bdi>{person.name}</bdi>
        </strong>
        <br />
        <bdi className="sm muted">{person.court}</bdi>
      </p>
      <Form
        id="own"
        action={action}
        fields={[codeField(props)]}
        submit={t('attendance.checkIn.press')}
        state={state}
        t={t}
      />
      {room && said && <LateForm action={action} t={t} />}
    </section>
  )
}

/** For whoever was in the room without a network while the code was shown. */
function LateForm({ action, t }: Pick<Props, 'action' | 't'>) {
  const fields: Field[] = [{ kind: 'hidden', name: 'late', value: 'yes' }]
  return <Form id="late" action={action} fields={fields} submit={t('attendance.checkIn.late')} look="plain" t={t} />
}

function GuestForm(props: Props) {
  const { action, signIn, state = UNTOUCHED, t } = props
  // The code lasts a minute, so it is typed last.
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('attendance.checkIn.name'), autoComplete: 'name' },
    {
      kind: 'email',
      name: 'email',
      label: t('attendance.checkIn.email'),
      hint: t('attendance.checkIn.emailHint'),
      autoComplete: 'email',
    },
    codeField(props),
  ]
  const asksWho = state.problem === undefined && state.values.code !== undefined
  return (
    <>
      {asksWho && (
        <p className="note" role="status" tabIndex={-1} data-outcome="">
          {t('attendance.checkIn.who')}
        </p>
      )}
      <p>
        <a className="btn primary" href={signIn}>
          {t('attendance.checkIn.signIn')}
        </a>
      </p>
      <section className="card stack-s">
        <h2>{t('attendance.checkIn.noAccount')}</h2>
        <Form
          id="guest"
          action={action}
          fields={fields}
          submit={t('attendance.checkIn.guestPress')}
          state={state}
          look="plain"
          t={t}
        />
      </section>
    </>
  )
}
