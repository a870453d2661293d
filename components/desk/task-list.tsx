import type { Task, TaskKind } from '@/domain/desk/task'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { shownIn } from '@/domain/text/texts'
import { dayOf, daysBetween } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import { hoursOf } from '@/i18n/when'
import { href } from '../shell/paths'
import { ActButton } from '../ui/act-button'
import { Name } from '../ui/name'

type Texts = { now: Date; locale: Locale; t: Translator }
/** `today` or `week`: the fragment of the list, and its name in the address of the page that shows all of it. */
export const TASK_LISTS = ['today', 'week'] as const
export type TaskListName = (typeof TASK_LISTS)[number]
type Props = Texts & { name: TaskListName; tasks: readonly Task[] }

/** The number of lines shown at once; up to FOLDED others open below them, more are on a page of their own. */
const SHOWN = 10
const FOLDED = 20
/** Faults are `bad`; problems that hold people up are `warn`. */
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

/** The tasks, each with its reason, its date, and one button that leads to the page where it is done. */
export function TaskList({ name, tasks, ...texts }: Props) {
  if (tasks.length === 0) return null
  const { locale, t } = texts
  const [shown, others] = [tasks.slice(0, SHOWN), tasks.slice(SHOWN)]
  return (
    <section className="card" aria-labelledby={name}>
      <h2 id={name}>
        {t(`desk.${name}`)} <span className="count num">{tasks.length}</span>
      </h2>
      <TaskLines tasks={shown} {...texts} />
      {others.length > 0 && others.length <= FOLDED && (
        <details>
          <summary>{t('desk.more', { count: others.length })}</summary>
          <TaskLines tasks={others} {...texts} />
        </details>
      )}
      {others.length > FOLDED && (
        <p>
          <a href={href(locale, `/desk?all=${name}`)}>{t('desk.more', { count: others.length })}</a>
        </p>
      )}
    </section>
  )
}

export function TaskLines({ tasks, ...texts }: Texts & { tasks: readonly Task[] }) {
  return (
    <ul className="plain tasks">
      {tasks.map((task) => (
        <Line key={`${task.kind} ${task.path}`} task={task} {...texts} />
      ))}
    </ul>
  )
}

function Line({ task, now, locale, t }: Texts & { task: Task }) {
  const { kind, count, since, resting = 0, path, form, happens } = task
  const place = placeOf(task, locale)
  const text = t(`desk.lines.${kind}`, { count })
  return (
    <li>
      <div>
        <p className="task-top">
          <span className={`chip ${TONES[kind] ?? ''}`}>{t(`desk.kinds.${kind}`)}</span>
          {since && <span className="xs muted">{ageOf(since, now, t)}</span>}
          {happens && <span className="xs muted">{hoursOf(happens, locale, t)}</span>}
        </p>
        <p className="task-text">{text}</p>
        {place && (
          <p className="xs muted">
            <Name>{place}</Name>
          </p>
        )}
        {happens && (
          <p className="sm">
            <a href={href(locale, happens.also)}>
              {t(`desk.also.${kind === 'seminar-joined' ? 'seminar-joined' : 'seminar-today'}`)}
            </a>
          </p>
        )}
        {resting > 0 && <p className="xs muted">{t('cohorts.remind.resting', { count: resting })}</p>}
      </div>
      <ActButton href={href(locale, path)} form={form}>
        {t(`desk.acts.${kind}`)}
        <span className="sr">
          : {text}
          {place && ` (${place})`}
        </span>
      </ActButton>
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
