import type { Page } from '@playwright/test'
import type { Permission, Targets } from '@/domain/auth/policy'
import type { Course } from '@/domain/course/course'
import type { Library } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import type { Answer } from '../e2e/answer'
import type { Cast, Role } from '../e2e/cast'
import type { Attempt, Someone } from '../e2e/rows'

/**
 * What the file `access.ts` beside a route says: who may open it, whether it is public, how it is reached, and the
 * states in which tests open it. The tests of routes, of links and of pages, and the sitemap, read these files.
 */
export type Access = ReaderAccess | StaffAccess
/** A route that asks for no permission of staff. */
export type ReaderAccess = Described &
  ByMethod<ReaderRow> & {
    /** Search engines may list it, and it is in the sitemap (`server/library/public-routes.ts`). */
    public?: true
  }
/** A route that asks `domain/auth/policy.ts` for a permission: the answer for each role follows from it. */
export type StaffAccess = Described & ByMethod<StaffRoute> & { public?: undefined }
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type ReaderRow = ReaderRoute | ((of: Of) => ReaderRoute)
type ByMethod<Row> = Partial<Record<Method, Row>>

type Described = {
  /**
   * Only for a page to which no other page links: the file that gives its address (a letter, the code on a room’s
   * screen, a form that needs a choice) and the words there. `none`: it has no page of its own, such as the route of an
   * earlier address, or is the form of another page.
   */
  entry?: { file: string; says: string } | 'none'
  /** The test of links may send this form: sending it again changes nothing. */
  pressed?: true
  /** Its states that look different, each with a name that no other state has. Required for a page. */
  states?: Readonly<Record<string, State>> | Stateless
}

/**
 * A route that no state opens: it sends a file or redirects; a link of another state leads to it, with an id that no
 * test knows (`tests/e2e/budgets.test.ts` follows it); or it exists too rarely.
 */
export type Stateless = 'file' | 'redirect' | 'linked' | 'rare'

/** A page in one of its states. */
export type State = {
  /** The person who opens it; by default nobody is signed in. */
  role?: Role
  path: (place: Place) => string
  /** 200 by default. */
  status?: number
  /** Actions on the page before it is checked. */
  act?: (page: Page, place: Place) => Promise<void>
}
export type Place = {
  cast: Cast
  course: Course
  courses: Record<string, Course>
  library: Library
  locale: Locale
}

/** The values that an address may contain, among them the first lesson of the course. */
export type Of = { number: string; attempt: Attempt; cohort: string; lesson: string; choice: QuestionKey }
export type ReaderRoute = {
  /** The owner of the page: the learner of the third column. */
  of?: Role
  /** The learner of the third column is in a cohort with tests, and has begun the first test. */
  atTest?: true
  form?: (of: Of) => Record<string, string>
  json?: (of: Of) => object
  anonymous: Answer
  unconfirmed: Answer
  learner: Answer
  other: Answer
  /** The answer for a person who holds every role, over the learner too; by default the same as for `other`. */
  powers?: Answer
}

/** The values for the routes' addresses: an institution, a cohort of it, and two people who belong to it. */
export type Fixtures = {
  institutionId: string
  /** A cohort of the institution, assigned to one of its tutors. */
  cohort: Targets['cohort:read']
  /** A seminar of the institution, without co-organisers. */
  seminar: Targets['seminar:change']
  /** A learner whose identity the institution has confirmed. */
  learner: Someone
  /** A tutor whose identity is not confirmed. */
  tutor: Someone
}
export type Asked = { [P in Permission]: { permission: P; target: Targets[P] } }[Permission]
export type StaffRoute = {
  /**
   * The required permissions, in the order in which they are checked: a caller who lacks one gets the refusal of the
   * first missing one.
   */
  asks: (fixtures: Fixtures) => readonly Asked[]
  /**
   * The answer for a caller with all permissions. `{institution}`, `{cohort}` and `{seminar}` stand for the ids,
   * `{yesterday}` for the day of the latest figures.
   */
  answer: Answer
  /** The body. For a permitted caller it changes nothing: it is done already, or incomplete. */
  form?: (fixtures: Fixtures) => Record<string, string>
  query?: (fixtures: Fixtures) => string
  /** A forbidden caller gets 404, so that the answer does not reveal that the page exists. */
  hidden?: true
  /** It sends a file: a program that is not signed in gets 401 instead of a redirect to the sign-in page. */
  file?: true
}
