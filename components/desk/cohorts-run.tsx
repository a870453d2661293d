import type { Phase } from '@/domain/cohort/phase'
import type { NextDate } from '@/domain/desk/next-date'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatLooseDate, formatTime, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { ProgressBar } from '../ui/progress-bar'

export type CohortItem = {
  id: string
  name: string
  phase: Phase
  standing: { people: number; active: number; passed: number; countedAt: Date } | null
  next: NextDate | null
}
type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  cohorts: readonly CohortItem[]
  none: boolean
  institutions: readonly (Names & { id: string })[]
  createIn: string | null
}

/** The cohorts that run or are planned, with their people and their next day. */
export function CohortsRun({ cohorts, none, createIn, institutions, locale, t }: Props) {
  if (cohorts.length === 0 && createIn === null && none) return null
  const [only, ...others] = institutions
  const all = only && others.length === 0 ? `/institutions/${only.id}/cohorts` : '/institutions'
  const counted = cohorts
    .flatMap(({ standing }) => standing?.countedAt ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
  return (
    <section className="card stack-s" aria-labelledby="cohorts">
      <h2 id="cohorts">{t('desk.cohorts')}</h2>
      {cohorts.length === 0 && <p className="muted">{t(none ? 'desk.noCohort' : 'desk.noneRuns')}</p>}
      <ul className="plain cohorts-run">
        {cohorts.map((cohort) => (
          <Item key={cohort.id} cohort={cohort} locale={locale} t={t} />
        ))}
      </ul>
      {counted && <p className="xs muted">{t('desk.counted', { time: formatTime(counted, locale) })}</p>}
      <p className="row">
        {createIn && (
          <a className={none ? 'btn primary' : 'btn'} href={href(locale, `/institutions/${createIn}/cohorts/new`)}>
            {t(none ? 'desk.createFirst' : 'desk.create')}
          </a>
        )}
        {!none && <a href={href(locale, all)}>{t('desk.allCohorts')}</a>}
      </p>
    </section>
  )
}

function Item({ cohort: { id, name, phase, standing, next }, locale, t }: Texts & { cohort: CohortItem }) {
  return (
    <li>
      <a href={href(locale, `/cohorts/${id}`)}>
        <Name>{name}</Name>
      </a>
      {standing && standing.people > 0 && (
        <ProgressBar label={t('desk.passedOf', { name })} value={standing.passed} max={standing.people} />
      )}
      <span className="xs muted">
        {standing
          ? t('desk.standing', { people: standing.people, active: standing.active, passed: standing.passed })
          : t('desk.uncounted')}
      </span>
      {next && (
        <span className="xs muted">
          {phase === 'planned' && next.what !== 'starts' ? `${t('cohorts.list.planned')} · ` : ''}
          {t(`desk.next.${next.what}`, { date: formatLooseDate(next.on, locale) })}
        </span>
      )}
    </li>
  )
}
