import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transfer } from '@/server/cohort/people/transfer'
import { db } from '@/server/db/client'
import { moveMember } from '@/server/db/cohort/cohort-members'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { insertPlace, makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { examinee, NOW, WRONG } from '@/tests/support/exam-room'
import { emptyDatabase } from '@/tests/support/fresh-database'

const DAY_MS = 86_400_000
const daysBefore = (days: number) => new Date(NOW.getTime() - days * DAY_MS)
// The cohort is under way by the clock of the database, in whatever year these tests run.
const RUNNING = { startsOn: '2026-11-02', endsOn: '2099-01-15' }

type Learner = Awaited<ReturnType<typeof examinee>>

/** A learner who is ready for the exam, with a school that teaches its course. */
async function learnerAndSchool() {
  const learner = await examinee()
  const school: School = { ...(await makeSchool()), courseId: learner.courseId }
  const cohort = (fields: Partial<typeof RUNNING> = {}) => makeCohort(school, { fields: { ...RUNNING, ...fields } })
  return { learner, school, cohort }
}

const join = (cohort: CohortRow, { accountId, email }: Learner, days: number) =>
  insertPlace(cohort, { status: 'active', accountId, email, waitsSince: daysBefore(days) })
const countsFor = async (learner: Learner) =>
  (await db().attempt.findUniqueOrThrow({ where: { id: (await learner.attempt()).id } })).cohortId

describe('an attempt counts for', () => {
  it('the cohort in which she takes part when she begins it', async () => {
    const { learner, cohort } = await learnerAndSchool()
    const hers = await cohort()
    await join(hers, learner, 3)
    await learner.start()

    expect(await countsFor(learner)).toBe(hers.id)
  })

  it('the cohort that she joined first, if she takes part in several', async () => {
    const { learner, cohort } = await learnerAndSchool()
    const [second, first, third] = [await cohort(), await cohort(), await cohort()]
    await join(second, learner, 3)
    await join(first, learner, 5)
    await join(third, learner, 1)
    await learner.start()

    expect(await countsFor(learner)).toBe(first.id)
  })

  it('a running cohort rather than one that is over or archived', async () => {
    const { learner, cohort } = await learnerAndSchool()
    const [over, archived, running] = [await cohort({ endsOn: '2026-11-20' }), await cohort(), await cohort()]
    await join(over, learner, 9)
    await join(archived, learner, 8)
    await db().cohort.update({ where: { id: archived.id }, data: { archivedAt: daysBefore(1) } })
    await join(running, learner, 3)
    await learner.start()

    expect(await countsFor(learner)).toBe(running.id)
  })

  it('no cohort, if she takes part in none that has its course', async () => {
    const { learner, cohort } = await learnerAndSchool()
    const another = await makeCohort(await makeSchool())
    await join(another, learner, 9)
    for (const status of ['invited', 'waiting', 'asked', 'withdrawn', 'transferred', 'refused'] as const)
      await insertPlace(await cohort(), { status, accountId: learner.accountId, email: learner.email })
    await learner.start()

    expect(await countsFor(learner)).toBeNull()
  })

  it('the same cohort if she is transferred before the hand-in; the next attempt counts for the new one', async () => {
    const { learner, school, cohort } = await learnerAndSchool()
    const [from, to] = [await cohort(), await cohort()]
    const member = await join(from, learner, 3)
    await learner.start()
    const first = await learner.attempt()
    await transfer(await mayEnrol(school, from), member.id, to.id, NOW)
    await learner.answerAll(WRONG)
    await learner.handIn()
    await learner.start(new Date(Date.now() + 2 * DAY_MS))

    const rows = await db().attempt.findMany({ where: { enrolment: { accountId: learner.accountId } } })
    expect(rows.find(({ id }) => id === first.id)?.cohortId).toBe(from.id)
    expect(rows.find(({ id }) => id !== first.id)?.cohortId).toBe(to.id)
  })

  it('the same cohort for ever: the database refuses to change it', async () => {
    const { learner, cohort } = await learnerAndSchool()
    const [hers, other] = [await cohort(), await cohort()]
    const member = await join(hers, learner, 3)
    await learner.start()
    const { id } = await learner.attempt()
    await moveMember(db(), member, { to: 'withdrawn', by: null }, NOW)

    for (const cohortId of [other.id, null])
      await expect(db().attempt.update({ where: { id }, data: { cohortId } })).rejects.toThrow(
        'an attempt counts for the cohort in which it was begun',
      )
    expect(await countsFor(learner)).toBe(hers.id)
  })
})

describe('the migration of existing attempts', () => {
  const MIGRATION = '20261127101000_closed_groups'
  let sql: pg.Client
  let remove: () => Promise<void>
  const run = (name: string) => sql.query(readFileSync(path.join('prisma/migrations', name, 'migration.sql'), 'utf8'))

  beforeAll(async () => {
    const database = await emptyDatabase()
    remove = database.remove
    sql = new pg.Client({ connectionString: database.url })
    await sql.connect()
    const folders = readdirSync('prisma/migrations').filter((name) => name < MIGRATION)
    for (const name of folders.toSorted()) await run(name)
    await insertBasics()
  })
  afterAll(async () => {
    await sql.end()
    await remove()
  })

  const [account, institution, release, enrolment] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]

  async function insertBasics() {
    await sql.query(`insert into "Account" (id, email, "passwordHash", "nameArabic", "nameLatin", function, institution, locale)
      values ('${account}', 'judge@example.ma', '-', '-', '-', 'judge', 'Fès', 'ar')`)
    await sql.query(`insert into "Institution" (id, kind, "nameArabic", "nameLatin")
      values ('${institution}', 'school', '-', '-')`)
    await sql.query(`insert into "Release" (id, "courseId", number, "contentHash", "lawDate", languages, content)
      values ('${release}', 'course', 1, 'x', now(), '{ar}', '{}')`)
    await sql.query(`insert into "Enrolment" (id, "accountId", "courseId", "releaseId")
      values ('${enrolment}', '${account}', 'course', '${release}')`)
  }

  /** A cohort of the course in which the learner has gone through these status changes. @returns its id. */
  async function insertHistory(moves: readonly [day: string, to: string][], cohort: Record<string, string> = {}) {
    const [id, member] = [randomUUID(), randomUUID()]
    const { courseId = 'course', endsOn = '2026-12-31', archivedAt } = cohort
    await sql.query(
      `insert into "Cohort" (id, "institutionId", "courseId", "releaseId", name, locale, "startsOn", "endsOn", "archivedAt")
        values ($1, $2, $3, $4, '-', 'ar', '2026-01-01', $5, $6)`,
      [id, institution, courseId, release, endsOn, archivedAt ?? null],
    )
    await sql.query(
      `insert into "CohortMember" (id, "cohortId", "accountId", email, "nameArabic", "nameLatin", function, locale, status)
        values ($1, $2, $3, 'judge@example.ma', '-', '-', 'judge', 'ar', $4)`,
      [member, id, account, moves.at(-1)?.[1]],
    )
    for (const [day, to] of moves)
      await sql.query('insert into "MemberMove" ("memberId", at, "to") values ($1, $2, $3)', [
        member,
        `2026-${day}T10:00:00Z`,
        to,
      ])
    return id
  }

  async function insertAttempts(days: readonly string[]) {
    for (const [place, day] of days.entries())
      await sql.query(
        `insert into "Attempt" (id, "enrolmentId", "releaseId", number, "startedAt") values ($1, $2, $3, $4, $5)`,
        [randomUUID(), enrolment, release, place + 1, `2026-${day}T12:00:00Z`],
      )
  }

  it('gives each the cohort in which its person took part when she began it, by her moves', async () => {
    const moved = await insertHistory([
      ['02-01', 'invited'],
      ['02-05', 'active'],
      ['04-01', 'transferred'],
    ])
    const goal = await insertHistory([
      ['04-01', 'active'],
      ['06-01', 'withdrawn'],
      ['07-01', 'active'],
    ])
    const later = await insertHistory([['05-01', 'active']])
    const over = await insertHistory([['01-05', 'active']], { endsOn: '2026-01-20' })
    await insertHistory([['01-05', 'active']], { courseId: 'another' })
    await insertHistory([['01-06', 'active']], { archivedAt: '2026-01-10T00:00:00Z', endsOn: '2026-01-09' })
    await insertAttempts(['01-02', '01-08', '02-03', '02-10', '03-31', '04-02', '05-20', '06-10', '07-02'])

    await run(MIGRATION)

    const { rows } = await sql.query('select "cohortId" from "Attempt" order by number')
    // biome-ignore format: one for each day
    expect(rows.map(({ cohortId }) => cohortId)).toEqual([null, over, over, moved, moved, goal, goal, later, goal])
  })
})
