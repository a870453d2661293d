import 'server-only'
import type { Locale, Localized } from '@/domain/locale'
import { type ObjectiveState, objectiveState } from '@/domain/progress/objective-state'
import { stepMinutes } from '@/domain/progress/step-minutes'
import { stepToResume } from '@/domain/progress/step-order'
import { type Day, dayOf, startOfDay, weekOf } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import type { LoadedRelease } from '../content/releases'
import { sql } from '../db/client'
import { findStudyTimes } from '../db/course/study-times'
import { findPracticeAnswersOf, type PracticeAnswerRow } from '../db/practice/practice-answers'
import type { CourseWeakness } from '../exam/my-weak-objectives'
import { judgedOwnAnswers } from '../exam/own-answers'
import { currentAnswers } from '../practice/answer-practice'
import { lessonStanding } from './lesson-standing'
import type { MyCourse } from './my-learning'

/** A step that she can read next. `place`: from 0. */
export type NextLessonStep = {
  id: string
  lessonId: string
  lessonTitle: Localized
  title: string
  place: number
  of: number
  minutes: number
}
/** How far she is in a course, for her alone. */
export type CourseStudy = {
  steps: { done: number; total: number }
  /** The steps with which she goes on, the next one first; none once all lessons are completed. */
  next: readonly NextLessonStep[]
  objectives: readonly { id: string; text: Localized; state: ObjectiveState }[]
}
export type WeekDay = { day: Day; studied: boolean }

/** The share of right answers that makes an objective firm in a course without an exam. */
const PASS_RATE = 0.7

/**
 * The state of her courses, by course.
 *
 * @param weak what her last exams fell short of.
 */
export async function myStudies(
  permit: Permit<'account:read'>,
  courses: readonly MyCourse[],
  weak: readonly CourseWeakness[],
  locale: Locale,
): Promise<ReadonlyMap<string, CourseStudy>> {
  const [rows, judged] = await Promise.all([
    findPracticeAnswersOf(sql(), permit.target.accountId),
    judgedOwnAnswers(permit, courses),
  ])
  const entries = courses.map(async (course) => {
    const { courseId } = course.release
    const answers = judged.flatMap(({ key, points, ...given }) =>
      given.courseId === courseId ? [{ objective: key.objective, points }] : [],
    )
    const fellShort = weak.find((each) => each.courseId === courseId)?.objectives ?? []
    const own = rows.filter(({ enrolmentId }) => enrolmentId === course.learner.enrolmentId)
    const study: CourseStudy = {
      ...(await stepsIn(course, own, locale)),
      objectives: objectivesOf(course.release, answers, new Set(fellShort.map(({ objective }) => objective))),
    }
    return [courseId, study] as const
  })
  return new Map(await Promise.all(entries))
}

/** The week of today, with the days on which she has studied. */
export async function myWeek({ target }: Permit<'account:read'>, now: Date): Promise<WeekDay[]> {
  const days = weekOf(dayOf(now))
  const times = await findStudyTimes(sql(), target.accountId, startOfDay(days[0] ?? dayOf(now)))
  const studied = new Set(times.map(dayOf))
  return days.map((day) => ({ day, studied: studied.has(day) }))
}

/** The first step of a course that she has not begun. */
export function firstStep({ course }: LoadedRelease, locale: Locale): NextLessonStep | null {
  const lesson = course.lessons[0]
  if (!lesson) return null
  const learner = { learner: null, progress: { completed: new Set<string>() } }
  const { steps } = lessonStanding(learner, lesson, new Map(), locale)
  return stepOf(lesson, steps, 0)
}

async function stepsIn(course: MyCourse, rows: readonly PracticeAnswerRow[], locale: Locale) {
  const { release, progress } = course
  const answers = await currentAnswers(release, rows)
  let [done, total] = [0, 0]
  const next: NextLessonStep[] = []
  for (const lesson of release.course.lessons) {
    const { steps, states, last, completed } = lessonStanding(course, lesson, answers, locale)
    total += steps.length
    done += completed ? steps.length : states.filter((state) => state === 'done').length
    if (completed) continue
    const first = stepToResume(states, last, completed).place
    const after = steps.flatMap((_, place) => (place !== first && states[place] === 'open' ? [place] : []))
    const ahead = [first, ...after].map((place) => stepOf(lesson, steps, place))
    // She goes on in the lesson that she began, wherever it stands.
    next[lesson.file.id === progress.nextLesson ? 'unshift' : 'push'](...ahead)
  }
  return { steps: { done, total }, next }
}

type Lesson = LoadedRelease['course']['lessons'][number]

function stepOf({ file }: Lesson, steps: ReturnType<typeof lessonStanding>['steps'], place: number): NextLessonStep {
  return {
    id: steps[place]?.id ?? '',
    lessonId: file.id,
    lessonTitle: file.title,
    title: steps[place]?.title ?? '',
    place,
    of: steps.length,
    minutes: stepMinutes(steps, place, file.minutes),
  }
}

function objectivesOf(
  { course }: LoadedRelease,
  answers: readonly { objective: string; points: number }[],
  weak: ReadonlySet<string>,
): CourseStudy['objectives'] {
  const asked = new Map<string, number>()
  for (const { objective } of course.lessons.flatMap(({ practice }) => practice)) {
    asked.set(objective, (asked.get(objective) ?? 0) + 1)
  }
  const passRate = course.exam?.passRate ?? PASS_RATE
  return course.file.objectives.map(({ id, text }) => ({
    id,
    text,
    state: objectiveState(id, { answers, weak, asked, passRate }),
  }))
}
