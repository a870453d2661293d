import PgBoss from 'pg-boss'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { db } from '@/server/db/client'
import { databaseUrl } from '@/server/env'
import { startJobs } from '@/server/jobs/start-jobs'
import { jobs, wake } from '@/server/queue/wake'
import { makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { breakOffAll, holdRow, untilWaiting } from '@/tests/support/held-row'

const PATIENCE_MS = 100_000

beforeAll(async () => {
  await dieAtWork()
  await startJobs()
})
afterAll(async () => {
  await jobs()?.close()
  jobs.reset()
})

/** Another server, with an earlier version, takes a job and dies. */
async function dieAtWork(): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl(), schema: 'jobs', supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue('lists', { name: 'lists', policy: 'stately' })
  await boss.send('lists', {})
  expect(await boss.fetch('lists')).toHaveLength(1)
  await boss.stop({ graceful: false, wait: true })
}

it('runs an import soon after a server died at that job, and resumes it after a restart of the database', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const people = Array.from({ length: 120 }, (_, n) => `p${n}@example.ma\n`).join('')
  const permit = await mayEnrol(school, cohort)
  const file = { name: 'x.csv', bytes: new TextEncoder().encode(`email\n${people}`) }
  const checked = await validateImport(permit, file, new Date())
  const runId = checked.status === 'checked' ? checked.runId : ''
  const letGo = await holdRow('ImportRow', '"runId" = $1::uuid and line = 60', [runId])
  const members = () => db().cohortMember.count({ where: { cohortId: cohort.id } })

  await startImport(permit, runId, new Date())
  await untilWaiting(1, ended(runId))
  await breakOffAll()
  expect(await members()).toBe(50)
  await letGo()
  await wake('lists')

  await ended(runId)
  expect(await members()).toBe(120)
  expect(await db().mail.count({ where: { member: { cohortId: cohort.id } } })).toBe(120)
})

/** Waits until an import has ended. */
async function ended(runId: string): Promise<void> {
  await expect
    .poll(
      () =>
        db()
          .importRun.count({ where: { id: runId, endedAt: { not: null } } })
          .catch(() => 0),
      {
        timeout: PATIENCE_MS,
        interval: 100,
      },
    )
    .toBe(1)
}
