import { BookOpen, CalendarDays, ChevronRight, ClipboardCheck, FolderOpen, RotateCcw, TriangleAlert } from 'lucide'
import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import { formatWeekday, formatWeekdays, type Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

const ICONS = {
  step: BookOpen,
  exam: ClipboardCheck,
  review: RotateCcw,
  practice: FolderOpen,
  date: CalendarDays,
}

/** Something to do today. */
export type TodayEntry = {
  kind: keyof typeof ICONS
  title: ReactNode
  /** How long it takes; null if the plan of the day does not count it: a date, a whole file, or an unknown time. */
  minutes: number | null
  note: ReactNode
  /** Her deadline for it is over. */
  missed?: boolean
  href: string
  label: string
}
type Texts = { locale: Locale; t: Translator }

/** The plan of today as one sentence: `Today: 3 steps, 8 minutes`. What has no minutes is not counted. */
export function todayTitle(entries: readonly TodayEntry[], locale: Locale, t: Translator): string {
  const timed = entries.flatMap(({ minutes }) => minutes ?? [])
  if (timed.length === 0) return t('learning.today.title')
  return t('learning.today.plan', {
    steps: t('plural.steps', { count: timed.length }),
    minutes: formatDuration(
      timed.reduce((sum, minutes) => sum + minutes, 0),
      locale,
    ),
  })
}

/** What she can do today, each with its minutes and one button; only the first button is filled. */
export function TodayList({ entries, locale, t }: Texts & { entries: readonly TodayEntry[] }) {
  if (entries.length === 0) return <p>{t('learning.today.nothing')}</p>
  return (
    <>
      <ol className="todo">
        {entries.map((entry, place) => (
          <li key={entry.href} className={place === 0 ? 'first' : entry.kind}>
            <span className="ic">
              <Icon node={ICONS[entry.kind]} />
            </span>
            <div>
              <h3>{entry.title}</h3>
              <p className="sm muted">
                {entry.missed && (
                  <strong className="missed">
                    <Icon node={TriangleAlert} /> {t('learning.missed')}
                  </strong>
                )}
                {entry.missed && ' · '}
                {entry.minutes !== null && <b className="min">{formatDuration(entry.minutes, locale)}</b>}
                {entry.minutes !== null && entry.note && ' · '}
                {entry.note}
              </p>
            </div>
            <a className={place === 0 ? 'btn primary' : 'btn'} href={entry.href}>
              {entry.label}
              {place === 0 && <Icon node={ChevronRight} mirrored />}
            </a>
          </li>
        ))}
      </ol>
      <p className="sm muted">{t('learning.today.enough')}</p>
    </>
  )
}

type WeekProps = Texts & { week: readonly { day: string; studied: boolean }[]; today: string }

/** The days of this week on which she has studied. */
export function StudyWeek({ week, today, locale, t }: WeekProps) {
  const names = formatWeekdays(locale)
  const studied = week.filter((each) => each.studied).length
  return (
    <ol className="week" aria-label={t('learning.today.week', { count: studied })}>
      {week.map(({ day, studied }, place) => {
        const classes = [studied && 'on', day === today && 'now'].filter(Boolean).join(' ')
        const name = formatWeekday(new Date(day), locale)
        return (
          <li key={day} className={classes || undefined} aria-current={day === today ? 'date' : undefined}>
            <span aria-hidden="true">{names[place]?.short}</span>
            <i aria-hidden="true">{Number(day.slice(8))}</i>
            <span className="sr">{studied ? t('learning.today.studied', { day: name }) : name}</span>
          </li>
        )
      })}
    </ol>
  )
}
