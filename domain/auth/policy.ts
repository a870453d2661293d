import type { Locale } from '../locale'
import { type Area, mayReadText, maySignText } from '../signoff/scope'
import type { TextKey } from '../signoff/text-key'
import type { Actor, Decision, Person } from './actor'
import { GUARDED_ROLES, isPlatformRole, type PlatformRole, type Role } from './role'
import { NO_ROLES, type RolesHeld } from './roles-held'
import {
  asAdministrator,
  asAdministratorOrPlatform,
  byRole,
  inAny,
  inInstitution,
  inKind,
  onPlatform,
  reviews,
} from './staff-rules'

export type { Actor, Decision, Person } from './actor'

/** Every permission of the platform, with the target on which it is checked. */
export type Targets = {
  'account:read': { accountId: string }
  'account:change': { accountId: string }
  /** Unites another account of her own with this one. */
  'account:merge': { accountId: string }
  /** The list of accounts, for those who help people to sign in. */
  'account:list': Record<string, never>
  /** The data of one account in that list, never what its owner learns. */
  'account:look': { accountId: string }
  'account:disable': Supported
  'account:enable': Supported
  /** Switches off the second factor of a person who lost her telephone and her recovery codes. */
  'account:second-factor-off': Supported
  /** Sends the letter again that confirms an address. */
  'account:confirm-again': Supported
  /** The teaching texts. A closed course is readable by the learners who were admitted. */
  'course:read': { courseId: string; access: CourseAccess; learner: CoursePlace | null }
  'course:enrol': { courseId: string; access: CourseAccess }
  /** Reads and writes the notes and bookmarks of one person. Nobody else may, whatever her roles. */
  'note:keep': { accountId: string }
  /** Asks the tutors of one's cohort, and reads what they answer. */
  'thread:write': { accountId: string }
  /** Admits another person to a closed course. */
  'course:admit': Supported & { courseId: string }
  'course:learn': { courseId: string; learnerId: string | null }
  'exam:sit': { courseId: string; learnerId: string | null }
  /** A test before or after a cohort's course or a seminar. `learnerId` is null for a person who takes no part. */
  'test:sit': ({ cohortId: string } | { seminarId: string }) & { learnerId: string | null }
  'certificate:read': { number: string; holderId: string | null; shared: boolean }
  'certificate:supersede': { number: string }
  'certificate:revoke': { number: string }
  /** The certificates that were earned in an institution's cohorts. */
  'certificate:list': { institutionId: string }
  /** Proposes to revoke or reissue a certificate. */
  'certificate:propose': CertificateTarget
  /** Accepts or rejects the proposal of another person. */
  'certificate:decide': CertificateTarget & Proposer
  /** Makes the first administrator. */
  'platform:found': Record<string, never>
  /** The list of institutions. */
  'platform:read': Record<string, never>
  /** The work page: the open tasks in all that the person runs. */
  'desk:read': Record<string, never>
  /** Reads the state of the jobs and of the mail, and starts them again. */
  'platform:run': Record<string, never>
  /** The institutions in which the person has a role; all of them for the platform's staff. */
  'institution:list': Record<string, never>
  'institution:create': Record<string, never>
  'institution:read': { institutionId: string }
  'institution:change': { institutionId: string }
  'institution:archive': { institutionId: string }
  /** Reads the contacts that an institution has proposed for its region, and withdraws a wrong one. */
  'contact:manage': { institutionId: string }
  /** Proposes contacts of the institution's own region, and confirms those that are shown. */
  'contact:propose': { institutionId: string }
  /** The contacts that await a decision, for those who decide. */
  'contact:review': Record<string, never>
  /** Accepts or refuses a contact that somebody else has proposed. */
  'contact:decide': { proposedBy: string | null }
  /** Lets the institution's own systems read its data, or receive events about it. */
  'institution:integrate': { institutionId: string }
  /** Sets the e-mail domains that belong to an institution. */
  'institution:own-domain': { institutionId: string }
  /** Changes how an institution appears on papers, its signatories, and its co-signatures. */
  'face:change': { institutionId: string }
  /** The institution's figures over time. They are about no person. */
  'institution:report': { institutionId: string }
  /** The country's figures. They are about no person and no institution. */
  'nation:read': Record<string, never>
  /** Stores the present figures of an institution, or (null) of the country, to be cited. */
  'figures:keep': { institutionId: string | null }
  /** The people of an institution with their roles; without an institution, the staff of the platform. */
  'people:read': { institutionId: string | null }
  /** Without an institution: on the platform. An offer gives no rights until it is accepted. */
  'role:offer': { institutionId: string | null; accountId: string | null; role: Role }
  'role:end': RoleTarget
  /** Ends all of one's own roles in an institution, or on the platform. `guarded`: one of them acts on other people. */
  'role:leave': { accountId: string; guarded: boolean }
  /** Accepts or declines a role. `accountId`: the account whose confirmed address was offered the role, or null. */
  'offer:answer': { accountId: string | null }
  'identity:confirm': IdentityTarget
  'identity:withdraw': IdentityTarget
  /** The audit log of an institution, or (null) of the whole platform. */
  'audit:read': { institutionId: string | null }
  /** Exports the audit log as a file. */
  'audit:export': { institutionId: string | null }
  'cohort:create': { institutionId: string }
  /** The errors that readers reported. Some are about exam questions: only platform administrators read them. */
  'error:read': Record<string, never>
  'error:answer': { reportId: string }
  /** Reads the proposals about wrong keys, and proposes to grade exams again. */
  'regrade:propose': Record<string, never>
  /** A second person decides. `concerned`: she has sat one of these exams herself. */
  'regrade:decide': { proposedBy: string | null; concerned: boolean }
  /** Takes a place in a cohort, by an invitation, a code or an e-mail domain. */
  'cohort:join': Record<string, never>
  /** The members of a cohort with progress and pass or fail, never an answer. */
  'cohort:read': CohortTarget
  'cohort:change': CohortTarget
  /** Manages the members: importing, inviting, withdrawing, transferring. */
  'cohort:enrol': CohortTarget
  /** Withdraws many members at once. */
  'cohort:withdraw-many': CohortTarget
  /** Accepts or rejects a request to join. */
  'cohort:decide': CohortTarget & { askedBy: string | null }
  'cohort:remind': CohortTarget
  /** Asks other institutions to sign the certificates of a cohort too. */
  'cohort:cosign': CohortTarget
  /** Writes announcements to the members, and reads earlier ones. */
  'cohort:announce': CohortTarget
  /** Reads and answers the members' messages: only tutors of the cohort. */
  'cohort:answer': CohortTarget
  /** Opens a simulation that the members play in seats, and leads its debrief: only tutors of the cohort. */
  'cohort:play': CohortTarget
  /** Exports the progress of the members. */
  'cohort:export': CohortTarget
  /** Builds the surveys of an institution, opens them, and reads what people wrote. */
  'survey:run': { institutionId: string }
  /** Reads the figures of a survey: `tutorIds` of the cohort that is asked. They are about no person. */
  'survey:read': SurveyTarget
  /** Statistics of a cohort's answers, through `disclose`. They are about no person. */
  'statistics:read': CohortTarget
  'seminar:create': { institutionId: string }
  /** Its texts, agenda, status and co-organisers. */
  'seminar:change': SeminarTarget
  /** Who is registered, and drafts. */
  'seminar:read': SeminarTarget
  /** The room's screen, and attendance by hand. */
  'seminar:run': SeminarTarget
  /** Closes the list of attendance and issues the attestations. */
  'seminar:issue': SeminarTarget
  /** Accepts or declines to organise seminars of other institutions with them. */
  'seminar:co-organise': { institutionId: string }
  /** Names people for seminars, within the institution's quota. */
  'seminar:nominate': { institutionId: string }
  /** Takes or gives up a place. */
  'seminar:register': Record<string, never>
  /** Reads a text with its comments, proposals and signatures; null: the queue and the board. */
  'editorial:read': { text: TextKey | null }
  'editorial:comment': { text: TextKey }
  /** Proposes another wording, or a text that does not exist yet. */
  'editorial:propose': { text: TextKey }
  /** Accepts or rejects the proposal of another person. */
  'editorial:decide': { text: TextKey; proposedBy: string | null }
  /** Signs a text in one language, or withdraws her signature. */
  'editorial:sign': Signing
  /** Assigns a text to a reviewer. `accountId`: the reviewer, or null to end the assignment. */
  'editorial:assign': { text: TextKey; language: Locale; area: Area; accountId: string | null }
}
/**
 * `proposed`: the text contains a wording of hers. `otherArea`: she has signed the text for another area. Nobody signs
 * what she wrote herself, and nobody signs one text for two areas. Neither hinders the withdrawal of a signature.
 */
export type Signing = { text: TextKey; language: Locale; area: Area; proposed: boolean; otherArea: boolean }
/** `coOrganiserIds`: the institutions that accepted. `tutorIds`: of the cohort whose programme it is part of. */
export type SeminarTarget = {
  seminarId: string
  institutionId: string
  coOrganiserIds: readonly string[]
  tutorIds: readonly string[]
}
/**
 * An account on which support acts. Only the operator may leave out `accountId` (null: nobody has opened it yet) and
 * `platform`, its roles on the platform.
 */
export type Supported = { email: string; accountId?: string | null; platform?: readonly PlatformRole[] }
type SurveyTarget = { institutionId: string; tutorIds: readonly string[] }
type CohortTarget = { cohortId: string; institutionId: string; tutorIds: readonly string[] }
/** `proposedByTeacher`: the proposer administered an institution that taught the holder. */
type Proposer = { proposedBy: string | null; proposedByTeacher: boolean }
/** `institutionIds`: the institutions in whose cohorts it was earned. */
type CertificateTarget = { number: string; holderId: string | null; institutionIds: readonly string[] }
type IdentityTarget = { institutionId: string; accountId: string }
type RoleTarget = { institutionId: string | null; accountId: string; role: Role }
/** The learner's place in a course, and the facts on which access to a closed course depends. */
type CoursePlace = {
  accountId: string
  /** The operator admitted the learner. */
  admitted: boolean
  /** The learner was a member of the commission and is no longer. */
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
/** Roles that accompany a cohort or read the country's figures: the password is enough. */
const WORKS = inAny('tutor', 'commission-member')
const RUNS = (held: RolesHeld) => STAFF(held) || inAny('administrator')(held)
/** Closed courses belong to the commission: anyone with a role in it may take part. */
const COMMISSION = inKind('commission')

/**
 * A learner who leaves the commission loses access to its courses, but keeps her record and certificates. One whom the
 * operator admitted keeps access.
 */
function keepsPlace(person: Person, place: CoursePlace | null): boolean {
  return place !== null && place.accountId === person.accountId && (place.admitted || !place.leftCommission)
}

/** True for a tutor of the cohort who is still a tutor in its institution. */
const tutors =
  (person: Person, { institutionId, tutorIds }: SurveyTarget) =>
  (held: RolesHeld) =>
    tutorIds.includes(person.accountId) && inInstitution(institutionId, 'tutor')(held)

/**
 * Nobody offers or ends her own roles here. Only the platform grants or ends those of administrators and its own staff.
 */
function mayChangeRole(
  person: Person,
  { institutionId, accountId, role }: Targets['role:offer'],
  fresh: boolean,
): Decision {
  if (person.accountId === accountId) return 'forbidden'
  if (isPlatformRole(role) !== (institutionId === null)) return 'forbidden'
  const byInstitution = role === 'learner' || role === 'tutor' || role === 'commission-member'
  const administers = inInstitution(institutionId, 'administrator')
  return byRole(person, { guarded: (held) => PLATFORM(held) || (byInstitution && administers(held)), fresh })
}

/**
 * Only an administrator of the institution confirms a person's identity or withdraws this, and never her own.
 */
function mayConfirmIdentity(person: Person, { institutionId, accountId }: IdentityTarget, fresh: boolean): Decision {
  if (person.accountId === accountId) return 'forbidden'
  return byRole(person, { guarded: inInstitution(institutionId, 'administrator'), fresh })
}

function confirmedOwn(person: Person, ownerId: string | null): Decision {
  const decision = confirmed(person)
  return decision === 'allowed' ? own(person, ownerId) : decision
}

/** A stranger who has her password must not fill her account, nor end her other sessions, without her second factor. */
function mayMerge(person: Person, { accountId }: Targets['account:merge']): Decision {
  const decision = confirmedOwn(person, accountId)
  const waiting = person.roles?.proof === 'waiting'
  return decision === 'allowed' && waiting ? 'second-factor-required' : decision
}

/**
 * An institution's figures are for its administrators, the country's for the commission, both for the platform's staff.
 */
function mayReadFigures(person: Person, institutionId: string | null): Decision {
  const nation = inKind('commission', 'administrator')
  const administers = institutionId === null ? nation : inInstitution(institutionId, 'administrator')
  return byRole(person, {
    ...(institutionId === null && { plain: inKind('commission', 'commission-member') }),
    guarded: (held) => PLATFORM(held) || administers(held),
  })
}

/**
 * A person who finds an unattended browser must not be able to end its owner's roles. If no second factor is
 * set up, no code can be required.
 */
function mayLeave(person: Person, { accountId, guarded }: Targets['role:leave']): Decision {
  if (person.accountId !== accountId) return 'forbidden'
  const { proof } = person.roles ?? NO_ROLES
  return guarded && (proof === 'waiting' || proof === 'passed') ? 'second-factor-required' : 'allowed'
}

/**
 * Nobody disables, enables or resets her own account. Only platform administrators may act on accounts with a platform
 * role: support must not lock out the people who appoint it.
 */
function maySupport(person: Person, { accountId, platform }: Supported): Decision {
  if (accountId === undefined || platform === undefined || accountId === person.accountId) return 'forbidden'
  return byRole(person, { guarded: platform.length > 0 ? PLATFORM : STAFF, fresh: true })
}

/** Nobody signs a text that contains her own wording, or that she has signed for another area. */
function maySign(person: Person, { text, language, area, proposed, otherArea }: Signing): Decision {
  if (proposed || otherArea) return 'forbidden'
  const decision = byRole(person, { guarded: reviews((scope) => maySignText(scope, text, language, area)) })
  return decision === 'allowed' && !person.roles?.signing ? 'second-factor-required' : decision
}

/** The platform assigns texts; a reviewer may assign a free one in her scope to herself, or end the assignment. */
function mayAssign(person: Person, { text, language, area, accountId }: Targets['editorial:assign']): Decision {
  const takes = accountId === person.accountId || accountId === null
  const hers = reviews((scope) => takes && maySignText(scope, text, language, area))
  return byRole(person, { guarded: (held) => PLATFORM(held) || hers(held) })
}

/** A reviewer of the text, or the platform, if somebody else proposed it. */
function mayDecideWording(person: Person, { text, proposedBy }: Targets['editorial:decide']): Decision {
  if (person.accountId === proposedBy) return 'forbidden'
  return byRole(person, { guarded: (held) => PLATFORM(held) || readsOwn(text)(held) })
}

const readsOwn = (text: TextKey) => reviews((scope) => mayReadText(scope, text))

const taught =
  ({ institutionIds }: CertificateTarget) =>
  (held: RolesHeld) =>
    institutionIds.some((id) => inInstitution(id, 'administrator')(held))

/** An institution that taught the holder may propose, and the platform. Nobody may propose for her own certificate. */
function mayPropose(person: Person, target: CertificateTarget): Decision {
  if (person.accountId === target.holderId) return 'forbidden'
  return byRole(person, { guarded: (held) => PLATFORM(held) || taught(target)(held) })
}

/** A second person decides. One of the two must administer an institution that taught the holder. */
function mayDecide(person: Person, target: CertificateTarget & Proposer): Decision {
  const { holderId, proposedBy, proposedByTeacher } = target
  if (person.accountId === holderId || person.accountId === proposedBy) return 'forbidden'
  const guarded = (held: RolesHeld) => taught(target)(held) || (proposedByTeacher && PLATFORM(held))
  return byRole(person, { guarded, fresh: true })
}

const organises =
  ({ institutionId, coOrganiserIds }: SeminarTarget) =>
  (held: RolesHeld) =>
    [institutionId, ...coOrganiserIds].some((id) => inInstitution(id, 'administrator')(held))

/** Deny by default. A signed-in person is checked against the rule; anyone else is asked to sign in. */
const RULES: { [P in Permission]: Rule<P> } = {
  'account:read': (person, { accountId }) => own(person, accountId),
  'account:change': (person, { accountId }) => own(person, accountId),
  'account:merge': mayMerge,
  'account:list': (person) => byRole(person, { guarded: STAFF }),
  'account:look': (person) => byRole(person, { guarded: STAFF }),
  'account:disable': maySupport,
  'account:enable': maySupport,
  'account:second-factor-off': maySupport,
  'account:confirm-again': maySupport,
  'course:read': (person, { access, learner }) =>
    access !== 'closed' || keepsPlace(person, learner) ? 'allowed' : 'course-closed',
  'course:enrol': (person, { access }) =>
    access === 'closed' && !COMMISSION(person.roles ?? NO_ROLES) ? 'course-closed' : confirmed(person),
  'note:keep': (person, { accountId }) => own(person, accountId),
  'thread:write': (person, { accountId }) => own(person, accountId),
  'course:admit': maySupport,
  'course:learn': (person, { learnerId }) => own(person, learnerId),
  'exam:sit': (person, { learnerId }) => confirmedOwn(person, learnerId),
  'test:sit': (person, { learnerId }) => confirmedOwn(person, learnerId),
  'certificate:read': (person, { holderId }) => own(person, holderId),
  'certificate:supersede': () => 'forbidden',
  'certificate:revoke': () => 'forbidden',
  'certificate:list': (person, { institutionId }) => asAdministratorOrPlatform(person, institutionId),
  'certificate:propose': mayPropose,
  'certificate:decide': mayDecide,
  'platform:found': () => 'forbidden',
  'platform:read': (person) => byRole(person, { guarded: STAFF }),
  'desk:read': (person) => byRole(person, { plain: WORKS, guarded: RUNS }),
  'platform:run': (person) => byRole(person, { guarded: PLATFORM }),
  // For an administrator, each institution's page asks for the second factor; for staff who see all of them, the list
  // does.
  'institution:list': (person) =>
    STAFF(person.roles ?? NO_ROLES) ? byRole(person, { guarded: STAFF }) : confirmed(person),
  'institution:create': (person) => byRole(person, { guarded: PLATFORM }),
  'institution:read': (person, { institutionId }) =>
    byRole(person, {
      plain: inInstitution(institutionId, 'tutor'),
      guarded: (held) => STAFF(held) || inInstitution(institutionId, 'administrator')(held),
    }),
  'institution:change': (person, { institutionId }) => asAdministratorOrPlatform(person, institutionId),
  'institution:archive': (person) => byRole(person, { guarded: PLATFORM, fresh: true }),
  'contact:manage': (person, { institutionId }) => asAdministratorOrPlatform(person, institutionId),
  // Only the institution proposes, since the platform decides about the proposals.
  'contact:propose': (person, { institutionId }) => asAdministrator(person, institutionId),
  'contact:review': (person) => byRole(person, { guarded: PLATFORM }),
  'contact:decide': (person, { proposedBy }) =>
    person.accountId === proposedBy ? 'forbidden' : byRole(person, { guarded: PLATFORM, fresh: true }),
  // This decides what the institution states on paper, so the platform may not do it.
  'face:change': (person, { institutionId }) => asAdministrator(person, institutionId, true),
  // A token gives access for months to what an administrator may export.
  'institution:integrate': (person, { institutionId }) => asAdministrator(person, institutionId, true),
  // An address in such a domain can open accounts, so an institution cannot claim a domain itself.
  'institution:own-domain': (person) => byRole(person, { guarded: PLATFORM, fresh: true }),
  'institution:report': (person, { institutionId }) => mayReadFigures(person, institutionId),
  'nation:read': (person) => mayReadFigures(person, null),
  'figures:keep': (person, { institutionId }) => mayReadFigures(person, institutionId),
  'people:read': (person, { institutionId }) => asAdministratorOrPlatform(person, institutionId),
  'role:offer': (person, target) => mayChangeRole(person, target, false),
  // A person who finds an unattended browser must not be able to lock out the people who could repair the damage.
  'role:end': (person, target) => mayChangeRole(person, target, GUARDED_ROLES.includes(target.role)),
  'role:leave': mayLeave,
  'offer:answer': (person, { accountId }) => confirmedOwn(person, accountId),
  'identity:confirm': (person, target) => mayConfirmIdentity(person, target, false),
  'identity:withdraw': (person, target) => mayConfirmIdentity(person, target, true),
  'audit:read': (person, { institutionId }) => asAdministratorOrPlatform(person, institutionId),
  'audit:export': (person, { institutionId }) => asAdministratorOrPlatform(person, institutionId, true),
  'error:read': (person) => byRole(person, { guarded: PLATFORM }),
  'error:answer': (person) => byRole(person, { guarded: PLATFORM }),
  'regrade:propose': (person) => byRole(person, { guarded: PLATFORM }),
  'regrade:decide': (person, { proposedBy, concerned }) =>
    concerned || person.accountId === proposedBy ? 'forbidden' : byRole(person, { guarded: PLATFORM, fresh: true }),
  'cohort:join': (person) => confirmed(person),
  'cohort:create': (person, { institutionId }) => asAdministrator(person, institutionId),
  'cohort:read': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'cohort:change': (person, { institutionId }) => asAdministrator(person, institutionId),
  'cohort:enrol': (person, { institutionId }) => asAdministrator(person, institutionId),
  'cohort:withdraw-many': (person, { institutionId }) => asAdministrator(person, institutionId, true),
  'cohort:decide': (person, target) =>
    person.accountId === target.askedBy
      ? 'forbidden'
      : byRole(person, {
          plain: tutors(person, target),
          guarded: inInstitution(target.institutionId, 'administrator'),
        }),
  'cohort:remind': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'cohort:announce': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'cohort:answer': (person, target) => byRole(person, { plain: tutors(person, target) }),
  'cohort:play': (person, target) => byRole(person, { plain: tutors(person, target) }),
  'cohort:cosign': (person, { institutionId }) => asAdministrator(person, institutionId, true),
  'cohort:export': (person, { institutionId }) => asAdministrator(person, institutionId, true),
  'survey:run': (person, { institutionId }) => asAdministrator(person, institutionId),
  'survey:read': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'statistics:read': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'seminar:create': (person, { institutionId }) => asAdministrator(person, institutionId),
  'seminar:change': (person, { institutionId }) => asAdministrator(person, institutionId),
  'seminar:read': (person, target) => byRole(person, { plain: tutors(person, target), guarded: organises(target) }),
  'seminar:run': (person, target) =>
    byRole(person, { plain: tutors(person, target), guarded: inInstitution(target.institutionId, 'administrator') }),
  'seminar:issue': (person, { institutionId }) => asAdministrator(person, institutionId, true),
  'seminar:co-organise': (person, { institutionId }) => asAdministrator(person, institutionId),
  'seminar:nominate': (person, { institutionId }) => asAdministrator(person, institutionId),
  'seminar:register': (person) => confirmed(person),
  'editorial:read': (person, { text }) =>
    byRole(person, {
      guarded: (held) => PLATFORM(held) || reviews((scope) => text === null || mayReadText(scope, text))(held),
    }),
  'editorial:comment': (person, { text }) => byRole(person, { guarded: readsOwn(text) }),
  'editorial:propose': (person, { text }) => byRole(person, { guarded: readsOwn(text) }),
  'editorial:decide': mayDecideWording,
  'editorial:sign': maySign,
  'editorial:assign': mayAssign,
}
/** Every permission, for tests that must cover all of them. */
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
/** Permissions that each person has for herself. All others depend on roles or on how she proved her identity. */
const OWN_PERMISSIONS =
  /^(account|course|note|thread|exam|test|certificate|offer):(?!(merge|enrol|list|propose|decide|look|disable|enable|second-factor-off|confirm-again|admit)$)/

/** True if the decision depends on the person's roles, which are then loaded with her session. */
export function needsRoles(permission: Permission): boolean {
  return !OWN_PERMISSIONS.test(permission)
}

export function decide<P extends Permission>(actor: Actor, permission: P, target: Targets[P]): Decision {
  // A share link of the holder opens the certificate for anyone who has it.
  if (permission === 'certificate:read' && (target as Targets['certificate:read']).shared) return 'allowed'
  if (permission === 'course:read' && (target as Targets['course:read']).access !== 'closed') return 'allowed'
  if (actor.kind === 'anonymous') return 'sign-in-required'
  if (actor.kind === 'operator') return OPERATOR.includes(permission) ? 'allowed' : 'forbidden'
  return RULES[permission](actor, target)
}
