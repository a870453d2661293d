import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase } from '@/tests/support/fresh-database'

const NAME = '20261128100000_shown_from'
const FOLDER = 'prisma/migrations'
const sqlOf = (name: string) => readFileSync(`${FOLDER}/${name}/migration.sql`, 'utf8')
const AT = '2026-11-20T10:00:00+00:00'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: (await emptyDatabase()).url })
  await client.connect()
  const before = readdirSync(FOLDER).filter((name) => /^\d/.test(name) && name < NAME)
  for (const name of before.toSorted()) await client.query(sqlOf(name))
})
afterAll(() => client.end())

async function insert(table: string, row: Record<string, unknown>): Promise<string> {
  const all: Record<string, unknown> = { id: randomUUID(), ...row }
  const names = Object.keys(all)
  const columns = names.map((name) => `"${name}"`)
  const places = columns.map((_, place) => `$${place + 1}`)
  await client.query(`insert into "${table}" (${columns}) values (${places})`, Object.values(all))
  return String(all.id)
}

it('hides what members transferred earlier did alone in courses that only the second cohort has', async () => {
  const release = (courseId: string) =>
    insert('Release', { courseId, number: 1, contentHash: courseId, lawDate: AT, languages: ['ar'], content: '{}' })
  const releases = { x: await release('x'), y: await release('y') }
  const institutionId = await insert('Institution', { kind: 'school', nameArabic: 'ا', nameLatin: 'x' })
  const cohort = async (...courses: ('x' | 'y')[]) => {
    const about = { name: 'A', locale: 'ar', startsOn: new Date(), endsOn: new Date() }
    const id = await insert('Cohort', { institutionId, ...about })
    for (const [n, courseId] of courses.entries())
      await client.query(
        'insert into "CohortCourse" ("cohortId", "courseId", "releaseId", position) values ($1, $2, $3, $4)',
        [id, courseId, releases[courseId], n + 1],
      )
    return id
  }
  const [first, second] = [await cohort('x'), await cohort('x', 'y')]
  const place = async (cohortId: string, accountId: string, status: string, at: string) => {
    const about = { email: `${accountId}@example.ma`, nameArabic: 'ا', nameLatin: 'x', function: 'judge', locale: 'ar' }
    const id = await insert('CohortMember', { cohortId, accountId, status, ...about })
    await client.query('insert into "MemberMove" ("memberId", at, "to") values ($1, $2, $3)', [id, at, status])
    return id
  }
  const person = () =>
    insert('Account', {
      email: `${randomUUID()}@example.ma`,
      passwordHash: '-',
      nameArabic: 'ا',
      nameLatin: 'x',
      function: 'judge',
      institution: 'x',
      locale: 'ar',
    })
  const [moved, joined] = [await person(), await person()]
  const gone = await place(first, moved, 'transferred', AT)
  const there = await place(second, moved, 'active', AT)
  await place(first, joined, 'transferred', AT)
  const byHerself = await place(second, joined, 'active', '2026-11-22T10:00:00Z')

  await client.query(sqlOf(NAME))

  const { rows } = await client.query<{ id: string; shownFrom: Record<string, string> | null }>(
    'select id, "shownFrom" from "CohortMember"',
  )
  const shown = Object.fromEntries(rows.map(({ id, shownFrom }) => [id, shownFrom]))
  expect(shown[there]).toEqual({ y: AT })
  expect([shown[gone], shown[byHerself]]).toEqual([null, null])
})
