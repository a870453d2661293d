import type { Course } from '../course/course'
import { memoizePerObject } from '../memoize'

/** A question that asks again what `after`, a question of practice or of the exam, asked. */
export type SecondForm = NonNullable<Course['second']>[number]

/** Questions are looked up at each request, and a release never changes. */
const byId = memoizePerObject(
  ({ second = [] }: Pick<Course, 'second'>): ReadonlyMap<string, SecondForm> =>
    new Map(second.map((form) => [form.question.id, form])),
)

export function findSecondForm(course: Pick<Course, 'second'>, id: string): SecondForm | null {
  return byId(course).get(id) ?? null
}
