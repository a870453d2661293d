import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Actor, type Decision, decide, type Permission, type Targets } from './policy'

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
type Name = keyof typeof ACTORS

/** What is asked about, of the owner. */
const TARGETS: Targets = {
  'account:read': { accountId: OWNER },
  'account:change': { accountId: OWNER },
  'course:enrol': { courseId: 'fundamentals' },
  'course:learn': { courseId: 'fundamentals', learnerId: OWNER },
  'exam:sit': { courseId: 'fundamentals', learnerId: OWNER },
  'certificate:read': { number: '23456789ABCDE', holderId: OWNER, shared: false },
  'certificate:supersede': { number: '23456789ABCDE' },
  'certificate:revoke': { number: '23456789ABCDE' },
}

const [yes, no, signIn, confirm] = ['allowed', 'forbidden', 'sign-in-required', 'unconfirmed'] as const
// biome-ignore format: a table
const TABLE: Record<Permission, Record<Name, Decision>> = {
  'account:read':          { anonymous: signIn, unconfirmed: yes,     owner: yes, another: no,  operator: no },
  'account:change':        { anonymous: signIn, unconfirmed: yes,     owner: yes, another: no,  operator: no },
  'course:enrol':          { anonymous: signIn, unconfirmed: confirm, owner: yes, another: yes, operator: no },
  'course:learn':          { anonymous: signIn, unconfirmed: yes,     owner: yes, another: no,  operator: no },
  'exam:sit':              { anonymous: signIn, unconfirmed: confirm, owner: yes, another: no,  operator: no },
  'certificate:read':      { anonymous: signIn, unconfirmed: yes,     owner: yes, another: no,  operator: no },
  'certificate:supersede': { anonymous: signIn, unconfirmed: no,      owner: no,  another: no,  operator: yes },
  'certificate:revoke':    { anonymous: signIn, unconfirmed: no,      owner: no,  another: no,  operator: yes },
}
