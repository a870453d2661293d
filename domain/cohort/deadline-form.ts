import { type Day, daySchema } from './day'

const PREFIX = 'due-'

/** The name of the field for a step's deadline. */
export const deadlineField = (step: string) => `${PREFIX}${step}`

export type DeadlineForm = {
  deadlines: Readonly<Record<string, Day>>
  /** The fields whose date cannot be read. */
  wrong: readonly string[]
  typed: Readonly<Record<string, string>>
}

/** Reads the deadlines of the course's steps from a form. An empty field means no deadline. */
export function readDeadlines(form: FormData, steps: readonly string[]): DeadlineForm {
  const typed = Object.fromEntries(
    steps.map((step) => [deadlineField(step), String(form.get(deadlineField(step)) ?? '').trim()]),
  )
  const given = steps.flatMap((step) => {
    const day = typed[deadlineField(step)]
    return day ? [{ step, day }] : []
  })
  const isDay = (day: string) => daySchema.safeParse(day).success
  return {
    deadlines: Object.fromEntries(given.filter(({ day }) => isDay(day)).map(({ step, day }) => [step, day])),
    wrong: given.filter(({ day }) => !isDay(day)).map(({ step }) => deadlineField(step)),
    typed,
  }
}
