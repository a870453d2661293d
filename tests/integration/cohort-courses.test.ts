import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coursesOf, coursesOfCohorts } from '@/server/cohort/courses'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { emptyDatabase } from '@/tests/support/fresh-database'

const FOLDER = 'prisma/migrations'
const NAME = '20261128010000_cohort_courses'
const SECOND = '20261128011000_programmes'
const sqlOf = (name: string) => readFileSync(`${FOLDER}/${name}/migration.sql`, 'utf8')

describe('the courses of cohorts', () => {
  it('are read with their releases, of one cohort and of many', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { examOpensOn: '2026-12-01' } })
    const other = await makeCohort(school)
    const [course, ...more] = await coursesOf(cohort)
    expect(more).toEqual([])
    expect(course).toMatchObject({ courseId: school.courseId, examOpensOn: '2026-12-01' })
    expect(course?.release).toMatchObject({ id: course?.releaseId, courseId: school.courseId })
    const missing = randomUUID()
    const found = await coursesOfCohorts([cohort.id, other.id, missing])
    expect(found.get(cohort.id)).toEqual([course])
    expect(found.get(other.id)?.map(({ examOpensOn }) => examOpensOn)).toEqual([null])
    expect(found.has(missing)).toBe(false)
  })
})

describe('the migration of cohorts of one course', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: (await emptyDatabase()).url })
    await client.connect()
    const before = readdirSync(FOLDER).filter((name) => /^\d/.test(name) && name < NAME)
    for (const name of before.toSorted()) await client.query(sqlOf(name))
  })
  afterAll(() => client.end())

  it('keeps the course, the release, the days, the tests and the figures of each', async () => {
    const [school, release, dated, undated] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await client.query(`insert into "Institution" (id, kind, "nameArabic", "nameLatin")
      values ('${school}', 'school', '-', '-')`)
    await client.query(`insert into "Release" (id, "courseId", number, "contentHash", "lawDate", languages, content)
      values ('${release}', 'course', 1, 'x', now(), '{ar}', '{}')`)
    const cohort = `insert into "Cohort" (id, "institutionId", "courseId", "releaseId", name, locale, "startsOn", "endsOn",
        "examOpensOn", "archivedAt")
      values ($1, '${school}', 'course', '${release}', '-', 'ar', '2026-01-01', '2026-03-01', $2, $3)`
    await client.query(cohort, [dated, '2026-02-01', null])
    await client.query(cohort, [undated, null, '2026-04-01'])
    await client.query(sqlOf(NAME))
    const { rows } = await client.query(`select "cohortId", "courseId", position, "releaseId",
        "examOpensOn"::text from "CohortCourse" order by "examOpensOn" nulls last`)
    const course = { courseId: 'course', position: 1, releaseId: release }
    expect(rows).toEqual([
      { cohortId: dated, ...course, examOpensOn: '2026-02-01' },
      { cohortId: undated, ...course, examOpensOn: null },
    ])

    await client.query(
      `insert into "Deadline" ("cohortId", step, "dueOn") values ('${dated}', 'offence', '2026-01-20')`,
    )
    await client.query(`insert into "TestForms" ("cohortId", "releaseId", before, after)
      values ('${dated}', '${release}', '[1]', '[2]')`)
    const until = '2026-02-10T00:00:00Z'
    await client.query(`insert into "RecallTest" ("cohortId", form, "releaseId", "opensAt", "closesAt", questions)
      values ('${dated}', 'day-90', '${release}', '${until}', '${until}', '[3]')`)
    await client.query(`insert into "Account" (id, email, "passwordHash", "nameArabic", "nameLatin", function, institution, locale)
      values ('${school}', 'judge@example.ma', '-', '-', '-', 'judge', '-', 'ar')`)
    await client.query(`insert into "TestSitting" (id, "cohortId", "accountId", form)
      values ('${release}', '${dated}', '${school}', 'before')`)
    await client.query(`insert into "ClosedGroup" ("cohortId", "releaseId", answers, number, until, figures)
      values ('${dated}', '${release}', 'exam', 1, '${until}', '{"people":20}')`)
    await client.query(sqlOf(SECOND))
    const of = async (table: string) => (await client.query(`select * from "${table}"`)).rows
    const kept = { cohortId: dated, courseId: 'course' }
    expect(await of('Deadline')).toMatchObject([{ ...kept, step: 'offence' }])
    expect(await of('TestForms')).toMatchObject([{ ...kept, before: [1], after: [2] }])
    expect(await of('RecallTest')).toMatchObject([{ ...kept, form: 'day-90', questions: [3] }])
    expect(await of('TestSitting')).toMatchObject([{ ...kept, accountId: school, form: 'before' }])
    expect(await of('ClosedGroup')).toMatchObject([{ ...kept, figures: { people: 20 } }])
    // A closed group still cannot be changed.
    await expect(client.query(`update "ClosedGroup" set figures = '{}'`)).rejects.toThrow('does not change')
    expect(await of('CohortCourse')).toHaveLength(2)
  })
})
