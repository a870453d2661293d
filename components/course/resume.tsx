import { courseMinutes } from '@/domain/course/duration'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import { formatLooseDate, formatOpening, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { dueOf, waitingTest } from './cohort-of'
import { courseAction } from './course-action'
import type { MyCourseReading, Release } from './course-reading'
import { ResumeCard } from './resume-card'

/** What a learner does next. */
export type NextStep =
  | { kind: 'go-on'; course: MyCourseReading }
  /** A course that she has not begun; `first`: she has begun none. */
  | { kind: 'begin'; release: Release; first: boolean }
  /** Nothing is left to begin. */
  | { kind: 'done' }
type Props = {
  next: NextStep
  certified: boolean
  /** @see ResumeCard */
  wide?: boolean
  locale: Locale
  t: Translator
  now: Date
}

/** The learner's next step, on the home page and on “my learning”. */
export function Resume({ next, certified, wide = false, locale, t, now }: Props) {
  const shown = { wide, locale, t }
  if (next.kind === 'go-on') return <ResumeCard {...goOn(next.course, locale, t, now)} {...shown} />
  const nothing = { due: null, progress: null, ...shown }
  if (next.kind === 'done') {
    const action = certified
      ? { href: href(locale, '/certificates'), label: t('course.seeCertificate') }
      : { href: href(locale, '/library'), label: t('nav.library') }
    return (
      <ResumeCard
        {...nothing}
        course={null}
        kicker={t('learning.allDone')}
        title={t(certified ? 'learning.certificates' : 'nav.library')}
        facts={[]}
        action={{ kind: 'link', ...action }}
      />
    )
  }
  const { release, first } = next
  const { file } = release.course
  return (
    <ResumeCard
      {...nothing}
      course={release.courseId}
      kicker={t(first ? 'learning.begin' : 'learning.nextCourse')}
      title={typeset(file.title[locale], locale)}
      facts={[
        t('plural.lessons', { count: release.course.lessons.length }),
        formatDuration(courseMinutes(release.course), locale),
      ]}
      action={{ kind: 'link', href: href(locale, `/courses/${release.courseId}`), label: t('course.open') }}
    />
  )
}

function goOn(course: MyCourseReading, locale: Locale, t: Translator, now: Date) {
  const { release, progress, availability, minutesLeft } = course
  const test = availability.status === 'under-way' ? null : waitingTest(course, locale, t)
  const label = t('course.progress', { done: progress.done, total: progress.total })
  const left = minutesLeft > 0 ? t('course.minutesLeft', { minutes: formatDuration(minutesLeft, locale) }) : null
  return {
    course: release.courseId,
    kicker: t('learning.resume'),
    title: typeset(release.course.file.title[locale], locale),
    facts: [label, left, examOpening(course, locale, t)].filter((fact) => fact !== null),
    due: dueOf(course, locale, t, now)[0] ?? null,
    progress: { label, value: progress.done, max: progress.total },
    action: test
      ? ({ kind: 'link', href: test.href, label: test.title } as const)
      : courseAction(course, locale, t, course.mayTakePart),
  }
}

/** When the exam can be taken, or taken again; null if she need not wait or the day is unknown. */
function examOpening({ availability, learner }: MyCourseReading, locale: Locale, t: Translator): string | null {
  if (availability.status === 'cooling-down')
    return t('exam.opensAt', { date: formatOpening(availability.opensAt, locale) })
  const opensOn = availability.status === 'not-yet' ? learner.cohort?.examOpensOn : null
  return opensOn ? t('course.examOpensOn', { date: formatLooseDate(opensOn, locale) }) : null
}
