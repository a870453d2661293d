import { GUARDED_ROLES, isPlatformRole, type Role } from '../institution/role'
import type { Actor, Decision, Person } from './actor'
import { NO_STANDING, type Standing } from './roles-held'
import { byRole, inInstitution, inKind, onPlatform } from './staff-rules'

export type { Actor, Decision, Person } from './actor'

/** Every permission of the platform, with what it is asked about. */
export type Targets = {
  'account:read': { accountId: string }
  'account:change': { accountId: string }
  /** Shuts a person out, or lets her in again, whoever she is. */
  'account:disable': { email: string }
  'account:enable': { email: string }
  /** Takes the second factor from someone who lost her telephone and her recovery codes. */
  'account:second-factor-off': { email: string }
  /** Its teaching texts. A closed course opens to who was let in. */
  'course:read': { courseId: string; access: CourseAccess; learner: CoursePlace | null }
  'course:enrol': { courseId: string; access: CourseAccess }
  /** Lets another person into a closed course. */
  'course:admit': { courseId: string; email: string }
  'course:learn': { courseId: string; learnerId: string | null }
  'exam:sit': { courseId: string; learnerId: string | null }
  /** A test before or after the course of a cohort. Without a learner: of who does not take part in it. */
  'test:sit': { cohortId: string; learnerId: string | null }
  'certificate:read': { number: string; holderId: string | null; shared: boolean }
  'certificate:supersede': { number: string }
  'certificate:revoke': { number: string }
  /** The certificates that were earned in an institution's cohorts. */
  'certificate:list': { institutionId: string }
  /** Asks that it be revoked or reissued. */
  'certificate:propose': CertificateTarget
  /** Says yes or no to what somebody else has asked. */
  'certificate:decide': CertificateTarget & Proposer
  /** Makes the first administrator. */
  'platform:found': Record<string, never>
  /** The list of institutions. */
  'platform:read': Record<string, never>
  /** Those she has to do with; of the platform's staff, all. */
  'institution:list': Record<string, never>
  'institution:create': Record<string, never>
  'institution:read': { institutionId: string }
  'institution:change': { institutionId: string }
  'institution:archive': { institutionId: string }
  /** Its figures over time, about nobody. */
  'institution:report': { institutionId: string }
  /** The country's figures, about nobody and no institution. */
  'nation:read': Record<string, never>
  /** Keeps the figures of an institution, or (null) of the country, as they stand, to be cited. */
  'figures:keep': { institutionId: string | null }
  /** Who belongs to it, with their roles; without an institution: who works for the platform. */
  'people:read': { institutionId: string | null }
  /** Without an institution: on the platform. An offer gives nobody any right until it is accepted. */
  'role:offer': { institutionId: string | null; accountId: string | null; role: Role }
  'role:end': RoleTarget
  /** Ends all that she is in an institution, or on the platform. `guarded`: one of her roles there acts on others. */
  'role:leave': { accountId: string; guarded: boolean }
  /** Accepts or declines a role. `accountId`: whose confirmed address it was offered to; null where nobody has it. */
  'offer:answer': { accountId: string | null }
  'identity:confirm': IdentityTarget
  'identity:withdraw': IdentityTarget
  /** What was done in an institution, or (null) on the whole platform. */
  'audit:read': { institutionId: string | null }
  'cohort:create': { institutionId: string }
  /** Takes a place that she holds the way into. */
  'cohort:join': Record<string, never>
  /** Its people with progress and pass or fail, never an answer. */
  'cohort:read': CohortTarget
  'cohort:change': CohortTarget
  /** Who takes part: importing, inviting, withdrawing, transferring. */
  'cohort:enrol': CohortTarget
  /** Says yes or no to who asks to join. */
  'cohort:decide': CohortTarget & { askedBy: string | null }
  'cohort:remind': CohortTarget
  /** Takes people's progress out of the platform. */
  'cohort:export': CohortTarget
  /** What a cohort's answers come to: figures through `disclose`, about nobody. */
  'statistics:read': CohortTarget
}
type CohortTarget = { cohortId: string; institutionId: string; tutorIds: readonly string[] }
/** `proposedByTeacher`: who proposed it administered an institution that taught the holder. */
type Proposer = { proposedBy: string | null; proposedByTeacher: boolean }
/** `institutionIds`: those in whose cohorts it was earned. */
type CertificateTarget = { number: string; holderId: string | null; institutionIds: readonly string[] }
type IdentityTarget = { institutionId: string; accountId: string }
type RoleTarget = { institutionId: string | null; accountId: string; role: Role }
/** Whose it is, and what it hangs on in a closed course. */
type CoursePlace = {
  accountId: string
  /** The operator let her in. */
  admitted: boolean
  /** She belonged to the commission, and does no more. */
  leftCommission: boolean
}
/** @see courseFileSchema */
export type CourseAccess = 'open' | 'closed' | 'public'
export type Permission = keyof Targets
type Rule<P extends Permission> = (person: Person, target: Targets[P]) => Decision

const own = (person: Person, ownerId: string | null): Decision =>
  ownerId !== null && person.accountId === ownerId ? 'allowed' : 'forbidden'
const confirmed = (person: Person): Decision => (person.confirmed ? 'allowed' : 'unconfirmed')

const PLATFORM = onPlatform('platform-administrator')
const STAFF = onPlatform('platform-administrator', 'support')
/** Closed courses are the commission's: whoever belongs to it may take part, whatever she is there. */
const COMMISSION = inKind('commission')

/** Who leaves the commission leaves its courses, with her record and certificates; whom the operator let in stays. */
function keepsPlace(person: Person, place: CoursePlace | null): boolean {
  return place !== null && place.accountId === person.accountId && (place.admitted || !place.leftCommission)
}

/** A tutor of the cohort who still is one in its institution. */
const tutors =
  (person: Person, { institutionId, tutorIds }: CohortTarget) =>
  (held: Standing) =>
    tutorIds.includes(person.accountId) && inInstitution(institutionId, 'tutor')(held)

/** Nobody offers herself a role or ends her own here. Only the platform makes or unmakes administrators and its own staff. */
function overRole(person: Person, { institutionId, accountId, role }: Targets['role:offer'], fresh: boolean): Decision {
  if (person.accountId === accountId) return 'forbidden'
  if (isPlatformRole(role) !== (institutionId === null)) return 'forbidden'
  const byInstitution = role === 'learner' || role === 'tutor' || role === 'commission-member'
  const administers = inInstitution(institutionId, 'administrator')
  return byRole(person, { guarded: (held) => PLATFORM(held) || (byInstitution && administers(held)), fresh })
}

/** The institution that knows her says who she is, and takes that back: nobody else, and nobody for herself. */
function overIdentity(person: Person, { institutionId, accountId }: IdentityTarget, fresh: boolean): Decision {
  if (person.accountId === accountId) return 'forbidden'
  return byRole(person, { guarded: inInstitution(institutionId, 'administrator'), fresh })
}

function confirmedOwn(person: Person, ownerId: string | null): Decision {
  const decision = confirmed(person)
  return decision === 'allowed' ? own(person, ownerId) : decision
}

/** Whoever answers for an institution reads its figures; the country's are the commission's. The platform reads both. */
function overFigures(person: Person, institutionId: string | null): Decision {
  const nation = inKind('commission', 'administrator')
  const administers = institutionId === null ? nation : inInstitution(institutionId, 'administrator')
  return byRole(person, {
    ...(institutionId === null && { plain: inKind('commission', 'commission-member') }),
    guarded: (held) => PLATFORM(held) || administers(held),
  })
}

/** Whoever finds an open browser must not be able to take her roles from her; without a second factor there is none to ask. */
function leaving(person: Person, { accountId, guarded }: Targets['role:leave']): Decision {
  if (person.accountId !== accountId) return 'forbidden'
  const { proof } = person.standing ?? NO_STANDING
  return guarded && (proof === 'waiting' || proof === 'passed') ? 'second-factor-required' : 'allowed'
}

const taught =
  ({ institutionIds }: CertificateTarget) =>
  (held: Standing) =>
    institutionIds.some((id) => inInstitution(id, 'administrator')(held))

/** The institutions that taught its holder and the platform, and nobody over her own. */
function proposing(person: Person, target: CertificateTarget): Decision {
  if (person.accountId === target.holderId) return 'forbidden'
  return byRole(person, { guarded: (held) => PLATFORM(held) || taught(target)(held) })
}

/** A second person, and one of the two from an institution that taught the holder: the platform alone changes nothing. */
function deciding(person: Person, target: CertificateTarget & Proposer): Decision {
  const { holderId, proposedBy, proposedByTeacher } = target
  if (person.accountId === holderId || person.accountId === proposedBy) return 'forbidden'
  const guarded = (held: Standing) => taught(target)(held) || (proposedByTeacher && PLATFORM(held))
  return byRole(person, { guarded, fresh: true })
}

/** Deny by default: a person meets the rule, anyone else is asked to sign in. */
const RULES: { [P in Permission]: Rule<P> } = {
  'account:read': (person, { accountId }) => own(person, accountId),
  'account:change': (person, { accountId }) => own(person, accountId),
  'account:disable': () => 'forbidden',
  'account:enable': () => 'forbidden',
  'account:second-factor-off': () => 'forbidden',
  'course:read': (person, { access, learner }) =>
    access !== 'closed' || keepsPlace(person, learner) ? 'allowed' : 'course-closed',
  'course:enrol': (person, { access }) =>
    access === 'closed' && !COMMISSION(person.standing ?? NO_STANDING) ? 'course-closed' : confirmed(person),
  'course:admit': () => 'forbidden',
  'course:learn': (person, { learnerId }) => own(person, learnerId),
  'exam:sit': (person, { learnerId }) => confirmedOwn(person, learnerId),
  'test:sit': (person, { learnerId }) => confirmedOwn(person, learnerId),
  'certificate:read': (person, { holderId }) => own(person, holderId),
  'certificate:supersede': () => 'forbidden',
  'certificate:revoke': () => 'forbidden',
  'certificate:list': (person, { institutionId }) =>
    byRole(person, { guarded: (held) => PLATFORM(held) || inInstitution(institutionId, 'administrator')(held) }),
  'certificate:propose': proposing,
  'certificate:decide': deciding,
  'platform:found': () => 'forbidden',
  'platform:read': (person) => byRole(person, { guarded: STAFF }),
  // What asks administrators for their second factor is each institution; whoever sees all of them is asked here.
  'institution:list': (person) =>
    STAFF(person.standing ?? NO_STANDING) ? byRole(person, { guarded: STAFF }) : confirmed(person),
  'institution:create': (person) => byRole(person, { guarded: PLATFORM }),
  'institution:read': (person, { institutionId }) =>
    byRole(person, {
      plain: inInstitution(institutionId, 'tutor'),
      guarded: (held) => STAFF(held) || inInstitution(institutionId, 'administrator')(held),
    }),
  'institution:change': (person, { institutionId }) =>
    byRole(person, { guarded: (held) => PLATFORM(held) || inInstitution(institutionId, 'administrator')(held) }),
  'institution:archive': (person) => byRole(person, { guarded: PLATFORM, fresh: true }),
  'institution:report': (person, { institutionId }) => overFigures(person, institutionId),
  'nation:read': (person) => overFigures(person, null),
  'figures:keep': (person, { institutionId }) => overFigures(person, institutionId),
  'people:read': (person, { institutionId }) =>
    byRole(person, { guarded: (held) => PLATFORM(held) || inInstitution(institutionId, 'administrator')(held) }),
  'role:offer': (person, target) => overRole(person, target, false),
  // Whoever finds an open browser must not be able to shut out those who would set things right.
  'role:end': (person, target) => overRole(person, target, GUARDED_ROLES.includes(target.role)),
  'role:leave': leaving,
  'offer:answer': (person, { accountId }) => confirmedOwn(person, accountId),
  'identity:confirm': (person, target) => overIdentity(person, target, false),
  'identity:withdraw': (person, target) => overIdentity(person, target, true),
  'audit:read': (person, { institutionId }) =>
    byRole(person, { guarded: (held) => PLATFORM(held) || inInstitution(institutionId, 'administrator')(held) }),
  'cohort:join': (person) => confirmed(person),
  'cohort:create': (person, { institutionId }) =>
    byRole(person, { guarded: inInstitution(institutionId, 'administrator') }),
  'cohort:read': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'cohort:change': (person, target) =>
    byRole(person, { guarded: inInstitution(target.institutionId, 'administrator') }),
  'cohort:enrol': (person, target) => byRole(person, { guarded: inInstitution(target.institutionId, 'administrator') }),
  'cohort:decide': (person, target) =>
    person.accountId === target.askedBy
      ? 'forbidden'
      : byRole(person, {
          plain: tutors(person, target),
          guarded: inInstitution(target.institutionId, 'administrator'),
        }),
  'cohort:remind': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'cohort:export': (person, target) =>
    byRole(person, { guarded: inInstitution(target.institutionId, 'administrator'), fresh: true }),
  'statistics:read': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
}
/** Every permission there is, for whoever must say something of each. */
export const PERMISSIONS = Object.keys(RULES) as Permission[]
const OPERATOR: readonly Permission[] = [
  'account:disable',
  'account:enable',
  'account:second-factor-off',
  'course:admit',
  'certificate:supersede',
  'certificate:revoke',
  'platform:found',
]
/** What each person may do for herself; everything else asks for her roles. */
const OWN_AFFAIRS = /^(account|course|exam|test|certificate|offer):(?!(enrol|list|propose|decide)$)/

/** True where the answer depends on the person's roles, which are then read with her session. */
export function needsStanding(permission: Permission): boolean {
  return !OWN_AFFAIRS.test(permission)
}

export function decide<P extends Permission>(actor: Actor, permission: P, target: Targets[P]): Decision {
  // The holder's share link opens a certificate to whoever has it.
  if (permission === 'certificate:read' && (target as Targets['certificate:read']).shared) return 'allowed'
  if (permission === 'course:read' && (target as Targets['course:read']).access !== 'closed') return 'allowed'
  if (actor.kind === 'anonymous') return 'sign-in-required'
  if (actor.kind === 'operator') return OPERATOR.includes(permission) ? 'allowed' : 'forbidden'
  return RULES[permission](actor, target)
}
