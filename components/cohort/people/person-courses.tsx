import type { DeadlineState } from '@/domain/cohort/deadline-state'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { Locale, Localized } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { formatDate, formatLooseDate, formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { ProgressBar } from '../../ui/progress-bar'

export type CourseView = {
  courseId: string
  title: Localized
  lessons: number
  lessonsDone: number
  lastActiveAt: Date | null
  exam: 'passed' | 'not-passed' | 'not-sat' | null
  certified: boolean
  practice: { done: number; total: number } | null
  deadlines: readonly { step: string; title: Localized | null; dueOn: Day; state: DeadlineState }[]
}
type Props = {
  courses: readonly CourseView[]
  joined: Date
  status: MemberStatus
  locale: Locale
  t: Translator
}

const TONES: Readonly<Record<DeadlineState, string>> = { kept: 'ok', late: 'warn', missed: 'bad', ahead: '' }

/** A person's progress in each course of her cohort, and which deadlines she met. */
export function PersonCourses({ courses, joined, locale, t }: Props) {
  if (courses.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="courses">
      <div className="stack-s">
        <h2 id="courses">{t('cohorts.person.course')}</h2>
        <p className="sm muted">{t('cohorts.person.joined', { date: formatDate(joined, locale) })}</p>
      </div>
      {courses.map((course) => (
        <PersonCourse key={course.courseId} course={course} locale={locale} t={t} />
      ))}
    </section>
  )
}

function PersonCourse({ course, locale, t }: { course: CourseView; locale: Locale; t: Translator }) {
  const { title, lessons, lessonsDone, lastActiveAt, exam, certified, practice, deadlines } = course
  const done = t('cohorts.person.lessons', {
    done: formatNumber(lessonsDone, locale),
    total: formatNumber(lessons, locale),
  })
  const facts = [
    done,
    lastActiveAt
      ? t('cohorts.person.lastActive', { date: formatDate(lastActiveAt, locale) })
      : t('cohorts.person.notBegun'),
    exam && t(`cohorts.person.exam.${exam}`),
    certified && t('cohorts.person.certified'),
    practice &&
      t('cohorts.person.practice', {
        done: formatNumber(practice.done, locale),
        total: formatNumber(practice.total, locale),
      }),
  ]
  return (
    <div className="stack-s">
      <h3>{typeset(title[locale], locale)}</h3>
      <ProgressBar label={done} value={lessonsDone} max={lessons} />
      <ul className="facts sm">{facts.map((fact) => fact && <li key={fact}>{fact}</li>)}</ul>
      {deadlines.length > 0 && (
        <details>
          <summary>{t('cohorts.person.days')}</summary>
          <ul className="plain entries">
            {deadlines.map(({ step, title: of, dueOn, state }) => (
              <li key={step}>
                <span>
                  {t('cohorts.person.step', {
                    step: of ? typeset(of[locale], locale) : t('cohorts.dashboard.exam'),
                    date: formatLooseDate(dueOn, locale),
                  })}
                </span>
                <span className={`chip ${TONES[state]}`.trim()}>{t(`cohorts.person.deadlines.${state}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
