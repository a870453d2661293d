import type { LessonStep } from '../course/lesson-steps'
import type { QuestionKey } from '../question/question'
import { type PracticeTry, questionState } from './question-state'

/** `again`: its question was answered wrongly once, and comes back. */
export type StepState = 'open' | 'again' | 'done'

type Read = {
  practice: readonly QuestionKey[]
  /** Her answers, by question id. */
  given: ReadonlyMap<string, PracticeTry>
  /** The block of the lesson that she read last. */
  block: number
  /** She has come to the end of the lesson, or has completed it. */
  finished: boolean
}

/** The state of each step. One without a question is done once a later one has been read. */
export function stepStates(steps: readonly LessonStep[], { practice, given, block, finished }: Read): StepState[] {
  return steps.map(({ questions, firstBlock, blocks }) => {
    const asked = practice.filter(({ id }) => questions.includes(id))
    if (asked.length === 0) return finished || block >= firstBlock + blocks ? 'done' : 'open'
    const states = asked.map((question) => questionState(question, given.get(question.id)))
    if (states.includes('open')) return 'open'
    return states.includes('again') ? 'again' : 'done'
  })
}

/** A wrong answer is tried again once this many steps lie behind it. */
const STEPS_BETWEEN = 2

export type NextStep = { place: number; again: boolean }

/**
 * The step after the one at `here`, which counts as done: a question that comes back, else the step that follows. Null
 * at the end of the lesson.
 *
 * @param again she is there to try its question again, and then goes on where she was.
 */
export function stepAfter(states: readonly StepState[], here: number, again: boolean): NextStep | null {
  const back = states.findIndex((state, place) => state === 'again' && place !== here)
  const following = again ? states.findIndex((state, place) => state === 'open' && place !== here) : here + 1
  const isEnd = following === -1 || following >= states.length
  if (back !== -1 && (isEnd || (!again && here - back >= STEPS_BETWEEN))) return { place: back, again: true }
  return isEnd ? null : { place: following, again: false }
}

/**
 * Where she goes on in the lesson: the first open step from the one that she read last, else the first open one, else
 * one that comes back. With all of them done it is the last step, where she completes the lesson, and the first one if
 * she reads a completed lesson again.
 *
 * @param last the place of the step that she read last.
 */
export function stepToResume(states: readonly StepState[], last: number, completed: boolean): NextStep {
  const later = states.indexOf('open', last)
  const open = later === -1 ? states.indexOf('open') : later
  if (open !== -1) return { place: open, again: false }
  const back = states.indexOf('again')
  if (back !== -1) return { place: back, again: true }
  return { place: completed ? 0 : states.length - 1, again: false }
}
