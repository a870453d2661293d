import type { Task } from '@/domain/desk/task'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { dayOf } from '@/domain/time/day'
import { formatDate, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { type CohortItem, CohortsRun } from './cohorts-run'
import { Failures, type Source } from './failures'
import { FindBox } from './find-box'
import { PlatformCard, type PlatformView } from './platform-card'
import { TaskList } from './task-list'

export type DeskView = {
  today: readonly Task[]
  week: readonly Task[]
  cohorts: readonly CohortItem[]
  /** She has no cohort at all, not even one that is over. */
  none: boolean
  institutions: readonly (Names & { id: string })[]
  createIn: string | null
  /** There is no institution yet, and she may create one. */
  first: boolean
  platform: PlatformView | null
  /** What could not be read. */
  failed: readonly Source[]
  nation: boolean
  locked: boolean
}
type Props = { desk: DeskView; now: Date; locale: Locale; t: Translator }

/** The work page: the tasks that wait for her, and links to all that she runs. */
export function DeskPage({ desk, now, locale, t }: Props) {
  const { today, week, cohorts, failed, platform } = desk
  const free = today.length + week.length === 0
  return (
    <main id="main" className="wrap page stack desk-page">
      <header className="desk-head">
        <div className="stack-s">
          <h1>{t('desk.title')}</h1>
          <p className="muted sm">{summary({ desk, now, locale, t })}</p>
          <p className="sm">
            <a href={href(locale, '/learning')}>{t('desk.learning')}</a>
          </p>
        </div>
        {(cohorts.length > 0 || !desk.none) && <FindBox typed="" locale={locale} t={t} />}
      </header>
      {desk.locked && (
        <p className="note warn">
          {t('desk.locked')}{' '}
          <a href={`${href(locale, '/second-factor')}?next=${encodeURIComponent(href(locale, '/desk'))}`}>
            {t('desk.unlock')}
          </a>
        </p>
      )}
      <Failures failed={failed} t={t} />
      <div className="desk-parts">
        <div className="stack">
          {free && !desk.first && <p className="card">{t(failed.length > 0 ? 'desk.nothingKnown' : 'desk.nothing')}</p>}
          {desk.first && <FirstInstitution locale={locale} t={t} />}
          <TaskList name="today" tasks={today} now={now} locale={locale} t={t} />
          <TaskList name="week" tasks={week} now={now} locale={locale} t={t} />
          {platform && <PlatformCard platform={platform} locale={locale} t={t} />}
        </div>
        <aside className="stack">
          <CohortsRun {...desk} locale={locale} t={t} />
          <Ways {...desk} locale={locale} t={t} />
          <p className="xs muted">{t('desk.wall')}</p>
        </aside>
      </div>
    </main>
  )
}

/**
 * The date, her institution if she has only one, and the number of running cohorts with the people of all shown
 * cohorts.
 */
function summary({ desk: { institutions, cohorts }, now, locale, t }: Props): string {
  const [only, ...others] = institutions
  const people = cohorts.reduce((sum, { standing }) => sum + (standing?.people ?? 0), 0)
  const running = cohorts.filter(({ phase }) => phase === 'running').length
  return [
    formatDate(new Date(`${dayOf(now)}T12:00:00Z`), locale),
    ...(only && others.length === 0 ? [nameIn(only, locale)] : []),
    ...(running > 0 ? [t('desk.running', { count: running }), t('desk.people', { count: people })] : []),
  ].join(' · ')
}

/** A platform begins with an institution. */
function FirstInstitution({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <section className="card stack-s">
      <p>{t('institutions.noneAll')}</p>
      <p>
        <a className="btn primary" href={href(locale, '/institutions/new')}>
          {t('desk.firstInstitution')}
        </a>
      </p>
    </section>
  )
}

function Ways({ institutions, createIn, platform, nation, locale, t }: DeskView & { locale: Locale; t: Translator }) {
  return (
    <section className="card stack-s" aria-labelledby="ways">
      <h2 id="ways">{t('desk.ways')}</h2>
      <ul className="plain desk-ways">
        {institutions.map((institution) => (
          <li key={institution.id}>
            <a href={href(locale, `/institutions/${institution.id}`)}>
              <NameIn names={institution} locale={locale} />
            </a>
          </li>
        ))}
        {createIn !== null && (
          <li>
            <a href={href(locale, `/institutions/${createIn}/seminars`)}>{t('seminar.deskLink')}</a>
          </li>
        )}
        <li>
          <a href={href(locale, '/institutions')}>
            {platform
              ? t('desk.allInstitutions', { count: formatNumber(platform.institutions, locale) })
              : t('institutions.title')}
          </a>
        </li>
        {nation && (
          <li>
            <a href={href(locale, '/national')}>{t('institutions.nationDo')}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
