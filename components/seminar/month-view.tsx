import { ChevronLeft, ChevronRight } from 'lucide'
import type { Locale } from '@/domain/locale'
import { daysFrom, monthAfter, weeksOf } from '@/domain/seminar/month'
import { dayOf } from '@/domain/time/day'
import { formatDate, formatLeaf, formatLooseDate, formatWeekdays, type Translator } from '@/i18n/translator'
import { capitalise } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'
import { GivenTitle } from './given-text'
import type { SeminarInList } from './seminar-card'

type Props = { month: string; seminars: readonly SeminarInList[]; locale: Locale; t: Translator }

/** A month as a table of its weeks, with links on the days of seminars, and the same seminars as a list. */
export function MonthView({ month, seminars, locale, t }: Props) {
  const name = (other: string) => capitalise(formatLooseDate(other, locale))
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)]
  const to = (other: string) => href(locale, `/seminars?view=month&m=${other}`)
  return (
    <section className="card stack" aria-labelledby="month">
      <div className="row between">
        <h2 id="month">{name(month)}</h2>
        <p className="row">
          <a className="btn" href={to(before)} rel="prev nofollow">
            <Icon node={ChevronLeft} mirrored />
            <span className="sr">{t('seminar.monthBefore', { month: name(before) })}</span>
          </a>
          <a className="btn" href={to(after)} rel="next nofollow">
            <Icon node={ChevronRight} mirrored />
            <span className="sr">{t('seminar.monthAfter', { month: name(after) })}</span>
          </a>
        </p>
      </div>
      <MonthTable month={month} seminars={seminars} locale={locale} />
      {seminars.length === 0 && <p>{t('seminar.none.month')}</p>}
      {seminars.length > 0 && (
        <ul className="plain dated sm">
          {seminars.map(({ id, titles, startsAt, status }) => (
            <li key={id} id={`s-${id}`}>
              <b>{formatDate(startsAt, locale)}</b>
              <span>
                <a href={href(locale, `/seminars/${id}`)}>
                  <GivenTitle texts={titles} locale={locale} />
                </a>
                {status === 'cancelled' && <span className="xs muted"> ({t('seminar.states.cancelled')})</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A day links to its first seminar; the list below the table has all of them. */
function MonthTable({ month, seminars, locale }: Omit<Props, 't'>) {
  const byDay = new Map<string, SeminarInList[]>()
  for (const seminar of seminars)
    for (const day of daysFrom(dayOf(seminar.startsAt), dayOf(seminar.endsAt)))
      byDay.set(day, [...(byDay.get(day) ?? []), seminar])
  return (
    <table className="cal" aria-labelledby="month">
      <thead>
        <tr>
          {formatWeekdays(locale).map(({ short, long }) => (
            <th key={long} scope="col">
              <span aria-hidden="true">{short}</span>
              <span className="sr">{long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, weekday) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in a week is its key.
              <td key={weekday}>{day && <DayCell day={day} held={byDay.get(day)} locale={locale} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, held, locale }: { day: string; held: SeminarInList[] | undefined; locale: Locale }) {
  const number = formatLeaf(day, locale).day
  if (!held?.[0]) return number
  return (
    <a href={held.length === 1 ? href(locale, `/seminars/${held[0].id}`) : `#s-${held[0].id}`}>
      <b>{number}</b>
      <span className="sr">
        {held.map(({ id, titles }) => (
          <span key={id}>
            {' '}
            <GivenTitle texts={titles} locale={locale} />
          </span>
        ))}
      </span>
    </a>
  )
}
