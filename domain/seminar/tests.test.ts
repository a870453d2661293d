import { expect, it } from 'vitest'
import { seminarTestAvailability, testsCloseAt } from './tests'

const HOUR_MS = 3_600_000
const startsAt = new Date('2026-12-03T08:00:00Z')
const endsAt = new Date('2026-12-03T16:00:00Z')
const seminar = { status: 'open', startsAt, endsAt } as const
const none = { before: null, after: null }
const at = new Date('2026-12-01T10:00:00Z')
const after = (hours: number) => new Date(endsAt.getTime() + hours * HOUR_MS)

it.each([
  ['before', none, new Date(startsAt.getTime() - 1), seminar, 'open'],
  ['before', none, startsAt, seminar, 'begun'],
  ['before', none, at, { ...seminar, status: 'held' }, 'begun'],
  ['before', none, at, { ...seminar, status: 'cancelled' }, 'cancelled'],
  ['before', { ...none, before: at }, after(1), seminar, 'handed-in'],
  ['after', { ...none, before: at }, startsAt, seminar, 'not-held'],
  ['after', { ...none, before: at }, startsAt, { ...seminar, status: 'held' }, 'open'],
  ['after', { ...none, before: at }, endsAt, { ...seminar, status: 'closed' }, 'open'],
  ['after', none, after(1), seminar, 'no-first-test'],
  ['after', { ...none, before: at }, new Date(testsCloseAt(seminar).getTime() - 1), seminar, 'open'],
  ['after', { ...none, before: at }, testsCloseAt(seminar), seminar, 'over'],
  ['after', { before: at, after: after(2) }, testsCloseAt(seminar), seminar, 'handed-in'],
  ['after', { ...none, before: at }, after(1), { ...seminar, status: 'cancelled' }, 'cancelled'],
] as const)('the test %s, of somebody who handed in %j, at %s', (form, handedIn, now, held, expected) => {
  const found = seminarTestAvailability(form, { seminar: held, handedIn }, now)
  expect(found.status === 'closed' ? found.why : found.status).toBe(expected)
})
