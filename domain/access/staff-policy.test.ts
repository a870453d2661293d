import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decision, decide, type Permission, type Person, type Targets } from './policy'
import { INSTITUTION_ROLES, PLATFORM_ROLES, ROLES, type Role } from './role'
import { type Proof, proofOf } from './standing'

const OWN = 'school-1'
const OTHER = 'school-2'
const ME = 'account-1'
const HER = 'account-2'

const holder = (role: Role | null, institutionId = OWN, proof: Proof = 'passed'): Person => ({
  kind: 'person',
  accountId: ME,
  sessionId: 'session-1',
  confirmed: true,
  locale: 'ar',
  standing: {
    platform: PLATFORM_ROLES.filter((one) => one === role),
    institutions: INSTITUTION_ROLES.filter((one) => one === role).map((one) => ({
      institutionId,
      kind: 'school',
      role: one,
    })),
    proof,
  },
})

type Asked = { [P in Permission]: { permission: P; target: Targets[P] } }[Permission]
const ask = (person: Person, { permission, target }: Asked): Decision => decide(person, permission, target)

const [yes, no] = ['allowed', 'forbidden'] as const
const COLUMNS = ['learner', 'tutor', 'administrator', 'commission-member', 'platform-administrator', 'support'] as const
/** Roles in the institution asked about; platform roles have none. */
const TABLE: readonly [Asked, readonly Decision[]][] = [
  [{ permission: 'platform:read', target: {} }, [no, no, no, no, yes, yes]],
  [{ permission: 'institution:create', target: {} }, [no, no, no, no, yes, no]],
  [{ permission: 'institution:read', target: { institutionId: OWN } }, [no, yes, yes, no, yes, yes]],
  [{ permission: 'institution:change', target: { institutionId: OWN } }, [no, no, yes, no, yes, no]],
  [{ permission: 'people:read', target: { institutionId: OWN } }, [no, no, yes, no, yes, no]],
  [grant('learner'), [no, no, yes, no, yes, no]],
  [grant('tutor'), [no, no, yes, no, yes, no]],
  [grant('commission-member'), [no, no, yes, no, yes, no]],
  [grant('administrator'), [no, no, no, no, yes, no]],
  [grant('support', null), [no, no, no, no, yes, no]],
  [{ permission: 'identity:confirm', target: { institutionId: OWN, accountId: HER } }, [no, no, yes, no, no, no]],
  [{ permission: 'audit:read', target: { institutionId: OWN } }, [no, no, yes, no, yes, no]],
  [{ permission: 'audit:read', target: { institutionId: null } }, [no, no, no, no, yes, no]],
  [{ permission: 'cohort:create', target: { institutionId: OWN } }, [no, no, yes, no, no, no]],
  [{ permission: 'cohort:read', target: cohort() }, [no, yes, yes, no, no, no]],
  [{ permission: 'cohort:change', target: cohort() }, [no, no, yes, no, no, no]],
  [{ permission: 'cohort:enrol', target: cohort() }, [no, no, yes, no, no, no]],
  [{ permission: 'cohort:decide', target: { ...cohort(), askedBy: HER } }, [no, yes, yes, no, no, no]],
  [{ permission: 'cohort:remind', target: cohort() }, [no, yes, yes, no, no, no]],
]

/** Of which I am a tutor, if I am one in its institution. */
function cohort(tutorIds = [ME]) {
  return { cohortId: 'cohort-1', institutionId: OWN, tutorIds }
}

function grant(role: Role, institutionId: string | null = OWN): Asked {
  return { permission: 'role:grant', target: { institutionId, accountId: HER, role } }
}

describe.each(TABLE.map(([asked, row]) => [JSON.stringify(asked), asked, row] as const))('%s', (_, asked, row) => {
  it.each(COLUMNS.map((role, column) => [role, row[column]] as const))('of a %s: %s', (role, decision) => {
    expect(ask(holder(role), asked)).toBe(decision)
  })

  it('of whoever holds a role elsewhere: nothing but what the platform’s own staff may', () => {
    const institutional = COLUMNS.filter((role) => INSTITUTION_ROLES.some((one) => one === role))
    expect(institutional.map((role) => ask(holder(role, OTHER), asked))).toEqual(institutional.map(() => no))
  })

  it('asks administrators and staff for a second factor, and for its code in this browser', () => {
    for (const role of ['administrator', 'platform-administrator', 'support'] as const) {
      if (ask(holder(role), asked) !== yes) continue
      expect(ask(holder(role, OWN, 'none'), asked)).toBe('second-factor-missing')
      expect(ask(holder(role, OWN, 'waiting'), asked)).toBe('second-factor-required')
      expect(ask(holder(role, OWN, 'fresh'), asked)).toBe(yes)
    }
  })
})

it('lets nobody give, take or confirm anything of her own, whatever she is', () => {
  const roles = fc.constantFrom(...ROLES)
  fc.assert(
    fc.property(roles, roles, fc.boolean(), (mine, role, onPlatform) => {
      const me = holder(mine, OWN, 'fresh')
      const target = { institutionId: onPlatform ? null : OWN, accountId: ME, role }
      return (
        decide(me, 'role:grant', target) === no &&
        decide(me, 'role:end', target) === no &&
        decide(me, 'identity:confirm', { institutionId: OWN, accountId: ME }) === no
      )
    }),
  )
})

it('lets a tutor see the cohorts that she follows, and no others of her school', () => {
  expect(decide(holder('tutor'), 'cohort:read', cohort([HER]))).toBe(no)
})

it('lets nobody say yes to her own request to join', () => {
  expect(decide(holder('administrator'), 'cohort:decide', { ...cohort(), askedBy: ME })).toBe(no)
  expect(decide(holder('tutor'), 'cohort:decide', { ...cohort(), askedBy: ME })).toBe(no)
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
    expect(decide(platform, 'role:grant', { institutionId: misplaced, accountId: HER, role })).toBe(no)
  }
})

it('takes whoever holds several roles by the one that opens the door', () => {
  const both = holder('administrator', OWN, 'none')
  const tutorToo: Person = {
    ...both,
    standing: {
      platform: [],
      proof: 'none',
      institutions: [...(both.standing?.institutions ?? []), { institutionId: OWN, kind: 'school', role: 'tutor' }],
    },
  }

  expect(decide(tutorToo, 'institution:read', { institutionId: OWN })).toBe(yes)
  expect(decide(tutorToo, 'institution:change', { institutionId: OWN })).toBe('second-factor-missing')
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
