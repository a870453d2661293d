import { dueOf } from '@/components/course/cohort-of'
import type { OwnDate } from '@/components/course/date-list'
import type { TodayEntry } from '@/components/course/today-list'
import { GivenTitle } from '@/components/seminar/given-text'
import { href } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import { dayOf, daysBetween } from '@/domain/time/day'
import { typeset } from '@/i18n/typography'
import { whenOf } from '@/i18n/when'
import type { myRecalls } from '@/server/cohort/tests/my-recalls'
import type { MyCourse } from '@/server/progress/my-learning'
import type { mySeminars } from '@/server/seminar/list-seminars'
import type { mySurveys } from '@/server/survey/answer-survey'
import type { Reader } from './today-entries'

/** A date with what its button says, if it stands in the list of today. `first`: it comes before all others. */
type Bound = OwnDate & { label: string; first?: boolean }
type Given = {
  courses: readonly MyCourse[]
  seminars: Awaited<ReturnType<typeof mySeminars>>
  surveys: Awaited<ReturnType<typeof mySurveys>>
  recalls: Awaited<ReturnType<typeof myRecalls>>
}

/** A date further away than that is no part of today. */
const NEAR_DAYS = 14

/**
 * The date that binds her next, for the list of today, and the others in their order: deadlines, seminars, and the last
 * days of surveys and of recall tests.
 */
export function ownDates(given: Given, reader: Reader): { next: TodayEntry[]; later: OwnDate[] } {
  const all = [...deadlines(given, reader), ...seminars(given, reader), ...closing(given, reader)].toSorted(
    (a, b) => Number(b.first ?? false) - Number(a.first ?? false) || a.on.localeCompare(b.on),
  )
  const [first] = all
  const days = first ? daysBetween(dayOf(reader.now), first.on) : 0
  if (!first || days > NEAR_DAYS) return { next: [], later: all }
  return { next: [entryOf(first, days, reader)], later: all.slice(1) }
}

function entryOf({ title, note, missed, href: address, label }: Bound, days: number, { t }: Reader): TodayEntry {
  const when = days < 0 ? null : t('learning.dueIn', { days })
  return {
    kind: 'date',
    title,
    minutes: null,
    note: (
      <>
        {when}
        {when && note && ' · '}
        {note}
      </>
    ),
    missed,
    href: address,
    label,
  }
}

function deadlines({ courses }: Given, { locale, t, now }: Reader): Bound[] {
  return courses.flatMap((course) => {
    const { courseId } = course.release
    return dueOf(course, locale, t, now).map(({ id, title, dueOn, missed }) => ({
      on: dueOn,
      title,
      note: typeset(course.release.course.file.title[locale], locale),
      missed,
      href: href(locale, id === 'exam' ? `/courses/${courseId}/exam` : lessonPath(courseId, id)),
      label: t('learning.today.open'),
    }))
  })
}

function seminars({ seminars }: Given, { locale, t }: Reader): Bound[] {
  return seminars.map((seminar) => ({
    on: dayOf(seminar.startsAt),
    title: <GivenTitle texts={seminar.titles} locale={locale} />,
    note: seminar.status === 'cancelled' ? t('seminar.states.cancelled') : whenOf(seminar, locale, t),
    missed: false,
    href: href(locale, seminar.checkInOpen ? '/c' : `/seminars/${seminar.id}`),
    label: t(seminar.checkInOpen ? 'attendance.checkIn.open' : 'learning.today.see'),
    first: seminar.checkInOpen,
  }))
}

/** Surveys and recall tests, each on the last day on which it is open. */
function closing({ surveys, recalls }: Given, { locale, t }: Reader): Bound[] {
  const lastDay = (closesAt: Date) => dayOf(new Date(closesAt.getTime() - 1))
  const asked = surveys.map(({ path, titles, closesAt }) => ({
    on: lastDay(closesAt),
    title: typeset(titles[locale], locale),
    note: t('surveys.title'),
    missed: false,
    href: href(locale, path),
    label: t('learning.today.answer'),
  }))
  const tests = recalls.map(({ cohortId, courseId, form, title, closesAt }) => ({
    on: lastDay(closesAt),
    title: t(`tests.titles.${form}`),
    note: typeset(title[locale], locale),
    missed: false,
    href: href(locale, `/learning/tests/${cohortId}/${courseId}/${form}`),
    label: t('learning.today.answer'),
  }))
  return [...asked, ...tests]
}
