import { ChevronDown } from 'lucide'
import type { Locale, Localized } from '@/domain/locale'
import type { ObjectiveState } from '@/domain/progress/objective-state'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { AttemptList } from '../ui/attempt-list'
import { Icon } from '../ui/icon'
import { CohortDays } from './cohort-days'
import { cohortOf } from './cohort-of'
import { courseAction } from './course-action'
import type { MyCourseReading } from './course-reading'
import { PrimaryAction } from './primary-action'

/** How far she is in a course. */
export type CourseStanding = {
  steps: { done: number; total: number }
  objectives: readonly { id: string; text: Localized; state: ObjectiveState }[]
}
type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  course: MyCourseReading
  standing: CourseStanding
  /** The course with which the list of today goes on. */
  resumed: boolean
  now: Date
}

/** A course with the map of its objectives; behind its heading each objective, her cohort and her attempts. */
export function CourseBox({ course, standing: { steps, objectives }, resumed, locale, t, now }: Props) {
  const { release, learner } = course
  const path = href(locale, `/courses/${release.courseId}`)
  const mine = cohortOf(course, locale, t, now)
  return (
    <details className="cbox" open={resumed}>
      <summary>
        <h3>{typeset(release.course.file.title[locale], locale)}</h3>
        <Icon node={ChevronDown} />
        <span className="octs" aria-hidden="true">
          {objectives.map(({ id, state }) => (
            <i key={id} className={`oct ${state}`} />
          ))}
        </span>
        <span className="sm muted">
          {summaryOf(objectives, t)} · {t('learning.today.stepsDone', { ...steps })}
        </span>
      </summary>
      <div className="stack-s">
        <Goals objectives={objectives} locale={locale} t={t} />
        {mine && <CohortDays {...mine} due={[]} locale={locale} t={t} />}
        {learner.attempts.length > 0 && (
          <div className="stack-s">
            <h4>{t('learning.attempts')}</h4>
            <AttemptList attempts={learner.attempts} locale={locale} t={t} resultPath={`${path}/exam/result`} />
          </div>
        )}
        {!resumed && <PrimaryAction action={courseAction(course, locale, t, course.mayTakePart)} quiet />}
        <p>
          <a href={path}>{t('learning.today.coursePage')}</a>
        </p>
      </div>
    </details>
  )
}

function Goals({ objectives, locale, t }: Texts & Pick<CourseStanding, 'objectives'>) {
  return (
    <ul className="plain objectives">
      {objectives.map(({ id, text, state }) => (
        <li key={id}>
          <span className={`oct ${state}`} aria-hidden="true" />
          <span>{typeset(text[locale], locale)}</span>
          <span className="s">{t(`learning.objective.${state}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** `3 firm, 2 to consolidate`, or that nothing has been answered yet. */
function summaryOf(objectives: CourseStanding['objectives'], t: Translator): string {
  const count = (state: ObjectiveState) => objectives.filter((each) => each.state === state).length
  const [firm, shaky] = [count('firm'), count('shaky')]
  if (firm + shaky === 0) return t('learning.objective.none')
  return t('learning.objective.summary', { firm, shaky })
}
