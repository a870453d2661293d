import { type Day, daySchema, nextDay } from '../time/day'

/** The most courses that a cohort has. */
export const MOST_COURSES = 12

/** A course of a cohort, with its days. The deadline of the step `exam` is for handing in the exam. */
export type CourseDraft = { courseId: string; examOpensOn: Day | null; deadlines: Readonly<Record<string, Day>> }
/** A course that the form may name, with the steps that may have a deadline: its lessons, and `exam` if it has one. */
export type KnownCourse = { courseId: string; steps: readonly string[] }
/** The button that was pressed: it saves, or it changes the courses or their days in the form without saving. */
export type ProgrammeAct = { act: 'save' | 'add' | 'spread' } | { act: 'up' | 'down' | 'remove'; courseId: string }

/** The names of the form's fields. Ids contain no dot, so a name has only one reading. */
export const deadlineField = (courseId: string, step: string) => `due.${courseId}.${step}`
export const examField = (courseId: string) => `exam.${courseId}`

const MOVES = ['up', 'down', 'remove'] as const

export function readProgrammeAct(form: FormData): ProgrammeAct {
  const [name, courseId] = String(form.get('act') ?? '').split(':')
  const act = MOVES.find((move) => move === name)
  if (act && courseId) return { act, courseId }
  return { act: name === 'add' || name === 'spread' ? name : 'save' }
}

type Problem = 'day' | 'outside' | 'choose'
export type ProgrammeForm = {
  courses: readonly CourseDraft[]
  problems: readonly { name: string; problem: Problem }[]
  typed: Readonly<Record<string, string>>
}

/**
 * Reads the courses of a cohort in their order, with their days. An added course comes last; an unknown course is left
 * out. An empty field means no day.
 *
 * @param term the days of the cohort, between which an exam may open; null if these days are invalid.
 */
export function readProgramme(
  form: FormData,
  known: readonly KnownCourse[],
  term: { startsOn: Day; endsOn: Day } | null,
): ProgrammeForm {
  const ids = [...form.getAll('courses'), form.get('course') ?? ''].map(String)
  const chosen = [...new Set(ids)].flatMap((id) => known.find(({ courseId }) => courseId === id) ?? [])
  const read = chosen.slice(0, MOST_COURSES).map((course) => readCourse(form, course, term))
  const none = { name: 'course', problem: 'choose' as const }
  return {
    courses: read.map(({ course }) => course),
    problems: read.length === 0 ? [none] : read.flatMap(({ problems }) => problems),
    typed: Object.assign({}, ...read.map(({ typed }) => typed)),
  }
}

function readCourse(
  form: FormData,
  { courseId, steps }: KnownCourse,
  term: { startsOn: Day; endsOn: Day } | null,
): { course: CourseDraft; problems: ProgrammeForm['problems']; typed: Record<string, string> } {
  const names = [examField(courseId), ...steps.map((step) => deadlineField(courseId, step))]
  const typed = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').trim()]))
  const isDay = (text: string | undefined): text is Day => daySchema.safeParse(text).success
  const problems: { name: string; problem: Problem }[] = names
    .filter((name) => typed[name] !== '' && !isDay(typed[name]))
    .map((name) => ({ name, problem: 'day' }))
  const opens = typed[examField(courseId)]
  const examOpensOn = isDay(opens) ? opens : null
  if (term && examOpensOn !== null && (examOpensOn < term.startsOn || examOpensOn > term.endsOn)) {
    problems.push({ name: examField(courseId), problem: 'outside' })
  }
  const deadlines = steps.flatMap((step): [string, Day][] => {
    const day = typed[deadlineField(courseId, step)]
    return isDay(day) ? [[step, day]] : []
  })
  return { course: { courseId, examOpensOn, deadlines: Object.fromEntries(deadlines) }, problems, typed }
}

/** The order of courses after a press of one of the form's buttons. */
export function reorder<C extends { courseId: string }>(courses: readonly C[], change: ProgrammeAct): C[] {
  if (!('courseId' in change)) return [...courses]
  const { act, courseId } = change
  if (act === 'remove') return courses.filter((course) => course.courseId !== courseId)
  const from = courses.findIndex((course) => course.courseId === courseId)
  const to = act === 'up' ? from - 1 : from + 1
  const [moved, other] = [courses[from], courses[to]]
  if (!moved || !other) return [...courses]
  return courses.map((course, place) => (place === from ? other : place === to ? moved : course))
}

const SUNDAY = 0
const SATURDAY = 6
const DAY_MS = 86_400_000

/**
 * Spreads `count` steps evenly from `from` to `to` and returns the day of each, in order. A day at a weekend moves to
 * the Friday before, or to the Monday after if that Friday is before `from`.
 */
export function spreadDays(count: number, { from, to }: { from: Day; to: Day }): Day[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  return Array.from({ length: count }, (_, place) =>
    workingDay(nextDay(from, Math.round((days * (place + 1)) / count)), from),
  )
}

function workingDay(day: Day, earliest: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday !== SATURDAY && weekday !== SUNDAY) return day
  const friday = nextDay(day, weekday === SATURDAY ? -1 : -2)
  return friday < earliest ? nextDay(day, weekday === SATURDAY ? 2 : 1) : friday
}

/** Moves a course's days by a number of days, for the next edition of a cohort. No day is later than `last`. */
export function shiftDays({ examOpensOn, ...course }: CourseDraft, by: number, last: Day): CourseDraft {
  const shift = (day: Day): Day => {
    const shifted = nextDay(day, by)
    return shifted > last ? last : shifted
  }
  const deadlines = Object.entries(course.deadlines).map(([step, day]) => [step, shift(day)])
  return {
    courseId: course.courseId,
    examOpensOn: examOpensOn === null ? null : shift(examOpensOn),
    deadlines: Object.fromEntries(deadlines),
  }
}
