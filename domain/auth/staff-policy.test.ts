import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scope } from '../signoff/scope'
import type { InstitutionKind } from './institution-kind'
import { type Decision, decide, needsRoles, PERMISSIONS, type Permission, type Person, type Targets } from './policy'
import { INSTITUTION_ROLES, PLATFORM_ROLES, type PlatformRole, ROLES, type Role } from './role'
import { isSigning, NO_ROLES, type Proof, proofOf } from './roles-held'
import { hasDesk } from './staff-rules'

const OWN = 'school-1'
const OTHER = 'school-2'
const ME = 'account-1'
const HER = 'account-2'

const TEXT = { kind: 'lesson', id: 'fundamentals/offence' } as const
const OF_TEXT = { text: TEXT, language: 'ar', area: 'legal' } as const
const SCOPE: Scope = {
  areas: ['legal'],
  parts: ['course:fundamentals'],
  languages: ['ar'],
  function: 'Conseillère',
  body: 'Cour d’appel',
}

const holder = (
  role: Role | null,
  institutionId = OWN,
  proof: Proof = 'passed',
  kind: InstitutionKind = 'school',
): Person => ({
  kind: 'person',
  accountId: ME,
  sessionId: 'session-1',
  confirmed: true,
  locale: 'ar',
  roles: {
    platform: PLATFORM_ROLES.filter((one) => one === role),
    institutions: INSTITUTION_ROLES.filter((one) => one === role).map((one) => ({
      institutionId,
      kind,
      role: one,
    })),
    proof,
    signing: proof === 'fresh',
    reviewer: role === 'reviewer' ? { scope: SCOPE, signer: 'R-7K3F' } : null,
  },
})

type Asked = { [P in Permission]: { permission: P; target: Targets[P] } }[Permission]
const ask = (person: Person, { permission, target }: Asked): Decision => decide(person, permission, target)

const [yes, no] = ['allowed', 'forbidden'] as const
const SUPPORTING = [
  'account:disable',
  'account:enable',
  'account:second-factor-off',
  'account:confirm-again',
  'course:admit',
] as const
const COLUMNS = [
  'learner',
  'tutor',
  'administrator',
  'commission-member',
  'platform-administrator',
  'support',
  'reviewer',
] as const
/** A role belongs to the institution of the target; platform roles belong to none. */
const TABLE: readonly [Asked, readonly Decision[]][] = [
  [{ permission: 'platform:read', target: {} }, [no, no, no, no, yes, yes, no]],
  [{ permission: 'account:list', target: {} }, [no, no, no, no, yes, yes, no]],
  [{ permission: 'account:look', target: { accountId: HER } }, [no, no, no, no, yes, yes, no]],
  ...SUPPORTING.map((permission) => supported(permission, [], [no, no, no, no, yes, yes, no])),
  // Only a platform administrator may help a person who holds a platform role.
  ...SUPPORTING.map((permission) => supported(permission, ['platform-administrator'], [no, no, no, no, yes, no, no])),
  ...SUPPORTING.map((permission) => supported(permission, ['support'], [no, no, no, no, yes, no, no])),
  [{ permission: 'platform:run', target: {} }, [no, no, no, no, yes, no, no]],
  [{ permission: 'platform:found', target: {} }, [no, no, no, no, no, no, no]],
  [{ permission: 'institution:create', target: {} }, [no, no, no, no, yes, no, no]],
  [{ permission: 'institution:read', target: { institutionId: OWN } }, [no, yes, yes, no, yes, yes, no]],
  [{ permission: 'institution:change', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  [{ permission: 'institution:archive', target: { institutionId: OWN } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'contact:manage', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  [{ permission: 'contact:propose', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'contact:review', target: {} }, [no, no, no, no, yes, no, no]],
  [{ permission: 'contact:decide', target: { proposedBy: HER } }, [no, no, no, no, yes, no, no]],
  // Nobody may decide her own proposal.
  [{ permission: 'contact:decide', target: { proposedBy: ME } }, [no, no, no, no, no, no, no]],
  [{ permission: 'institution:integrate', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'institution:own-domain', target: { institutionId: OWN } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'face:change', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'institution:report', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  [{ permission: 'figures:keep', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  // The institution of this table is a school: see below for the commission.
  [{ permission: 'nation:read', target: {} }, [no, no, no, no, yes, no, no]],
  [{ permission: 'figures:keep', target: { institutionId: null } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'people:read', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  [{ permission: 'people:read', target: { institutionId: null } }, [no, no, no, no, yes, no, no]],
  [offer('learner'), [no, no, yes, no, yes, no, no]],
  [offer('tutor'), [no, no, yes, no, yes, no, no]],
  [offer('commission-member'), [no, no, yes, no, yes, no, no]],
  [offer('administrator'), [no, no, no, no, yes, no, no]],
  [offer('support', null), [no, no, no, no, yes, no, no]],
  [offer('reviewer', null), [no, no, no, no, yes, no, no]],
  [end('learner'), [no, no, yes, no, yes, no, no]],
  [end('tutor'), [no, no, yes, no, yes, no, no]],
  [end('commission-member'), [no, no, yes, no, yes, no, no]],
  [end('administrator'), [no, no, no, no, yes, no, no]],
  [end('platform-administrator', null), [no, no, no, no, yes, no, no]],
  [end('support', null), [no, no, no, no, yes, no, no]],
  [end('reviewer', null), [no, no, no, no, yes, no, no]],
  // Nobody ends another person's roles in this way: see below.
  [{ permission: 'role:leave', target: { accountId: HER, guarded: true } }, [no, no, no, no, no, no, no]],
  [{ permission: 'account:merge', target: { accountId: HER } }, [no, no, no, no, no, no, no]],
  [{ permission: 'identity:confirm', target: { institutionId: OWN, accountId: HER } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'identity:withdraw', target: { institutionId: OWN, accountId: HER } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'audit:read', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  [{ permission: 'audit:read', target: { institutionId: null } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'audit:export', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  [{ permission: 'audit:export', target: { institutionId: null } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'error:read', target: {} }, [no, no, no, no, yes, no, no]],
  [{ permission: 'error:answer', target: { reportId: 'report-1' } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'regrade:propose', target: {} }, [no, no, no, no, yes, no, no]],
  [{ permission: 'regrade:decide', target: { proposedBy: HER, concerned: false } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'certificate:list', target: { institutionId: OWN } }, [no, no, yes, no, yes, no, no]],
  [{ permission: 'certificate:propose', target: certificate() }, [no, no, yes, no, yes, no, no]],
  [
    {
      permission: 'certificate:decide',
      target: { ...certificate(), proposedBy: 'account-3', proposedByTeacher: true },
    },
    [no, no, yes, no, yes, no, no],
  ],
  [{ permission: 'cohort:create', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'cohort:read', target: cohort() }, [no, yes, yes, no, no, no, no]],
  [{ permission: 'cohort:change', target: cohort() }, [no, no, yes, no, no, no, no]],
  [{ permission: 'cohort:enrol', target: cohort() }, [no, no, yes, no, no, no, no]],
  [{ permission: 'cohort:decide', target: { ...cohort(), askedBy: HER } }, [no, yes, yes, no, no, no, no]],
  [{ permission: 'cohort:remind', target: cohort() }, [no, yes, yes, no, no, no, no]],
  [{ permission: 'cohort:cosign', target: cohort() }, [no, no, yes, no, no, no, no]],
  [{ permission: 'cohort:announce', target: cohort() }, [no, yes, yes, no, no, no, no]],
  // Only tutors read the questions of their learners.
  [{ permission: 'cohort:answer', target: cohort() }, [no, yes, no, no, no, no, no]],
  [{ permission: 'cohort:play', target: cohort() }, [no, yes, no, no, no, no, no]],
  [{ permission: 'cohort:export', target: cohort() }, [no, no, yes, no, no, no, no]],
  [{ permission: 'cohort:withdraw-many', target: cohort() }, [no, no, yes, no, no, no, no]],
  [{ permission: 'statistics:read', target: cohort() }, [no, yes, yes, no, no, no, no]],
  [{ permission: 'seminar:create', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'seminar:change', target: seminar() }, [no, no, yes, no, no, no, no]],
  [{ permission: 'seminar:read', target: seminar() }, [no, yes, yes, no, no, no, no]],
  [{ permission: 'seminar:run', target: seminar() }, [no, yes, yes, no, no, no, no]],
  [{ permission: 'seminar:issue', target: seminar() }, [no, no, yes, no, no, no, no]],
  [{ permission: 'seminar:co-organise', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'seminar:nominate', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'editorial:read', target: { text: null } }, [no, no, no, no, yes, no, yes]],
  [{ permission: 'editorial:read', target: { text: TEXT } }, [no, no, no, no, yes, no, yes]],
  [{ permission: 'editorial:comment', target: { text: TEXT } }, [no, no, no, no, no, no, yes]],
  [{ permission: 'editorial:propose', target: { text: TEXT } }, [no, no, no, no, no, no, yes]],
  [{ permission: 'editorial:decide', target: { text: TEXT, proposedBy: HER } }, [no, no, no, no, yes, no, yes]],
  [{ permission: 'editorial:sign', target: signing() }, [no, no, no, no, no, no, yes]],
  [{ permission: 'editorial:assign', target: { ...OF_TEXT, accountId: HER } }, [no, no, no, no, yes, no, no]],
  [{ permission: 'editorial:assign', target: { ...OF_TEXT, accountId: ME } }, [no, no, no, no, yes, no, yes]],
  [{ permission: 'editorial:assign', target: { ...OF_TEXT, accountId: null } }, [no, no, no, no, yes, no, yes]],
  [{ permission: 'survey:run', target: { institutionId: OWN } }, [no, no, yes, no, no, no, no]],
  [{ permission: 'survey:read', target: cohort() }, [no, yes, yes, no, no, no, no]],
]

function signing(overrides: Partial<Targets['editorial:sign']> = {}): Targets['editorial:sign'] {
  return { ...OF_TEXT, proposed: false, otherArea: false, ...overrides }
}

function supported(
  permission: (typeof SUPPORTING)[number],
  platform: readonly PlatformRole[],
  row: readonly Decision[],
): [Asked, readonly Decision[]] {
  const target = { email: 'her@example.ma', accountId: HER, platform, courseId: 'commission' }
  return [{ permission, target }, row]
}

/** A cohort that I tutor, if I am a tutor in its institution. */
function cohort(tutorIds = [ME]) {
  return { cohortId: 'cohort-1', institutionId: OWN, tutorIds }
}

/** A seminar of a cohort that I tutor, if I am a tutor in its institution. */
function seminar({ institutionId = OWN, coOrganiserIds = ['school-3'], tutorIds = [ME] } = {}) {
  return { seminarId: 'seminar-1', institutionId, coOrganiserIds, tutorIds }
}

/** A certificate of a person who learns in two schools. */
function certificate(holderId: string | null = HER) {
  return { number: '23456789ABCDE', holderId, institutionIds: ['school-3', OWN] }
}

function offer(role: Role, institutionId: string | null = OWN): Asked {
  return { permission: 'role:offer', target: { institutionId, accountId: HER, role } }
}

function end(role: Role, institutionId: string | null = OWN): Asked {
  return { permission: 'role:end', target: { institutionId, accountId: HER, role } }
}

/** Permissions that need a fresh code, as does ending a role that acts on other people. */
const AGAIN: readonly Permission[] = [
  ...SUPPORTING,
  'audit:export',
  'institution:archive',
  'identity:withdraw',
  'certificate:decide',
  'regrade:decide',
  'cohort:export',
  'cohort:withdraw-many',
  'cohort:cosign',
  'face:change',
  'institution:integrate',
  'institution:own-domain',
  'seminar:issue',
  'editorial:sign',
  'contact:decide',
]
const ENDED_AGAIN: readonly Role[] = ['administrator', 'platform-administrator', 'support', 'reviewer']
const asksAgain = ({ permission, target }: Asked) =>
  permission === 'role:end' ? ENDED_AGAIN.includes(target.role) : AGAIN.includes(permission)
/** Permissions without a row in the table: `policy.test.ts` or tests of this file cover them. */
const FOR_ALL: readonly Permission[] = [
  'desk:read',
  'institution:list',
  'course:enrol',
  'cohort:join',
  'seminar:register',
]

it('has a row for every permission that asks about roles', () => {
  const rows = new Set(TABLE.map(([{ permission }]) => permission))

  expect(PERMISSIONS.filter((permission) => needsRoles(permission) && !rows.has(permission)).toSorted()).toEqual(
    FOR_ALL.toSorted(),
  )
})

describe.each(TABLE.map(([asked, row]) => [JSON.stringify(asked), asked, row] as const))('%s', (_, asked, row) => {
  it.each(COLUMNS.map((role, column) => [role, row[column]] as const))('of a %s: %s', (role, decision) => {
    expect(ask(holder(role, OWN, 'fresh'), asked)).toBe(decision)
  })

  it('of somebody with a role in another institution: nothing', () => {
    const institutional = COLUMNS.filter((role) => INSTITUTION_ROLES.some((one) => one === role))
    expect(institutional.map((role) => ask(holder(role, OTHER, 'fresh'), asked))).toEqual(institutional.map(() => no))
  })

  it('asks administrators and staff for a second factor, and for its code in this browser', () => {
    for (const role of ['administrator', 'platform-administrator', 'support', 'reviewer'] as const) {
      if (ask(holder(role, OWN, 'fresh'), asked) !== yes) continue
      expect(ask(holder(role, OWN, 'none'), asked)).toBe('second-factor-missing')
      expect(ask(holder(role, OWN, 'waiting'), asked)).toBe('second-factor-required')
      expect(ask(holder(role), asked)).toBe(asksAgain(asked) ? 'second-factor-required' : yes)
    }
  })
})

it('lets nobody offer or end a role of her own, or confirm her own identity', () => {
  const roles = fc.constantFrom(...ROLES)
  fc.assert(
    fc.property(roles, roles, fc.boolean(), (mine, role, onPlatform) => {
      const me = holder(mine, OWN, 'fresh')
      const target = { institutionId: onPlatform ? null : OWN, accountId: ME, role }
      return (
        decide(me, 'role:offer', target) === no &&
        decide(me, 'role:end', target) === no &&
        decide(me, 'identity:confirm', { institutionId: OWN, accountId: ME }) === no &&
        decide(me, 'identity:withdraw', { institutionId: OWN, accountId: ME }) === no
      )
    }),
  )
})

it('lets a tutor see the cohorts that she follows, and no others of her school', () => {
  expect(decide(holder('tutor'), 'cohort:read', cohort([HER]))).toBe(no)
  expect(decide(holder('tutor'), 'statistics:read', cohort([HER]))).toBe(no)
})

it('lets the administrators of a co-organiser read who comes to a seminar, and change nothing in it', () => {
  const other = { institutionId: OTHER, coOrganiserIds: [OWN], tutorIds: [ME] }
  const may = (permission: 'seminar:read' | 'seminar:change' | 'seminar:run' | 'seminar:issue') =>
    decide(holder('administrator', OWN, 'fresh'), permission, seminar(other))

  expect(may('seminar:read')).toBe(yes)
  for (const permission of ['seminar:change', 'seminar:run', 'seminar:issue'] as const) expect(may(permission)).toBe(no)
  // The tutors of the co-organising school may not: they follow only the cohorts of their own school.
  expect(decide(holder('tutor'), 'seminar:read', seminar(other))).toBe(no)
  expect(decide(holder('tutor'), 'seminar:read', seminar({ tutorIds: [HER] }))).toBe(no)
})

it('lets nobody say yes to her own request to join', () => {
  expect(decide(holder('administrator'), 'cohort:decide', { ...cohort(), askedBy: ME })).toBe(no)
  expect(decide(holder('tutor'), 'cohort:decide', { ...cohort(), askedBy: ME })).toBe(no)
})

it('takes two people to withdraw a certificate, and neither of them its holder', () => {
  for (const role of ['administrator', 'platform-administrator'] as const) {
    const me = holder(role, OWN, 'fresh')

    const asked = { proposedBy: 'account-3', proposedByTeacher: true }
    expect(decide(me, 'certificate:decide', { ...certificate(), ...asked })).toBe(yes)
    expect(decide(me, 'certificate:decide', { ...certificate(), ...asked, proposedBy: ME })).toBe(no)
    expect(decide(me, 'certificate:propose', certificate(ME))).toBe(no)
    expect(decide(me, 'certificate:decide', { ...certificate(ME), ...asked })).toBe(no)
  }
})

it('takes one of the two from an institution that taught the holder: the platform alone changes no certificate', () => {
  const alone = { ...certificate(), proposedBy: 'account-3', proposedByTeacher: false }

  expect(decide(holder('administrator', OWN, 'fresh'), 'certificate:decide', alone)).toBe(yes)
  expect(decide(holder('platform-administrator', OWN, 'fresh'), 'certificate:decide', alone)).toBe(no)
  // An administrator of another institution who also works for the platform did not teach the holder either.
  const both = holder('administrator', OTHER, 'fresh')
  const platformToo: Person = {
    ...both,
    roles: { ...NO_ROLES, ...both.roles, platform: ['platform-administrator'], proof: 'fresh' },
  }
  expect(decide(platformToo, 'certificate:decide', alone)).toBe(no)
})

it('lets everybody give up a role, after a fresh code if that role is guarded', () => {
  const hers = (guarded: boolean) => ({ accountId: ME, guarded })

  for (const role of ROLES) expect(decide(holder(role, OWN, 'waiting'), 'role:leave', hers(false))).toBe(yes)
  expect(decide(holder('administrator', OWN, 'fresh'), 'role:leave', hers(true))).toBe(yes)
  for (const proof of ['waiting', 'passed'] as const)
    expect(decide(holder('administrator', OWN, proof), 'role:leave', hers(true))).toBe('second-factor-required')
  // A person who never set up a second factor has no code to give.
  expect(decide(holder('administrator', OWN, 'none'), 'role:leave', hers(true))).toBe(yes)
})

it('lets a person unite her accounts, after a code if she has set up a second factor', () => {
  expect(decide(holder(null, OWN, 'waiting'), 'account:merge', { accountId: ME })).toBe('second-factor-required')
  for (const proof of ['none', 'passed', 'fresh'] as const)
    expect(decide(holder(null, OWN, proof), 'account:merge', { accountId: ME })).toBe(yes)
})

it('lets only the owner of an address answer an offer to it', () => {
  for (const role of ROLES) {
    expect(decide(holder(role, OWN, 'fresh'), 'offer:answer', { accountId: HER })).toBe(no)
    expect(decide(holder(role, OWN, 'fresh'), 'offer:answer', { accountId: null })).toBe(no)
  }
  expect(decide(holder(null), 'offer:answer', { accountId: ME })).toBe(yes)
})

it('shows everyone the institutions that are hers, and the platform’s staff all of them with a second factor', () => {
  const list = (role: Role, proof: Proof) => decide(holder(role, OWN, proof), 'institution:list', {})

  expect(INSTITUTION_ROLES.map((role) => list(role, 'none'))).toEqual(INSTITUTION_ROLES.map(() => yes))
  const helping = ['platform-administrator', 'support'] as const
  expect(helping.map((role) => list(role, 'none'))).toEqual(helping.map(() => 'second-factor-missing'))
  expect(helping.map((role) => list(role, 'passed'))).toEqual([yes, yes])
  // A reviewer sees her own institutions, as everybody does.
  expect(list('reviewer', 'none')).toBe(yes)
})

it('shows the work page to whoever runs something, with a second factor where her role asks for one', () => {
  const open = (role: Role | null, proof: Proof) => decide(holder(role, OWN, proof), 'desk:read', {})

  for (const role of ['tutor', 'commission-member'] as const) expect(open(role, 'none')).toBe(yes)
  for (const role of ['administrator', 'platform-administrator', 'support'] as const) {
    expect(open(role, 'none')).toBe('second-factor-missing')
    expect(open(role, 'waiting')).toBe('second-factor-required')
    expect(open(role, 'passed')).toBe(yes)
  }
  expect(open('learner', 'fresh')).toBe(no)
  expect(open(null, 'fresh')).toBe(no)
})

it('opens a closed course to everybody with a role in the commission, and to nobody else', () => {
  const enrol = (role: Role | null, kind: InstitutionKind) =>
    decide(holder(role, OWN, 'none', kind), 'course:enrol', { courseId: 'commission', access: 'closed' })

  for (const role of INSTITUTION_ROLES) {
    expect(enrol(role, 'commission')).toBe(yes)
    expect(enrol(role, 'school')).toBe('course-closed')
  }
  for (const role of [null, ...PLATFORM_ROLES]) expect(enrol(role, 'commission')).toBe('course-closed')
  const unconfirmed = { ...holder('learner', OWN, 'none', 'commission'), confirmed: false }
  expect(decide(unconfirmed, 'course:enrol', { courseId: 'commission', access: 'closed' })).toBe('unconfirmed')
})

it('shows the country’s figures only to members and administrators of the commission', () => {
  const at = (role: Role, proof: Proof) => holder(role, OWN, proof, 'commission')
  for (const [permission, target] of [
    ['nation:read', {}],
    ['figures:keep', { institutionId: null }],
  ] as const) {
    expect(INSTITUTION_ROLES.map((role) => decide(at(role, 'fresh'), permission, target))).toEqual([no, no, yes, yes])
    expect(decide(at('commission-member', 'none'), permission, target)).toBe(yes)
    expect(decide(at('administrator', 'none'), permission, target)).toBe('second-factor-missing')
  }
})

it('gives a work page to whoever runs something or reads the country’s figures', () => {
  const runs = ROLES.filter((role) => hasDesk(holder(role).roles ?? NO_ROLES))

  expect(runs).toEqual(['tutor', 'administrator', 'commission-member', 'platform-administrator', 'support'])
})

it('asks again for a code before anything is exported', () => {
  expect(decide(holder('administrator'), 'cohort:export', cohort())).toBe('second-factor-required')
  expect(decide(holder('administrator', OWN, 'fresh'), 'cohort:export', cohort())).toBe(yes)
  expect(decide(holder('tutor', OWN, 'fresh'), 'cohort:export', cohort())).toBe(no)
})

it('gives no platform role inside an institution, and no institution’s role on the platform', () => {
  const platform = holder('platform-administrator')

  for (const role of ROLES) {
    const misplaced = PLATFORM_ROLES.some((one) => one === role) ? OWN : null
    expect(decide(platform, 'role:offer', { institutionId: misplaced, accountId: HER, role })).toBe(no)
  }
})

it('takes the role that allows an act if a person holds several', () => {
  const both = holder('administrator', OWN, 'none')
  const tutorToo: Person = {
    ...both,
    roles: {
      platform: [],
      proof: 'none',
      institutions: [...(both.roles?.institutions ?? []), { institutionId: OWN, kind: 'school', role: 'tutor' }],
    },
  }

  expect(decide(tutorToo, 'institution:read', { institutionId: OWN })).toBe(yes)
  expect(decide(tutorToo, 'institution:change', { institutionId: OWN })).toBe('second-factor-missing')
})

describe('a reviewer', () => {
  const reviewer = holder('reviewer', OWN, 'fresh')
  const sign = (overrides: Partial<Targets['editorial:sign']>, person = reviewer) =>
    decide(person, 'editorial:sign', signing(overrides))

  it('signs nothing outside of her scope, nothing that she wrote, and nothing in two roles', () => {
    expect(sign({})).toBe(yes)
    expect(sign({ language: 'fr' })).toBe(no)
    expect(sign({ area: 'language' })).toBe(no)
    expect(sign({ text: { kind: 'bank', id: 'referral' } })).toBe(no)
    expect(sign({ proposed: true })).toBe(no)
    expect(sign({ otherArea: true })).toBe(no)
  })

  it('reads and discusses only the parts of her scope', () => {
    const elsewhere = { text: { kind: 'law', id: 'penal-code-448-1' } } as const
    for (const permission of ['editorial:read', 'editorial:comment', 'editorial:propose'] as const)
      expect(decide(reviewer, permission, elsewhere)).toBe(no)
    expect(decide(reviewer, 'editorial:decide', { ...elsewhere, proposedBy: HER })).toBe(no)
    expect(decide(reviewer, 'editorial:assign', { ...OF_TEXT, ...elsewhere, accountId: ME })).toBe(no)
  })

  it('decides on no proposal of her own, and neither does the platform', () => {
    for (const role of ['reviewer', 'platform-administrator'] as const)
      expect(decide(holder(role, OWN, 'fresh'), 'editorial:decide', { text: TEXT, proposedBy: ME })).toBe(no)
  })

  it('may do nothing while her role has no readable scope', () => {
    const roles = {
      ...NO_ROLES,
      platform: ['reviewer'] as const,
      proof: 'fresh' as const,
      signing: true,
      reviewer: null,
    }
    const without: Person = { ...reviewer, roles }
    expect(sign({}, without)).toBe(no)
    expect(decide(without, 'editorial:read', { text: null })).toBe(no)
  })

  it('may do nothing once her role has ended, even if its scope is still there', () => {
    const ended: Person = { ...reviewer, roles: { ...NO_ROLES, ...reviewer.roles, platform: [], proof: 'fresh' } }
    expect(sign({}, ended)).toBe(no)
    expect(decide(ended, 'editorial:read', { text: null })).toBe(no)
  })

  it('signs for a quarter of an hour after a code, longer than it counts elsewhere', () => {
    const provedAt = new Date('2026-11-25T10:00:00Z')
    const at = (minutes: number) =>
      isSigning({ enabled: true, provedAt }, new Date(provedAt.getTime() + minutes * 60_000))
    expect([at(0), at(14), at(15)]).toEqual([true, true, false])
    expect(isSigning({ enabled: false, provedAt }, provedAt)).toBe(false)
    expect(isSigning({ enabled: true, provedAt: null }, provedAt)).toBe(false)
  })
})

describe('how long a code counts', () => {
  const provedAt = new Date('2026-11-25T10:00:00Z')
  const at = (minutes: number) => new Date(provedAt.getTime() + minutes * 60_000)

  it.each([
    ['no authenticator', { enabled: false, provedAt }, 0, 'none'],
    ['never asked in this browser', { enabled: true, provedAt: null }, 0, 'waiting'],
    ['just given', { enabled: true, provedAt }, 0, 'fresh'],
    ['one minute before it gets old', { enabled: true, provedAt }, 9, 'fresh'],
    ['ten minutes old', { enabled: true, provedAt }, 10, 'passed'],
  ] as const)('%s', (_, factor, minutes, proof) => {
    expect(proofOf(factor, at(minutes))).toBe(proof)
  })
})
