import { dayOf, daysBetween } from '@/domain/cohort/day'
import { nameIn } from '@/domain/cohort/name-in'
import type { Task, TaskKind } from '@/domain/desk/task'
import type { Locale } from '@/domain/locale'
import { shownIn } from '@/domain/seminar/texts'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { ActWay } from '../ui/act-way'
import { Name } from '../ui/name'

type Texts = { now: Date; locale: Locale; t: Translator }
type Props = Texts & { id: string; title: string; tasks: readonly Task[] }

/** So many lines are shown at once; the others open below them. */
const SHOWN = 10
/** What is broken, and what holds people up. */
const TONES: Partial<Record<TaskKind, 'bad' | 'warn'>> = {
  undelivered: 'bad',
  'mail-stuck': 'bad',
  'mail-failed': 'bad',
  'jobs-failed': 'bad',
  'no-backup': 'bad',
  seats: 'warn',
  'seat-free': 'warn',
  late: 'warn',
  inactive: 'warn',
  'out-of-attempts': 'warn',
  'no-face': 'warn',
  'no-signatory': 'warn',
  'no-logo': 'warn',
}

/** What waits, each with why, since when, and the one button that leads to where it is done. */
export function TaskList({ id, title, tasks, ...texts }: Props) {
  if (tasks.length === 0) return null
  const [shown, folded] = [tasks.slice(0, SHOWN), tasks.slice(SHOWN)]
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="count num">{tasks.length}</span>
      </h2>
      <Lines tasks={shown} {...texts} />
      {folded.length > 0 && (
        <details>
          <summary>{texts.t('desk.more', { count: folded.length })}</summary>
          <Lines tasks={folded} {...texts} />
        </details>
      )}
    </section>
  )
}

function Lines({ tasks, ...texts }: Texts & { tasks: readonly Task[] }) {
  return (
    <ul className="plain tasks">
      {tasks.map((task) => (
        <Line key={`${task.kind} ${task.path}`} task={task} {...texts} />
      ))}
    </ul>
  )
}

function Line({ task, now, locale, t }: Texts & { task: Task }) {
  const { kind, count, since, resting = 0, path, form } = task
  const place = placeOf(task, locale)
  const text = t(`desk.lines.${kind}`, { count })
  return (
    <li>
      <div>
        <p className="task-top">
          <span className={`chip ${TONES[kind] ?? ''}`}>{t(`desk.kinds.${kind}`)}</span>
          {since && <span className="xs muted">{ageOf(since, now, t)}</span>}
        </p>
        <p className="task-text">{text}</p>
        {place && (
          <p className="xs muted">
            <Name>{place}</Name>
          </p>
        )}
        {resting > 0 && <p className="xs muted">{t('cohorts.remind.resting', { count: resting })}</p>}
      </div>
      <ActWay href={href(locale, path)} form={form}>
        {t(`desk.acts.${kind}`)}
        <span className="sr">
          : {text}
          {place && ` (${place})`}
        </span>
      </ActWay>
    </li>
  )
}

function placeOf({ place }: Task, locale: Locale): string | null {
  if (place === null || typeof place === 'string') return place
  return 'titles' in place ? (shownIn(place.titles, locale)?.value ?? null) : nameIn(place, locale)
}

function ageOf(since: Date, now: Date, t: Translator): string {
  const days = daysBetween(dayOf(since), dayOf(now))
  return days <= 0 ? t('desk.sinceToday') : t('desk.since', { count: days })
}
