/** Who asks. `anonymous` has no account behind it. */
export type Actor =
  | { kind: 'anonymous' }
  /** Whoever holds the server's command line. */
  | { kind: 'operator' }
  | {
      kind: 'person'
      accountId: string
      sessionId: string
      confirmed: boolean
      locale: string
    }
export type Person = Extract<Actor, { kind: 'person' }>

/** Every permission of the platform, with what it is asked about. */
export type Targets = {
  'account:read': { accountId: string }
  'account:change': { accountId: string }
  /** Shuts a person out, or lets her in again, whoever she is. */
  'account:disable': { email: string }
  'account:enable': { email: string }
  /** Its teaching texts. A closed course opens to who was let in. */
  'course:read': { courseId: string; access: CourseAccess; learnerId: string | null }
  'course:enrol': { courseId: string; access: CourseAccess }
  /** Lets another person into a closed course. */
  'course:admit': { courseId: string; email: string }
  'course:learn': { courseId: string; learnerId: string | null }
  'exam:sit': { courseId: string; learnerId: string | null }
  'certificate:read': { number: string; holderId: string | null; shared: boolean }
  'certificate:supersede': { number: string }
  'certificate:revoke': { number: string }
}
/** @see courseFileSchema */
export type CourseAccess = 'open' | 'closed' | 'public'
export type Permission = keyof Targets
/** The answer says why, so that the page can say what to do. */
export type Decision = 'allowed' | 'sign-in-required' | 'unconfirmed' | 'forbidden' | 'course-closed'

type Rule<P extends Permission> = (person: Person, target: Targets[P]) => Decision

const own = (person: Person, ownerId: string | null): Decision =>
  ownerId !== null && person.accountId === ownerId ? 'allowed' : 'forbidden'
const confirmed = (person: Person): Decision => (person.confirmed ? 'allowed' : 'unconfirmed')

/** Deny by default: a person meets the rule, anyone else is asked to sign in. */
const RULES: { [P in Permission]: Rule<P> } = {
  'account:read': (person, { accountId }) => own(person, accountId),
  'account:change': (person, { accountId }) => own(person, accountId),
  'account:disable': () => 'forbidden',
  'account:enable': () => 'forbidden',
  'course:read': (person, { access, learnerId }) =>
    access !== 'closed' || own(person, learnerId) === 'allowed' ? 'allowed' : 'course-closed',
  'course:enrol': (person, { access }) => (access === 'closed' ? 'course-closed' : confirmed(person)),
  'course:admit': () => 'forbidden',
  'course:learn': (person, { learnerId }) => own(person, learnerId),
  'exam:sit': (person, { learnerId }) => {
    const decision = confirmed(person)
    return decision === 'allowed' ? own(person, learnerId) : decision
  },
  'certificate:read': (person, { holderId }) => own(person, holderId),
  'certificate:supersede': () => 'forbidden',
  'certificate:revoke': () => 'forbidden',
}
const OPERATOR: readonly Permission[] = [
  'account:disable',
  'account:enable',
  'course:admit',
  'certificate:supersede',
  'certificate:revoke',
]

export function decide<P extends Permission>(actor: Actor, permission: P, target: Targets[P]): Decision {
  // The holder's share link opens a certificate to whoever has it.
  if (permission === 'certificate:read' && (target as Targets['certificate:read']).shared) return 'allowed'
  if (permission === 'course:read' && (target as Targets['course:read']).access !== 'closed') return 'allowed'
  if (actor.kind === 'anonymous') return 'sign-in-required'
  if (actor.kind === 'operator') return OPERATOR.includes(permission) ? 'allowed' : 'forbidden'
  return RULES[permission](actor, target)
}
