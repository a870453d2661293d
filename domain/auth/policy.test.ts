import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Actor, type Decision, decide, PERMISSIONS, type Permission, type Targets } from './policy'

const OWNER = 'account-1'
const person = (accountId: string, confirmed: boolean): Actor => {
  return { kind: 'person', accountId, sessionId: 'session-1', confirmed, locale: 'ar' }
}

const ACTORS = {
  anonymous: { kind: 'anonymous' },
  unconfirmed: person(OWNER, false),
  owner: person(OWNER, true),
  another: person('account-2', true),
  operator: { kind: 'operator' },
} satisfies Record<string, Actor>

const COHORT = { cohortId: 'cohort-1', institutionId: 'school-1', tutorIds: ['account-8'] }
const SEMINAR = { seminarId: 'seminar-1', institutionId: 'school-1', coOrganiserIds: [], tutorIds: ['account-8'] }

function place(overrides = {}) {
  return { accountId: OWNER, admitted: false, leftCommission: false, ...overrides }
}

const TEXT = { kind: 'lesson', id: 'fundamentals/offence' } as const
const OF_TEXT = { text: TEXT, language: 'ar', area: 'legal' } as const
const CERTIFICATE = { number: '23456789ABCDE', holderId: OWNER, institutionIds: ['school-1'] }

/** One target for each permission. If the permission is about a person's own data, they belong to the owner. */
const TARGETS: Targets = {
  'account:read': { accountId: OWNER },
  'account:change': { accountId: OWNER },
  'account:merge': { accountId: OWNER },
  'account:list': {},
  'account:look': { accountId: 'account-9' },
  'account:disable': { email: 'judge@example.org' },
  'account:enable': { email: 'judge@example.org' },
  'account:second-factor-off': { email: 'judge@example.org' },
  'account:confirm-again': { email: 'judge@example.org', accountId: null, platform: [] },
  'course:read': { courseId: 'commission', access: 'closed', learner: place() },
  'course:enrol': { courseId: 'fundamentals', access: 'open' },
  'course:admit': { courseId: 'commission', email: 'judge@example.org' },
  'note:keep': { accountId: OWNER },
  'thread:write': { accountId: OWNER },
  'course:learn': { courseId: 'fundamentals', learnerId: OWNER },
  'exam:sit': { courseId: 'fundamentals', learnerId: OWNER },
  'test:sit': { cohortId: 'cohort-1', learnerId: OWNER },
  'certificate:read': { number: '23456789ABCDE', holderId: OWNER, shared: false },
  'certificate:supersede': { number: '23456789ABCDE' },
  'certificate:revoke': { number: '23456789ABCDE' },
  'certificate:list': { institutionId: 'school-1' },
  'certificate:propose': CERTIFICATE,
  'certificate:decide': { ...CERTIFICATE, proposedBy: 'account-9', proposedByTeacher: true },
  'platform:found': {},
  'platform:read': {},
  'desk:read': {},
  'platform:run': {},
  'institution:list': {},
  'institution:create': {},
  'institution:read': { institutionId: 'school-1' },
  'institution:change': { institutionId: 'school-1' },
  'institution:archive': { institutionId: 'school-1' },
  'contact:manage': { institutionId: 'school-1' },
  'contact:propose': { institutionId: 'school-1' },
  'contact:review': {},
  'contact:decide': { proposedBy: 'account-9' },
  'institution:integrate': { institutionId: 'school-1' },
  'institution:own-domain': { institutionId: 'school-1' },
  'face:change': { institutionId: 'school-1' },
  'institution:report': { institutionId: 'school-1' },
  'nation:read': {},
  'figures:keep': { institutionId: null },
  'people:read': { institutionId: 'school-1' },
  'role:offer': { institutionId: 'school-1', accountId: 'account-9', role: 'tutor' },
  'role:end': { institutionId: 'school-1', accountId: 'account-9', role: 'tutor' },
  'role:leave': { accountId: OWNER, guarded: false },
  'offer:answer': { accountId: OWNER },
  'identity:confirm': { institutionId: 'school-1', accountId: 'account-9' },
  'identity:withdraw': { institutionId: 'school-1', accountId: 'account-9' },
  'audit:read': { institutionId: 'school-1' },
  'audit:export': { institutionId: 'school-1' },
  'error:read': {},
  'error:answer': { reportId: 'report-1' },
  'regrade:propose': {},
  'regrade:decide': { proposedBy: 'account-9', concerned: false },
  'cohort:create': { institutionId: 'school-1' },
  'cohort:join': {},
  'cohort:read': COHORT,
  'cohort:change': COHORT,
  'cohort:enrol': COHORT,
  'cohort:decide': { ...COHORT, askedBy: 'account-9' },
  'cohort:remind': COHORT,
  'cohort:cosign': COHORT,
  'cohort:announce': COHORT,
  'cohort:answer': COHORT,
  'cohort:play': COHORT,
  'cohort:export': COHORT,
  'cohort:withdraw-many': COHORT,
  'statistics:read': COHORT,
  'seminar:create': { institutionId: 'school-1' },
  'seminar:change': SEMINAR,
  'seminar:read': SEMINAR,
  'seminar:run': SEMINAR,
  'seminar:issue': SEMINAR,
  'seminar:co-organise': { institutionId: 'school-1' },
  'seminar:nominate': { institutionId: 'school-1' },
  'seminar:register': {},
  'survey:run': { institutionId: 'school-1' },
  'survey:read': COHORT,
  'editorial:read': { text: TEXT },
  'editorial:comment': { text: TEXT },
  'editorial:propose': { text: TEXT },
  'editorial:decide': { text: TEXT, proposedBy: 'account-9' },
  'editorial:sign': { ...OF_TEXT, proposed: false, otherArea: false },
  'editorial:assign': { ...OF_TEXT, accountId: 'account-9' },
}

const [yes, no, signIn, confirm] = ['allowed', 'forbidden', 'sign-in-required', 'unconfirmed'] as const
const closed = 'course-closed'
const COLUMNS = ['anonymous', 'unconfirmed', 'owner', 'another', 'operator'] as const
type Row = readonly [Decision, Decision, Decision, Decision, Decision]

const TABLE: Record<Permission, Row> = {
  'account:read': [signIn, yes, yes, no, no],
  'account:change': [signIn, yes, yes, no, no],
  'account:merge': [signIn, confirm, yes, no, no],
  'account:list': [signIn, confirm, no, no, no],
  'account:look': [signIn, confirm, no, no, no],
  'account:disable': [signIn, no, no, no, yes],
  'account:enable': [signIn, no, no, no, yes],
  'account:second-factor-off': [signIn, no, no, no, yes],
  'account:confirm-again': [signIn, confirm, no, no, no],
  'course:read': [signIn, yes, yes, closed, no],
  'course:enrol': [signIn, confirm, yes, yes, no],
  'course:admit': [signIn, no, no, no, yes],
  'note:keep': [signIn, yes, yes, no, no],
  'thread:write': [signIn, yes, yes, no, no],
  'course:learn': [signIn, yes, yes, no, no],
  'exam:sit': [signIn, confirm, yes, no, no],
  'test:sit': [signIn, confirm, yes, no, no],
  'certificate:read': [signIn, yes, yes, no, no],
  'certificate:supersede': [signIn, no, no, no, yes],
  'certificate:revoke': [signIn, no, no, no, yes],
  'certificate:list': [signIn, confirm, no, no, no],
  'certificate:propose': [signIn, no, no, no, no],
  'certificate:decide': [signIn, no, no, no, no],
  'platform:found': [signIn, no, no, no, yes],
  'platform:read': [signIn, confirm, no, no, no],
  'desk:read': [signIn, confirm, no, no, no],
  'platform:run': [signIn, confirm, no, no, no],
  'institution:list': [signIn, confirm, yes, yes, no],
  'institution:create': [signIn, confirm, no, no, no],
  'institution:read': [signIn, confirm, no, no, no],
  'institution:change': [signIn, confirm, no, no, no],
  'institution:archive': [signIn, confirm, no, no, no],
  'contact:manage': [signIn, confirm, no, no, no],
  'contact:propose': [signIn, confirm, no, no, no],
  'contact:review': [signIn, confirm, no, no, no],
  'contact:decide': [signIn, confirm, no, no, no],
  'institution:integrate': [signIn, confirm, no, no, no],
  'institution:own-domain': [signIn, confirm, no, no, no],
  'face:change': [signIn, confirm, no, no, no],
  'institution:report': [signIn, confirm, no, no, no],
  'nation:read': [signIn, confirm, no, no, no],
  'figures:keep': [signIn, confirm, no, no, no],
  'people:read': [signIn, confirm, no, no, no],
  'role:offer': [signIn, confirm, no, no, no],
  'role:end': [signIn, confirm, no, no, no],
  'role:leave': [signIn, yes, yes, no, no],
  'offer:answer': [signIn, confirm, yes, no, no],
  'identity:confirm': [signIn, confirm, no, no, no],
  'identity:withdraw': [signIn, confirm, no, no, no],
  'audit:read': [signIn, confirm, no, no, no],
  'audit:export': [signIn, confirm, no, no, no],
  'error:read': [signIn, confirm, no, no, no],
  'error:answer': [signIn, confirm, no, no, no],
  'regrade:propose': [signIn, confirm, no, no, no],
  'regrade:decide': [signIn, confirm, no, no, no],
  'cohort:create': [signIn, confirm, no, no, no],
  'cohort:join': [signIn, confirm, yes, yes, no],
  'cohort:read': [signIn, confirm, no, no, no],
  'cohort:change': [signIn, confirm, no, no, no],
  'cohort:enrol': [signIn, confirm, no, no, no],
  'cohort:decide': [signIn, confirm, no, no, no],
  'cohort:remind': [signIn, confirm, no, no, no],
  'cohort:cosign': [signIn, confirm, no, no, no],
  'cohort:announce': [signIn, confirm, no, no, no],
  'cohort:answer': [signIn, confirm, no, no, no],
  'cohort:play': [signIn, confirm, no, no, no],
  'cohort:export': [signIn, confirm, no, no, no],
  'cohort:withdraw-many': [signIn, confirm, no, no, no],
  'statistics:read': [signIn, confirm, no, no, no],
  'seminar:create': [signIn, confirm, no, no, no],
  'seminar:change': [signIn, confirm, no, no, no],
  'seminar:read': [signIn, confirm, no, no, no],
  'seminar:run': [signIn, confirm, no, no, no],
  'seminar:issue': [signIn, confirm, no, no, no],
  'seminar:co-organise': [signIn, confirm, no, no, no],
  'seminar:nominate': [signIn, confirm, no, no, no],
  'seminar:register': [signIn, confirm, yes, yes, no],
  'survey:run': [signIn, confirm, no, no, no],
  'survey:read': [signIn, confirm, no, no, no],
  'editorial:read': [signIn, confirm, no, no, no],
  'editorial:comment': [signIn, confirm, no, no, no],
  'editorial:propose': [signIn, confirm, no, no, no],
  'editorial:decide': [signIn, confirm, no, no, no],
  'editorial:sign': [signIn, confirm, no, no, no],
  'editorial:assign': [signIn, confirm, no, no, no],
}

describe.each(PERMISSIONS)('%s', (permission) => {
  it.each(COLUMNS.map((name, column) => [name, TABLE[permission][column]] as const))('of %s: %s', (name, decision) => {
    expect(decide(ACTORS[name], permission, TARGETS[permission])).toBe(decision)
  })
})

it('asks an unconfirmed stranger to confirm before it says anything else about an exam', () => {
  const stranger = person('account-2', false)

  expect(decide(stranger, 'exam:sit', TARGETS['exam:sit'])).toBe('unconfirmed')
})

it('gives nobody access to what has no owner', () => {
  const target = { courseId: 'fundamentals', learnerId: null }

  expect(decide(ACTORS.owner, 'course:learn', target)).toBe('forbidden')
  expect(decide(ACTORS.owner, 'exam:sit', target)).toBe('forbidden')
  expect(decide(ACTORS.owner, 'test:sit', { cohortId: 'cohort-1', learnerId: null })).toBe('forbidden')
  expect(decide(ACTORS.owner, 'certificate:read', { number: 'N', holderId: null, shared: false })).toBe('forbidden')
})

it('opens the texts of an open or public course to anyone', () => {
  for (const access of ['open', 'public'] as const) {
    const target = { courseId: 'fundamentals', access, learner: null }
    expect(COLUMNS.map((name) => decide(ACTORS[name], 'course:read', target))).toEqual(Array(5).fill('allowed'))
  }
})

it.each([
  ['who was let in otherwise', place(), yes],
  ['who left the commission', place({ leftCommission: true }), closed],
  ['who left it and was let in by the operator', place({ leftCommission: true, admitted: true }), yes],
  ['whom the operator let in', place({ admitted: true }), yes],
  ['who has no place', null, closed],
] as const)('opens a closed course, or not, to a learner %s, and never to another', (_, learner, decision) => {
  const target = { courseId: 'commission', access: 'closed', learner } as const

  expect(decide(ACTORS.owner, 'course:read', target)).toBe(decision)
  expect(decide(ACTORS.another, 'course:read', target)).toBe(closed)
})

it('leaves open courses open to a learner who left the commission', () => {
  const target = { courseId: 'fundamentals', access: 'open', learner: place({ leftCommission: true }) } as const

  expect(decide(ACTORS.owner, 'course:read', target)).toBe(yes)
})

it('lets nobody enrol herself in a closed course', () => {
  const target = { courseId: 'commission', access: 'closed' } as const

  expect(COLUMNS.map((name) => decide(ACTORS[name], 'course:enrol', target))).toEqual([
    signIn,
    closed,
    closed,
    closed,
    no,
  ])
})

it('opens a certificate to whoever has its share link, even if its holder is gone', () => {
  const shared = { ...TARGETS['certificate:read'], shared: true }

  expect(COLUMNS.map((name) => decide(ACTORS[name], 'certificate:read', shared))).toEqual(Array(5).fill('allowed'))
  expect(decide(ACTORS.anonymous, 'certificate:read', { ...shared, holderId: null })).toBe('allowed')
})

it('lets nobody without a session do anything', () => {
  const decisions = PERMISSIONS.map((permission) => decide(ACTORS.anonymous, permission, TARGETS[permission]))

  expect(new Set(decisions)).toEqual(new Set(['sign-in-required']))
})

it('refuses everybody another person’s account, learning, exam and certificate, whatever the ids', () => {
  const id = fc.string({ maxLength: 3 })
  fc.assert(
    fc.property(id, id, fc.boolean(), (mine, hers, isConfirmed) => {
      fc.pre(mine !== hers)
      const me = person(mine, isConfirmed)
      const course = { courseId: 'fundamentals', learnerId: hers }
      return [
        decide(me, 'account:read', { accountId: hers }),
        decide(me, 'account:change', { accountId: hers }),
        decide(me, 'course:learn', course),
        decide(me, 'exam:sit', course),
        decide(me, 'test:sit', { cohortId: 'cohort-1', learnerId: hers }),
        decide(me, 'certificate:read', { number: 'N', holderId: hers, shared: false }),
      ].every((decision) => decision !== 'allowed')
    }),
  )
})
