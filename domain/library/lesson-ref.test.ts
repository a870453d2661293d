import { expect, it } from 'vitest'
import { lessonRefSchema, ofLesson } from './lesson-ref'

it('finds the entries of a lesson in their order, and those of no other', () => {
  const entries = [
    { id: 'a', lessons: ['trial/opening'] },
    { id: 'b', lessons: ['referral/opening'] },
    { id: 'c', lessons: ['trial/penalty', 'trial/opening'] },
  ]

  expect(ofLesson(entries, { course: 'trial', lesson: 'opening' }).map(({ id }) => id)).toEqual(['a', 'c'])
})

it.each(['trial', 'trial/', '/opening', 'trial/opening/x', 'Trial/opening', '../opening'])('refuses %s', (ref) => {
  expect(lessonRefSchema.safeParse(ref).success).toBe(false)
})
