import { dueOf, waitingTest } from '@/components/course/cohort-of'
import { courseAction } from '@/components/course/course-action'
import type { TodayEntry } from '@/components/course/today-list'
import { reasonOf } from '@/components/practice/hub/suggestion-reason'
import { href } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import type { Locale } from '@/domain/locale'
import type { Suggestion } from '@/domain/practice/suggest-file'
import { formatDuration } from '@/i18n/duration'
import { formatLooseDate, formatOpening, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { namedPractice } from '@/server/course/named-practice'
import type { withPractice } from '@/server/exam/practice-set'
import type { myPractice } from '@/server/practice/practice-lists'
import type { MyCourse, NextStep } from '@/server/progress/my-learning'
import { type CourseStudy, firstStep, type NextLessonStep } from '@/server/progress/my-study'
import type { MyReview } from '@/server/review/my-review'
import { dueToday } from './review/review-view'

export type Reader = { locale: Locale; t: Translator; now: Date }

/** A question of a review takes about a minute with its explanation. */
const QUESTION_MINUTES = 1

/** So many minutes are enough for a day; a step that she is in the middle of counts whole. */
const DAY_MINUTES = 8
const MOST_STEPS = 3

/**
 * The next steps of the course with which she goes on, or the first step of a course that she has not begun.
 *
 * @param others the minutes of what else waits today.
 */
export function goOn(
  next: NextStep,
  studies: ReadonlyMap<string, CourseStudy>,
  others: number,
  reader: Reader,
): TodayEntry[] {
  if (next.kind === 'begin') return [begin(next, reader)]
  if (next.kind === 'done') return []
  const [step = null, ...further] = studies.get(next.course.release.courseId)?.next ?? []
  const first = inCourse(next.course, step, reader)
  if (first.kind !== 'step') return [first]
  let minutes = others + (first.minutes ?? 0)
  const more = further.slice(0, MOST_STEPS - 1).filter((each) => {
    minutes += each.minutes
    return minutes <= DAY_MINUTES
  })
  return [first, ...more.map((each) => stepEntry(next.course, each, reader))]
}

function begin(next: NextStep & { kind: 'begin' }, reader: Reader): TodayEntry {
  const { locale, t } = reader
  const { release, first } = next
  return {
    kind: 'step',
    title: typeset(release.course.file.title[locale], locale),
    minutes: firstStep(release, locale)?.minutes ?? null,
    note: t(first ? 'learning.begin' : 'learning.nextCourse'),
    href: href(locale, `/courses/${release.courseId}`),
    label: t('course.open'),
  }
}

function inCourse(course: MyCourse, step: NextLessonStep | null, reader: Reader): TodayEntry {
  const { locale, t, now } = reader
  const { release, availability } = course
  const { courseId } = release
  const underWay = availability.status === 'under-way'
  const test = underWay ? null : waitingTest(course, locale, t)
  const title = typeset(release.course.file.title[locale], locale)
  if (test)
    return {
      kind: 'exam',
      title: test.title,
      minutes: null,
      note: title,
      href: test.href,
      label: t('learning.today.open'),
    }
  if (!underWay && step) {
    const address = href(locale, lessonPath(courseId, step.lessonId))
    return { ...stepEntry(course, step, reader), href: address, label: t('learning.today.continue') }
  }
  const [required] = underWay ? [] : namedPractice(course.practiceLeft, release.course.cases ?? [], { locale, now })
  if (required) {
    return {
      kind: 'practice',
      title: typeset(required.title[locale], locale),
      minutes: null,
      note: t('learning.today.required'),
      href: href(locale, required.path),
      label: t('learning.today.open'),
    }
  }
  return examEntry(course, title, reader)
}

function stepEntry(course: MyCourse, step: NextLessonStep, { locale, t, now }: Reader): TodayEntry {
  const lesson = typeset(step.lessonTitle[locale], locale)
  return {
    kind: 'step',
    title: step.title ? typeset(step.title, locale) : lesson,
    minutes: step.minutes,
    note: t('learning.today.stepOf', { lesson, n: step.place + 1, total: step.of }),
    missed: dueOf(course, locale, t, now).some(({ id, missed }) => missed && id === step.lessonId),
    href: href(locale, lessonPath(course.release.courseId, `${step.lessonId}#${step.id}`)),
    label: t('learning.today.open'),
  }
}

/** The exam, or its result while she waits for the next attempt. */
function examEntry(course: MyCourse, title: string, { locale, t }: Reader): TodayEntry {
  const { availability, release, learner } = course
  const action = courseAction(course, locale, t, course.mayTakePart)
  const can = availability.status === 'open' || availability.status === 'under-way'
  const opensOn = availability.status === 'not-yet' ? (learner.cohort?.examOpensOn ?? null) : null
  const waits =
    availability.status === 'cooling-down'
      ? t('exam.opensAt', { date: formatOpening(availability.opensAt, locale) })
      : opensOn && t('course.examOpensOn', { date: formatLooseDate(opensOn, locale) })
  return {
    kind: 'exam',
    title: t('course.finalExam'),
    minutes: can ? (release.course.file.examMinutes ?? null) : null,
    note: waits ? `${title} · ${waits}` : title,
    href: action.kind === 'link' ? action.href : href(locale, `/courses/${release.courseId}`),
    label: action.label,
  }
}

/** The questions of her reviews that wait today. */
export function reviewEntry(review: MyReview, { locale, t }: Reader): TodayEntry[] {
  const due = dueToday(review)
  if (due === 0) return []
  return [
    {
      kind: 'review',
      title: t('review.count', { count: due }),
      minutes: due * QUESTION_MINUTES,
      note: t('review.title'),
      href: href(locale, '/learning/review'),
      label: t('learning.today.review'),
    },
  ]
}

type Weak = Awaited<ReturnType<typeof withPractice>>
type Begun = Awaited<ReturnType<typeof myPractice>>

/** The practice that she has begun, if any. */
export function begunPractice(begun: Begun, { locale, t }: Reader): TodayEntry[] {
  const open = begun.find(({ state, retired }) => state === 'open' && retired.length === 0)
  if (!open) return []
  return [
    {
      kind: 'practice',
      title: typeset(open.title[locale], locale),
      minutes: null,
      note: `${t(`casework.kinds.${open.kind}.title`)} · ${t('learning.today.begun')}`,
      href: href(locale, open.path),
      label: t('learning.today.continue'),
    },
  ]
}

/** The questions for what her last exam fell short of, if any. */
export function weakPractice(weak: Weak, courses: readonly MyCourse[], { locale, t }: Reader): TodayEntry[] {
  // While an exam of the course is under way, its practice stays closed.
  const course = (id: string) => courses.find(({ release }) => release.courseId === id)
  const found = weak.find(({ courseId, practice }) => {
    const own = course(courseId)
    return practice > 0 && own?.mayTakePart && own.availability.status !== 'under-way'
  })
  const objective = found?.objectives[0]
  if (!found || !objective) return []
  return [
    {
      kind: 'practice',
      title: t('practice.set.title'),
      minutes: found.practice * QUESTION_MINUTES,
      note: t('learning.today.consolidate', { objective: typeset(objective.text[locale], locale) }),
      href: href(locale, `/courses/${found.courseId}/practice-set`),
      label: t('learning.today.practise'),
    },
  ]
}

/** A file that fits what she has missed. It is more than the minutes of a day, which therefore do not count it. */
export function missedPractice(suggestion: Suggestion | null, { locale, t }: Reader): TodayEntry[] {
  if (!suggestion) return []
  const { file, because } = suggestion
  return [
    {
      kind: 'practice',
      title: typeset(file.title[locale], locale),
      minutes: null,
      note: `${formatDuration(file.minutes, locale)} · ${reasonOf(because, locale, t)}`,
      href: href(locale, file.actions[0].path),
      label: t('learning.today.open'),
    },
  ]
}
