import { expect, it } from 'vitest'
import { enoughTyped } from './find'
import { lateJobs, overdueSince, standstillSince } from './jobs'
import { nextDateOf } from './next-date'
import { type CourseProgress, standingOf } from './standing'
import { sortTasks, type Task } from './task'

const NOW = new Date('2026-11-27T10:00:00Z')
const DAY_MS = 86_400_000
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS)

const row = (change: Partial<CourseProgress>): CourseProgress => ({
  memberId: 'one',
  reachable: true,
  remindedAt: null,
  lastActiveMs: ago(1).getTime(),
  lessons: 2,
  lessonsDone: 1,
  passed: false,
  certified: false,
  attemptsLeft: 3,
  overdue: 0,
  lateSinceMs: null,
  ...change,
})

it('counts a person of two courses once, and as passed when she has passed both', () => {
  const both = [row({ passed: true }), row({ passed: false, lastActiveMs: ago(30).getTime() })]

  expect(standingOf(both, NOW)).toMatchObject({ people: 1, active: 1, passed: 0 })
  expect(standingOf([row({ passed: true }), row({ passed: true })], NOW)).toMatchObject({ people: 1, passed: 1 })
  const used = [row({ passed: true, attemptsLeft: 0 }), row({ passed: false, attemptsLeft: 2 })]
  expect(standingOf(used, NOW).groups['out-of-attempts'].due).toBe(0)
})

it('counts people to remind apart from those who were reminded, get no letters, or have finished', () => {
  const quiet = (memberId: string, change: Partial<CourseProgress> = {}) =>
    row({ memberId, lastActiveMs: ago(20).getTime(), ...change })
  const { groups } = standingOf(
    [
      quiet('due'),
      quiet('rests', { remindedAt: ago(2) }),
      quiet('mute', { reachable: false }),
      quiet('done', { certified: true }),
    ],
    NOW,
  )

  expect(groups.inactive).toEqual({ due: 1, resting: 1, since: ago(6).getTime() })
})

it('says since when the first of those who are late is late', () => {
  const late = (memberId: string, days: number) => row({ memberId, overdue: 1, lateSinceMs: ago(days).getTime() })

  expect(standingOf([late('one', 3), late('other', 9)], NOW).groups.late).toEqual({
    due: 2,
    resting: 0,
    since: ago(9).getTime(),
  })
})

it('names the next day of a cohort, and none once it is over', () => {
  const cohort = {
    startsOn: '2026-11-02',
    endsOn: '2027-01-15',
    examDays: ['2026-12-20', null],
    deadlines: ['2026-11-20', '2026-12-04'],
  }

  expect(nextDateOf(cohort, '2026-10-30')).toEqual({ what: 'starts', on: '2026-11-02' })
  expect(nextDateOf(cohort, '2026-11-27')).toEqual({ what: 'due', on: '2026-12-04' })
  expect(nextDateOf(cohort, '2026-12-05')).toEqual({ what: 'exam', on: '2026-12-20' })
  expect(nextDateOf(cohort, '2027-01-15')).toEqual({ what: 'ends', on: '2027-01-15' })
  expect(nextDateOf(cohort, '2027-01-16')).toBeNull()
  const seminarDays = ['2026-11-27', '2026-12-30']
  expect(nextDateOf({ ...cohort, seminarDays }, '2026-11-27')).toEqual({ what: 'seminar', on: '2026-11-27' })
  expect(nextDateOf({ ...cohort, seminarDays }, '2026-11-28')).toEqual({ what: 'due', on: '2026-12-04' })
})

it('puts requests of people before tasks that can wait a week, the oldest first, and leaves out empty tasks', () => {
  const task = (kind: Task['kind'], count: number, days: number | null): Task => ({
    kind,
    count,
    since: days === null ? null : ago(days),
    place: null,
    path: '/x',
  })
  const { today, week } = sortTasks([
    task('late', 2, 1),
    task('no-backup', 1, null),
    task('requests', 3, 2),
    task('seats', 1, 5),
    task('errors', 0, 9),
    task('inactive', 4, 8),
  ])

  expect(today.map(({ kind }) => kind)).toEqual(['seats', 'requests', 'no-backup'])
  expect(week.map(({ kind }) => kind)).toEqual(['inactive', 'late'])
})

it('knows a job that failed, and one that has not run for too long', () => {
  const job = (name: string, endedAt: Date | null, failedAt: Date | null = null) =>
    overdueSince({ name, endedAt, failedAt }, ago(3), NOW)
  const minutes = (count: number) => new Date(NOW.getTime() - count * 60_000)

  expect(job('mail', minutes(1))).toBeNull()
  expect(job('mail', minutes(20))).toEqual(minutes(20))
  expect(job('retention', minutes(20))).toBeNull()
  expect(job('retention', ago(2))).toEqual(ago(2))
  expect(job('mail', minutes(3), minutes(1))).toEqual(minutes(1))
  expect(job('mail', minutes(1), minutes(3))).toBeNull()
  expect(job('mail', null, minutes(3))).toEqual(minutes(3))
})

it('knows a job that has never run though the site has been up for longer than it may take', () => {
  const never = (name: string, minutesUp: number) =>
    overdueSince({ name, endedAt: null, failedAt: null }, new Date(NOW.getTime() - minutesUp * 60_000), NOW)

  expect(never('mail', 14)).toBeNull()
  expect(never('mail', 16)).toEqual(new Date(NOW.getTime() - 16 * 60_000))
  expect(never('retention', 25 * 60)).toBeNull()
  expect(never('retention', 27 * 60)).toEqual(new Date(NOW.getTime() - 27 * 3_600_000))
})

it('names the jobs that are late, but none that runs and fails, and none just after the start', () => {
  const minutes = (count: number) => new Date(NOW.getTime() - count * 60_000)
  const runs = [
    { name: 'mail', endedAt: minutes(60), failedAt: minutes(1) },
    { name: 'lists', endedAt: minutes(60), failedAt: minutes(16) },
    { name: 'webhooks', endedAt: minutes(16), failedAt: null },
    { name: 'retention', endedAt: minutes(60), failedAt: null },
  ]

  expect(lateJobs(runs, ago(3), NOW)).toEqual(['lists', 'webhooks'])
  expect(lateJobs(runs, minutes(4), NOW)).toEqual([])
  expect(lateJobs(runs.slice(1), ago(3), NOW)).toEqual(['lists', 'webhooks', 'retention'])
})

it('knows since when no job has run, once the site has had time to run them', () => {
  const minutes = (count: number) => new Date(NOW.getTime() - count * 60_000)
  const runs = (mail: number, lists: number) => [
    { name: 'mail', endedAt: minutes(mail), failedAt: null },
    { name: 'lists', endedAt: null, failedAt: minutes(lists) },
    { name: 'retention', endedAt: null, failedAt: null },
  ]

  expect(standstillSince(runs(60, 4), ago(3), NOW)).toBeNull()
  expect(standstillSince(runs(60, 6), ago(3), NOW)).toEqual(minutes(6))
  expect(standstillSince(runs(60, 70), minutes(4), NOW)).toBeNull()
  expect(standstillSince([], minutes(6), NOW)).toEqual(minutes(6))
})

it.each([
  ['', false],
  [' . ', false],
  ['ع', false],
  ['عل', true],
  ['Al', true],
])('searches for %j: %s', (typed, enough) => {
  expect(enoughTyped(typed)).toBe(enough)
})
