import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import { formatClock } from '@/i18n/clock'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { NameIn } from '../ui/name-in'
import { Ref } from '../ui/ref'
import type { HalfDayView, PlaceView } from './attendance-page'
import { halfDayText } from './check-in-page'

type Props = {
  seminar: { id: string; institutionId: string; halfDays: readonly HalfDayView[] }
  place: Omit<PlaceView, 'checkIns'> & {
    checkIns: readonly (PlaceView['checkIns'][number] & { reason: string | null })[]
    certificate: { number: string; inForce: boolean } | null
  }
  /** The list is closed: what is changed then is a correction. */
  closed: boolean
  /** What was just done. */
  said: string | null
  state: FormState
  locale: Locale
  t: Translator
}

/** One person on the list: her half-days, and the form that strikes or corrects them with a reason. */
export function PresencePage({ seminar, place, closed, said, state, locale, t }: Props) {
  const list = href(locale, `/seminars/${seminar.id}/attendance`)
  const { certificate } = place
  return (
    <main id="main" className="wrap page stack narrow">
      <Crumbs label={t('institutions.crumbs')} links={[{ href: list, label: t('attendance.list.title') }]} />
      <h1>
        <NameIn names={place} locale={locale} />
      </h1>
      {said && (
        <p className="note ok" role="status">
          {said}
        </p>
      )}
      <ul className="plain stack-s">
        {seminar.halfDays.map((half) => (
          <li key={half.id}>
            {halfDayText(half, locale, t)} — <State place={place} halfDayId={half.id} locale={locale} t={t} />
          </li>
        ))}
      </ul>
      {certificate && (
        <p>
          {t('attendance.person.certificate')} <Ref>{formatCertificateNumber(certificate.number)}</Ref>{' '}
          {!certificate.inForce && t('attendance.person.withdrawn')}
        </p>
      )}
      {closed ? (
        <Correct
          seminar={seminar}
          place={place}
          action={`${list}/${place.placeId}`}
          state={state}
          locale={locale}
          t={t}
        />
      ) : (
        <Turn seminar={seminar} place={place} action={`${list}/${place.placeId}`} state={state} locale={locale} t={t} />
      )}
    </main>
  )
}

type CellProps = Pick<Props, 'place' | 'locale' | 't'> & { halfDayId: string }

function State({ place, halfDayId, locale, t }: CellProps) {
  const found = place.checkIns.find((one) => one.halfDayId === halfDayId)
  if (!found) return <span className="muted">{t('attendance.list.missing')}</span>
  const time = formatClock(found.at, locale)
  const said = {
    present: `${time} · ${t(`attendance.list.ways.${found.way}`)}`,
    awaiting: t('attendance.list.awaiting', { time }),
    struck: t('attendance.list.struck'),
  }[found.state]
  return (
    <>
      {said} {found.reason && <bdi className="sm muted">{found.reason}</bdi>}
    </>
  )
}

type FormProps = Pick<Props, 'seminar' | 'place' | 'state' | 'locale' | 't'> & { action: string }

/** While the list is open: each half-day is struck, or put back. */
function Turn({ seminar, place, action, state, locale, t }: FormProps) {
  const stateOf = (id: string) => place.checkIns.find((one) => one.halfDayId === id)?.state
  const options = seminar.halfDays.map((half) => {
    const act = stateOf(half.id) === 'present' || stateOf(half.id) === 'awaiting' ? 'strike' : 'restore'
    return { value: `${act} ${half.id}`, label: `${halfDayText(half, locale, t)} — ${t(`attendance.person.${act}`)}` }
  })
  return (
    <Form
      id="turn"
      action={action}
      fields={[
        { kind: 'radios', name: 'turn', label: t('attendance.person.half'), options, value: options[0]?.value ?? '' },
        { kind: 'text', name: 'reason', label: t('fields.reason'), hint: t('attendance.person.reason') },
      ]}
      submit={t('seminar.form.save')}
      look="danger"
      state={state}
      t={t}
    />
  )
}

function Correct({ seminar, place, action, state = UNTOUCHED, locale, t }: FormProps) {
  const present = place.checkIns.filter((one) => one.state === 'present').map(({ halfDayId }) => halfDayId)
  const options = seminar.halfDays.map((half) => ({
    value: half.id,
    label: halfDayText(half, locale, t),
    chosen: present.includes(half.id),
  }))
  return (
    <section className="stack" aria-labelledby="correct">
      <h2 id="correct">{t('attendance.person.correct')}</h2>
      <p>{t('attendance.person.correctHow')}</p>
      <Form
        id="correct-list"
        action={action}
        fields={[
          { kind: 'choices', name: 'halfDay', label: t('attendance.list.halfDays'), options },
          { kind: 'text', name: 'reason', label: t('fields.reason'), hint: t('attendance.person.reason') },
        ]}
        submit={t('attendance.person.propose')}
        look="danger"
        state={state}
        t={t}
      />
    </section>
  )
}
