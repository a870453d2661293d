import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSteps } from './steps-done'

const outline = ['law', 'law-2', 'offence']

it('counts the completed lessons and the missed ones', () => {
  const read = readSteps(outline, new Set(['law', 'offence', 'exam']))

  expect(read('law-2 law')).toMatchObject({ lessons: 3, lessonsDone: 2, lessonsLate: 1 })
  expect(read(null)).toMatchObject({ lessons: 3, lessonsDone: 0, lessonsLate: 2 })
})

it('does not confuse two lessons whose names begin alike', () => {
  const { done } = readSteps(outline, new Set())('law-2')

  expect(outline.filter((id) => done.has(id))).toEqual(['law-2'])
})

it('counts no lesson that the course does not have', () => {
  expect(readSteps(outline, new Set())('gone law')).toMatchObject({ lessonsDone: 1 })
})

it('gives the same counts for a set, whatever was read before and in whatever order', () => {
  const past = new Set(['law-2', 'exam'])
  const people = fc.array(fc.shuffledSubarray([...outline, 'gone']))
  fc.assert(
    fc.property(people, (sets) => {
      const read = readSteps(outline, past)
      for (const set of sets) {
        const open = outline.filter((id) => !set.includes(id))
        expect(read(set.join(' ') || null)).toMatchObject({
          lessonsDone: outline.length - open.length,
          lessonsLate: open.filter((id) => past.has(id)).length,
        })
      }
    }),
  )
})
