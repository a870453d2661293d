import type { Locale } from '@/domain/locale'
import { ASKABLE, type SeminarStatus } from '@/domain/seminar/seminar'
import { afterAct, STATUS_ACTS, type StatusAct, wasHeld } from '@/domain/seminar/state'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

export const SEMINAR_DONE = ['created', 'saved', 'told', ...STATUS_ACTS] as const
export type SeminarDone = (typeof SEMINAR_DONE)[number]

type Props = {
  /** The seminar has tests of its own. */
  tested: boolean
  seminar: { id: string; institutionId: string; status: SeminarStatus; startsAt: Date; endsAt: Date }
  done: SeminarDone | null
  /** False for those who only read the registrations or keep the attendance list. */
  mayChange: boolean
  mayRun: boolean
  locale: Locale
  t: Translator
  now: Date
}

/**
 * The pages about a seminar. `for`: who may open them; a person who may change a seminar may also run it, and one who
 * may run it may also read. `held`: shown only once the seminar has taken place.
 */
const WAYS = [
  { end: 'places', label: 'seminarPlaces.title', for: 'changes', held: false },
  { end: 'attendance', label: 'attendance.list.title', for: 'reads', held: false },
  { end: 'room', label: 'attendance.room.title', for: 'runs', held: false },
  { end: 'sheet', label: 'attendance.sheet.title', for: 'runs', held: false },
  { end: 'materials', label: 'materials.title', for: 'changes', held: false },
  { end: 'proceedings', label: 'seminar.proceedings.title', for: 'reads', held: true },
  { end: 'tests', label: 'seminarTests.title', for: 'reads', held: false },
  { end: 'organisers', label: 'seminar.organisers.title', for: 'changes', held: false },
] as const

/** The acts of an organiser. Those that are done at once are buttons; cancelling has a page of its own. */
export function ManageBar({ seminar, tested, done, mayChange, mayRun, locale, t, now }: Props) {
  const path = href(locale, `/seminars/${seminar.id}`)
  const may = { changes: mayChange, runs: mayRun, reads: true }
  const ofInstitution = href(locale, `/institutions/${seminar.institutionId}`)
  const ways = WAYS.filter(
    (way) => may[way.for] && (!way.held || wasHeld(seminar, now)) && (tested || way.end !== 'tests'),
  )
  const acts = STATUS_ACTS.filter((act) => 'to' in afterAct(seminar, act, now))
  return (
    <section className="card stack-s" aria-labelledby="manage">
      <h2 id="manage">{t('seminar.manage')}</h2>
      {done !== null && (
        <p className="note ok" role="status">
          {t(`seminar.done.${done}`)}
        </p>
      )}
      {mayChange && (
        <div className="row">
          {seminar.status !== 'cancelled' && (
            <a className="btn primary" href={`${path}/edit`}>
              {t('seminar.edit')}
            </a>
          )}
          {acts.map((act) => (
            <ActButton key={act} act={act} path={path} t={t} />
          ))}
        </div>
      )}
      <ul className="plain traits">
        {ways.map(({ end, label }) => (
          <li key={end}>
            <a href={`${path}/${end}`}>{t(label)}</a>
          </li>
        ))}
        {mayChange && ASKABLE.includes(seminar.status) && (
          <li>
            <a href={`${ofInstitution}/surveys?seminar=${seminar.id}`}>{t('surveys.title')}</a>
          </li>
        )}
      </ul>
      {mayChange && (
        <p className="sm">
          <a href={`${ofInstitution}/seminars`}>{t('seminar.ofInstitution')}</a>
        </p>
      )}
    </section>
  )
}

/** For an institution that may name people: the link to the page where it names them. */
export function NominateBar({ seminarId, locale, t }: { seminarId: string; locale: Locale; t: Translator }) {
  return (
    <section className="card stack-s" aria-labelledby="kept">
      <h2 id="kept">{t('seminarPlaces.forYou')}</h2>
      <p className="sm">{t('seminarPlaces.forYouLead')}</p>
      <p>
        <a className="btn primary" href={href(locale, `/seminars/${seminarId}/places`)}>
          {t('desk.acts.quota')}
        </a>
      </p>
    </section>
  )
}

function ActButton({ act, path, t }: { act: StatusAct; path: string; t: Translator }) {
  if (act === 'cancel') {
    return (
      <a className="btn" href={`${path}/cancel`}>
        {t('seminar.acts.cancel')}
      </a>
    )
  }
  return (
    <form method="post" action={`${path}/status`}>
      <button type="submit" name="act" value={act} className="btn">
        {t(`seminar.acts.${act}`)}
      </button>
    </form>
  )
}
