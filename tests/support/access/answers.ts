import type { Answer } from '../e2e/answer'
import { COURSE } from '../e2e/course-ids'

export const all = (answer: Answer) => ({ anonymous: answer, unconfirmed: answer, learner: answer, other: answer })
/** The answers for a page that belongs to one person: the page, or the refusal that fits the caller. */
export const hers = { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 200, other: 403 } as const
export const signedIn = { anonymous: '303 /ar/sign-in', unconfirmed: 200, learner: 200, other: 200 } as const
export const signedOut = {
  anonymous: 200,
  unconfirmed: '303 /ar/learning',
  learner: '303 /ar/learning',
  other: '303 /ar/learning',
  powers: '303 /ar/desk',
} as const
export const withoutFactor = { ...all('303 /ar/account/second-factor'), anonymous: '303 /ar/sign-in' } as const
export const anyone = all(200)

export const COURSE_PAGE = `/ar/courses/${COURSE}`
export const lessonPage = (id: string) => `${COURSE_PAGE}/lessons/${id}`
export const EXAM_PAGE = `${COURSE_PAGE}/exam`
export const testPage = (cohort: string) => `/ar/learning/tests/${cohort}/${COURSE}/before`

/** A grid of the course. */
export const GRID = 'lanes-of-the-medina'
