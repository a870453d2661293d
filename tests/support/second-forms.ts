import type { Course } from '@/domain/course/course'
import { localized, singleChoice } from './course-factories'

type SecondForms = NonNullable<Course['second']>

/** `count` second forms of `q1`. None shares a text with a first form; the right answer is always `a`. */
export function secondForms(count: number, objective = 'qualify'): SecondForms {
  return Array.from({ length: count }, (_, n) => {
    const id = `${objective}-s${n + 1}`
    const again = { stem: localized(`again ${id}`), explanation: localized(`because of ${id}`) }
    return { after: 'q1', question: singleChoice({ id, objective, ...again }) }
  })
}
