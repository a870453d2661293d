import fc from 'fast-check'
import { expect, it } from 'vitest'
import { courseProgress, type LessonState } from './course-progress'

const outline = [
  { id: 'offence', minutes: 15 },
  { id: 'smuggling', minutes: 20 },
  { id: 'child', minutes: 10 },
]
const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
const read = (lessonId: string, hour: number): LessonState => ({ lessonId, completedAt: null, readAt: at(hour) })
const done = (lessonId: string, hour: number): LessonState => ({ ...read(lessonId, hour), completedAt: at(hour) })

it('begins with the first lesson', () => {
  expect(courseProgress(outline, [])).toEqual({
    done: 0,
    total: 3,
    lessonsDone: false,
    lessonMinutesLeft: 45,
    completed: new Set(),
    begun: false,
    nextLesson: 'offence',
  })
})

it('has no next lesson once all are completed', () => {
  const progress = courseProgress(outline, [done('child', 3), done('offence', 1), done('smuggling', 2)])

  expect(progress).toMatchObject({ done: 3, lessonsDone: true, lessonMinutesLeft: 0, nextLesson: null })
})

it.each<[string, LessonState[], string]>([
  ['the lesson being read', [done('offence', 1), read('smuggling', 2)], 'smuggling'],
  ['the last one read of two', [read('offence', 2), read('child', 3)], 'child'],
  ['one begun earlier, once the last one read is completed', [read('child', 1), done('smuggling', 2)], 'child'],
  ['the first one not completed, when none was begun', [done('smuggling', 1)], 'offence'],
])('goes on with %s', (_, states, lesson) => {
  expect(courseProgress(outline, states).nextLesson).toBe(lesson)
})

it('counts nothing for a lesson that the course no longer has', () => {
  const progress = courseProgress(outline, [done('dropped', 8), read('also-dropped', 9), done('offence', 1)])

  expect(progress).toMatchObject({ done: 1, lessonMinutesLeft: 30, nextLesson: 'smuggling' })
})

it('is begun once the first lesson is completed, even if the completion is taken back', () => {
  const takenBack = { ...read('offence', 1), takenBackAt: at(2) }

  expect(courseProgress(outline, [read('offence', 1)]).begun).toBe(false)
  expect(courseProgress(outline, [done('offence', 1)]).begun).toBe(true)
  expect(courseProgress(outline, [takenBack])).toMatchObject({ begun: true, done: 0, nextLesson: 'offence' })
})

it('opens again when a release adds a lesson', () => {
  const states = outline.map(({ id }) => done(id, 1))
  const longer = [...outline, { id: 'aggravation', minutes: 5 }]

  expect(courseProgress(longer, states)).toMatchObject({
    lessonsDone: false,
    lessonMinutesLeft: 5,
    nextLesson: 'aggravation',
  })
})

const anyState = fc
  .record({ lessonId: fc.constantFrom('offence', 'smuggling', 'child', 'dropped'), completed: fc.boolean() })
  .map(({ lessonId, completed }) => (completed ? done(lessonId, 1) : read(lessonId, 1)))
const anyStates = fc
  .uniqueArray(anyState, { selector: ({ lessonId }) => lessonId })
  .map((states) => states.map((state, place) => ({ ...state, readAt: at(place) })))

it('adds up, and sends nobody to a lesson that is completed', () => {
  fc.assert(
    fc.property(anyStates, (states) => {
      const {
        done: count,
        total,
        completed,
        lessonMinutesLeft,
        lessonsDone,
        nextLesson,
      } = courseProgress(outline, states)
      const open = outline.filter(({ id }) => !completed.has(id))
      expect(count + open.length).toBe(total)
      expect(lessonMinutesLeft).toBe(open.reduce((sum, { minutes }) => sum + minutes, 0))
      expect(lessonsDone).toBe(nextLesson === null)
      expect(lessonsDone || open.some(({ id }) => id === nextLesson)).toBe(true)
    }),
  )
})

it('does not depend on the order of the states', () => {
  fc.assert(
    fc.property(anyStates, (states) => {
      expect(courseProgress(outline, states.toReversed())).toEqual(courseProgress(outline, states))
    }),
  )
})

it('never takes progress back when another lesson is completed', () => {
  fc.assert(
    fc.property(anyStates, fc.constantFrom(...outline), (states, { id }) => {
      const more = [...states.filter(({ lessonId }) => lessonId !== id), done(id, 23)]
      const before = courseProgress(outline, states)
      const after = courseProgress(outline, more)
      return after.done >= before.done && after.lessonMinutesLeft <= before.lessonMinutesLeft
    }),
  )
})
