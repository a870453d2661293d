import type { ReactNode } from 'react'
import { NameIn } from '@/components/ui/name-in'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { CheckInState, CheckInWay } from '@/domain/seminar/attendance'
import { isLateArrival, tickValue } from '@/domain/seminar/attendance'
import { shownIn, type Texts } from '@/domain/text/texts'
import type { Half } from '@/domain/time/half-days'
import { formatClock } from '@/i18n/clock'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { Crumbs } from '../ui/crumbs'
import { halfDayText } from './check-in-page'
import { CloseCard, type ClosingView } from './close-card'

export type HalfDayView = {
  id: string
  day: string
  half: Half
  startsAt: Date
  endsAt: Date
  checkInClosedAt: Date | null
}
export type PlaceView = {
  placeId: string
  nameArabic: string | null
  nameLatin: string | null
  institution: string | null
  checkIns: readonly { halfDayId: string; at: Date; way: CheckInWay; state: CheckInState }[]
}
type UnlistedView = {
  id: string
  halfDayId: string
  guestEmail: string | null
  nameArabic: string | null
  nameLatin: string | null
  at: Date
}
type Props = {
  seminar: { id: string; titles: Texts; halfDays: readonly HalfDayView[] }
  places: readonly PlaceView[]
  unlisted: readonly UnlistedView[]
  /** Null while the list is open. */
  closed: {
    closedAt: Date
    by: { nameArabic: string; nameLatin: string } | null
    /** Why it was closed before the end; null if it was not. */
    earlyReason: string | null
    issued: number
    issuing: boolean
  } | null
  /** She may tick, strike and confirm. */
  runs: boolean
  /** What closing does; null for whoever may not close it. */
  closing: ClosingView | null
  /** Something was just saved. */
  saved: boolean
  locale: Locale
  t: Translator
}
type Part = Pick<Props, 'seminar' | 'locale' | 't'> & { own: string }

/** The organiser's list: who was present, how each presence was recorded, and the effect of closing the list. */
export function AttendancePage(props: Props) {
  const { seminar, places, unlisted, closed, runs, closing, saved, locale, t } = props
  const own = href(locale, `/seminars/${seminar.id}`)
  const part = { seminar, own, locale, t }
  const open = runs && closed === null
  return (
    <main id="main" className="wrap page stack">
      <Head {...part} runs={runs} />
      {saved && (
        <p className="note ok" role="status">
          {t('attendance.list.saved')}
        </p>
      )}
      {!runs && <p className="note">{t('attendance.list.reading')}</p>}
      {closed && <Closed closed={closed} locale={locale} t={t} />}
      <Figures {...part} places={places} unlisted={unlisted.length} />
      {open && unlisted.length > 0 && <Unlisted {...part} unlisted={unlisted} />}
      <List {...part} places={places} open={open} />
      {open && <HalfDays {...part} />}
      {closing && closed === null && (
        <CloseCard closing={closing} action={`${own}/attendance/close`} locale={locale} t={t} />
      )}
    </main>
  )
}

function Head({ seminar, own, runs, locale, t }: Part & { runs: boolean }) {
  const title = shownIn(seminar.titles, locale)
  return (
    <>
      <Crumbs label={t('institutions.crumbs')} links={[{ href: own, label: title?.value ?? '' }]} />
      <header className="stack-s">
        <h1>{t('attendance.list.title')}</h1>
        {runs && (
          <p className="row">
            <a className="btn" href={`${own}/room`}>
              {t('attendance.room.title')}
            </a>
            <a className="btn" href={`${own}/sheet`}>
              {t('attendance.sheet.title')}
            </a>
          </p>
        )}
      </header>
    </>
  )
}

function Closed({ closed, locale, t }: { closed: NonNullable<Props['closed']>; locale: Locale; t: Translator }) {
  const name = closed.by ? nameIn(closed.by, locale) : t('attendance.close.somebody')
  return (
    <div className="note ok" role="note">
      <div>
        <p>{t('attendance.close.done', { date: formatDateTime(closed.closedAt, locale), name })}</p>
        {closed.earlyReason !== null && (
          <p className="sm">
            {t('attendance.close.closedEarly')} <bdi>{closed.earlyReason}</bdi>
          </p>
        )}
        <p className="sm">{t('attendance.close.issued', { count: closed.issued })}</p>
        {closed.issuing && <p className="sm">{t('attendance.close.issuing')}</p>}
      </div>
    </div>
  )
}

const presentIn = (places: readonly PlaceView[], halfDayId: string) =>
  places.filter(({ checkIns }) => checkIns.some((one) => one.halfDayId === halfDayId && one.state === 'present')).length

function Figures({ seminar, places, unlisted, locale, t }: Part & { places: readonly PlaceView[]; unlisted: number }) {
  const absent = places.filter(({ checkIns }) => checkIns.every(({ state }) => state !== 'present')).length
  const figures = [
    ...seminar.halfDays.map((half) => ({
      label: halfDayText(half, locale, t),
      count: presentIn(places, half.id),
      more: t('attendance.list.outOf', { count: places.length }),
    })),
    { label: t('attendance.list.unlisted'), count: unlisted, more: t('attendance.list.toConfirm') },
    { label: t('attendance.list.absent'), count: absent, more: t('attendance.list.allDay') },
  ]
  return (
    <dl className="figures">
      {figures.map(({ label, count, more }) => (
        <div key={label} className="card">
          <dt className="sm muted">{label}</dt>
          <dd className="num">
            <strong>{count}</strong>
            <span className="xs muted">{more}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Unlisted({ seminar, own, unlisted, locale, t }: Part & { unlisted: readonly UnlistedView[] }) {
  return (
    <section className="card stack" aria-labelledby="unlisted">
      <h2 id="unlisted">{t('attendance.list.unlisted')}</h2>
      <ul className="plain stack">
        {unlisted.map(({ id, halfDayId, guestEmail, at, ...names }) => {
          const half = seminar.halfDays.find((one) => one.id === halfDayId)
          return (
            <li key={id} className="stack-s">
              <p>
                <strong>
                  <NameIn names={names} locale={locale} />
                </strong>{' '}
                {guestEmail && <bdi className="sm muted">{guestEmail}</bdi>}{' '}
                <span className="sm muted">
                  {half && halfDayText(half, locale, t)} · {formatClock(at, locale)}
                </span>
              </p>
              <form method="post" action={`${own}/attendance/unlisted`} className="row">
                <input type="hidden" name="id" value={id} />
                <button type="submit" name="answer" value="confirm" className="btn">
                  {t('attendance.list.confirm')}
                </button>
                <button type="submit" name="answer" value="refuse" className="btn">
                  {t('attendance.list.refuse')}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function List({ seminar, own, places, open, locale, t }: Part & { places: readonly PlaceView[]; open: boolean }) {
  if (places.length === 0) return <p>{t('attendance.list.nobody')}</p>
  const headings = [t('attendance.list.person'), ...seminar.halfDays.map((half) => halfDayText(half, locale, t))]
  const table = (
    <CardTable caption={t('attendance.list.title')} headings={headings}>
      {places.map((place) => (
        <tr key={place.placeId}>
          <th scope="row">
            <a href={`${own}/attendance/${place.placeId}`}>
              <NameIn names={place} locale={locale} />
            </a>
            <span className="xs muted of-court">
              <bdi>{place.institution ?? t('attendance.list.noAccount')}</bdi>
            </span>
          </th>
          {seminar.halfDays.map((half, index) => (
            <td key={half.id} data-label={headings[index + 1]}>
              <Cell place={place} half={half} open={open} locale={locale} t={t} label={headings[index + 1] ?? ''} />
            </td>
          ))}
        </tr>
      ))}
    </CardTable>
  )
  return open ? <TickForm seminar={seminar} own={own} table={table} t={t} /> : table
}

type TickFormProps = Pick<Part, 'seminar' | 'own' | 't'> & { table: ReactNode }

/** The script of the page keeps the ticks on the device until this form is sent. */
function TickForm({ seminar, own, table, t }: TickFormProps) {
  const save = t('attendance.list.save')
  return (
    <form method="post" action={`${own}/attendance/ticks`} className="card stack" data-ticks={seminar.id}>
      <p className="sm muted">{t('attendance.list.only')}</p>
      <p
        className="note"
        role="status"
        tabIndex={-1}
        data-says={t('attendance.list.kept', { count: '#', save })}
        hidden
      />
      {table}
      <fieldset className="field">
        <legend className="label">{t('attendance.list.tickHow')}</legend>
        {(['hand', 'sheet'] as const).map((way) => (
          <label key={way} className="opt">
            <input type="radio" name="way" value={way} defaultChecked={way === 'hand'} />
            <span>{t(way === 'hand' ? 'attendance.list.tickHand' : 'attendance.list.tickSheet')}</span>
          </label>
        ))}
      </fieldset>
      <input type="hidden" name="kept" value="" />
      <p>
        <button type="submit" className="btn primary">
          {save}
        </button>
      </p>
      <p className="sm muted">{t('attendance.list.offline', { save })}</p>
    </form>
  )
}

type CellProps = { place: PlaceView; half: HalfDayView; open: boolean; label: string; locale: Locale; t: Translator }

function Cell({ place, half, open, label, locale, t }: CellProps) {
  const found = place.checkIns.find((one) => one.halfDayId === half.id)
  if (found?.state === 'present') {
    return (
      <>
        <span className="num">{formatClock(found.at, locale)}</span>{' '}
        <span className="xs muted">{t(`attendance.list.ways.${found.way}`)}</span>
        {isLateArrival(found, half) && (
          <>
            {' '}
            <span className="chip warn">{t('attendance.list.late')}</span>
          </>
        )}
      </>
    )
  }
  if (found?.state === 'struck') return <span className="chip warn">{t('attendance.list.struck')}</span>
  const said = found
    ? t('attendance.list.awaiting', { time: formatClock(found.at, locale) })
    : t('attendance.list.missing')
  if (!open) return <span className="muted">{said}</span>
  return (
    <label className="opt slim">
      <input
        type="checkbox"
        name="tick"
        value={tickValue({ placeId: place.placeId, halfDayId: half.id })}
        aria-label={`${nameIn(place, locale)}, ${label}, ${said}`}
      />
      <span>{said}</span>
    </label>
  )
}

function HalfDays({ seminar, own, locale, t }: Part) {
  return (
    <section className="card stack" aria-labelledby="half-days">
      <h2 id="half-days">{t('attendance.list.halfDays')}</h2>
      <ul className="plain stack-s">
        {seminar.halfDays.map(({ checkInClosedAt, ...half }) => (
          <li key={half.id}>
            <form method="post" action={`${own}/attendance/half-day`} className="row">
              <input type="hidden" name="halfDay" value={half.id} />
              <span>{halfDayText(half, locale, t)}</span>
              {checkInClosedAt && (
                <span className="chip">
                  {t('attendance.list.closedSince', { time: formatClock(checkInClosedAt, locale) })}
                </span>
              )}
              <button type="submit" name="act" value={checkInClosedAt ? 'reopen' : 'close'} className="btn">
                {t(checkInClosedAt ? 'attendance.list.reopen' : 'attendance.list.close')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
