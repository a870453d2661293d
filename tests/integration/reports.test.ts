import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import { permitFor } from '@/server/auth/permit'
import { institutionReport, nationReport } from '@/server/cohort/report/current-report'
import { keepFigures, keptDays, readKept } from '@/server/cohort/report/kept-reports'
import { db, sql } from '@/server/db/client'
import { insertInstitution } from '@/server/db/institution/institutions'
import { countStages } from '@/server/db/institution/report-counts'
import { insertTaken } from '@/tests/support/cohort-exams'
import { makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { publish } from '@/tests/support/exam-room'
import { actorNow, insertStaff, makeInstitution } from '@/tests/support/staff'
import { insertTrained } from '@/tests/support/trained'

const NOW = new Date('2026-12-01T10:00:00Z')
const DAY = '2026-11-30'
const FOUNDED = new Date('2025-01-10T10:00:00Z')

let school: School
let certificate: { courseId: string; releaseId: string }

async function office(kind: InstitutionKind, region: string | null) {
  const id = randomUUID()
  await insertInstitution(db(), id, { kind, nameArabic: 'محكمة', nameLatin: 'Tribunal', region }, FOUNDED)
  return id
}
const mayRead = async () => {
  const commission = await makeInstitution('commission')
  return permitFor(await actorNow(await insertStaff('commission-member', commission)), 'nation:read', {})
}
const mayReport = async () => {
  const { institutionId, administrator } = school
  return permitFor(await actorNow(administrator), 'institution:report', { institutionId })
}
const mayKeep = async (institutionId: string | null) => {
  const commission = await makeInstitution('commission')
  const who = institutionId ? school.administrator : await insertStaff('commission-member', commission)
  return permitFor(await actorNow(who), 'figures:keep', { institutionId })
}

beforeAll(async () => {
  school = await makeSchool()
  const release = await db().release.findFirstOrThrow({ where: { courseId: school.courseId } })
  certificate = { courseId: school.courseId, releaseId: release.id }
})

describe('the country', () => {
  it('counts the trained by region and function, and the offices that they are from', async () => {
    const fes = await office('court', '03')
    await office('court', '03')
    const parquet = await office('prosecution', '06')
    await insertTrained({ institutionId: fes, people: 24, certificate })
    await insertTrained({ institutionId: fes, people: 8, function: 'juvenile-judge', certificate })
    await insertTrained({ institutionId: fes, people: 40 })
    await insertTrained({ institutionId: parquet, people: 11, function: 'prosecutor', certificate })
    const { day, report } = await nationReport(await mayRead(), NOW)

    expect(day).toBe(DAY)
    const row = (label: string) => report.trained.rows.find((one) => one.label === label)
    expect(row('03')).toEqual({ label: '03', people: 30, cells: [30, 0, 0, 0, 0] })
    expect(row('06')?.people).toBe(10)
    const reached = (label: string) => report.coverage.rows.find((one) => one.label === label)
    expect(reached('03')?.court).toEqual({ registered: 2, reached: 1 })
    expect(reached('06')?.prosecution).toEqual({ registered: 1, reached: 1 })
    expect(report.coverage.total.court).toEqual({ registered: 2, reached: 1 })
  })

  it('counts a person of two courts once, in the court where she has been longest', async () => {
    const [first, second] = [await office('court', '09'), await office('court', '10')]
    const people = await insertTrained({ institutionId: first, people: 20, certificate })
    const later = new Date('2025-06-01T10:00:00Z')
    await db().role.createMany({
      data: people.map((accountId) => ({ accountId, institutionId: second, role: 'learner', grantedAt: later })),
    })
    const { report } = await nationReport(await mayRead(), NOW)

    const people09 = report.trained.rows.find(({ label }) => label === '09')?.people
    expect([people09, report.trained.rows.find(({ label }) => label === '10')?.people]).toEqual([20, 0])
    expect(report.coverage.rows.find(({ label }) => label === '10')?.court).toEqual({ registered: 1, reached: 0 })
  })

  it('does not count ended roles, revoked certificates, or what came today', async () => {
    const court = await office('court', '12')
    const [gone, revoked] = [
      await insertTrained({ institutionId: court, people: 10, certificate }),
      await insertTrained({ institutionId: court, people: 10, certificate }),
    ]
    await insertTrained({ institutionId: court, people: 10, certificate, since: NOW })
    const before = new Date('2026-11-01T10:00:00Z')
    await db().role.updateMany({ where: { accountId: { in: gone } }, data: { endedAt: before } })
    await db().certificate.updateMany({ where: { accountId: { in: revoked } }, data: { revokedAt: before } })
    const trainedOn = async (now: Date) =>
      (await nationReport(await mayRead(), now)).report.trained.rows.find(({ label }) => label === '12')?.people

    expect(await trainedOn(NOW)).toBe(0)
    expect(await trainedOn(new Date('2026-12-02T10:00:00Z'))).toBe(10)
    expect(await trainedOn(new Date('2026-10-02T10:00:00Z'))).toBe(20)
  })

  it('counts a region of few people with another one, and hides how many of their offices are reached', async () => {
    const [small, other] = [await office('court', '01'), await office('court', '02')]
    await insertTrained({ institutionId: small, people: 3, certificate })
    await insertTrained({ institutionId: other, people: 9, certificate })
    const { report } = await nationReport(await mayRead(), NOW)

    const together = report.trained.rows.find(({ of }) => of?.includes('01'))
    expect(report.trained.rows.some(({ label }) => label === '01')).toBe(false)
    expect(together?.of?.length).toBeGreaterThan(1)
    expect(together?.people).toBeGreaterThanOrEqual(5)
    expect(report.coverage.rows.find(({ label }) => label === '01')?.court).toEqual({ registered: 1, reached: null })
  })
})

describe('an institution', () => {
  it('counts its cohorts by half-year, and their people by how far they got', async () => {
    const cohort = await makeCohort(school, { fields: { startsOn: '2026-02-02', endsOn: '2026-04-30' } })
    await makeCohort(school, { fields: { startsOn: '2026-07-01', endsOn: '2026-09-30' } })
    await makeCohort(school, { fields: { startsOn: DAY, endsOn: '2027-02-01' } })
    await makeCohort(school, { fields: { startsOn: '2026-12-01', endsOn: '2027-02-01' } })
    const at = '2026-03-01T10:00:00Z'
    const passed = await insertTaken(cohort, { people: 12, answer: ['a'], at })
    const read = await insertTaken(cohort, { people: 9, answer: ['b'], at })
    await insertTaken(cohort, { people: 14, answer: ['b'], at })
    await insertTaken(cohort, { people: 30, answer: ['a'], at: '2026-12-01T09:00:00Z' })
    await db().attempt.updateMany({
      where: { enrolment: { accountId: { in: passed.map(({ account }) => account) } } },
      data: { passed: true },
    })
    const release = await db().release.findUniqueOrThrow({ where: { id: cohort.releaseId } })
    const { outline } = (release.content as { file: { outline: string[] } }).file
    const enrolments = await db().enrolment.findMany({
      where: { accountId: { in: read.map(({ account }) => account) } },
    })
    await db().lessonState.createMany({
      data: enrolments.flatMap(({ id }) =>
        outline.map((lessonId) => ({ enrolmentId: id, lessonId, completedAt: new Date(at) })),
      ),
    })
    const { report } = await institutionReport(await mayReport(), NOW)

    expect(report.cohorts).toEqual([
      { half: '2026-1', cohorts: 1 },
      { half: '2026-2', cohorts: 2 },
    ])
    expect(report.places.rows).toEqual([
      { label: '2026-1', people: 35, cells: [10, 10, 15] },
      { label: '2026-2', people: 0, cells: [0, 0, 0] },
    ])
  })

  it('counts the people of a cohort of several courses by all of them', async () => {
    const other = await makeSchool()
    const cohort = await makeCohort(other, { fields: { startsOn: '2026-02-02', endsOn: '2026-04-30' } })
    const taken = await insertTaken(cohort, { people: 12, answer: ['a'], at: '2026-03-01T10:00:00Z' })
    const ids = taken.map(({ account }) => account)
    await db().attempt.updateMany({ where: { enrolment: { accountId: { in: ids } } }, data: { passed: true } })
    const counted = { institutionId: other.institutionId, until: NOW }
    const stagesNow = async () =>
      Object.fromEntries((await countStages(sql(), counted)).map(({ stage, people }) => [stage, people]))
    expect(await stagesNow()).toEqual({ passed: 12 })

    const { courseId, id: releaseId } = await publish()
    await db().cohortCourse.create({ data: { cohortId: cohort.id, courseId, position: 2, releaseId } })
    expect(await stagesNow()).toEqual({ 'under-way': 12 })

    const release = await db().release.findUniqueOrThrow({ where: { id: releaseId } })
    const { outline } = (release.content as { file: { outline: string[] } }).file
    const completedAt = new Date('2026-04-01T10:00:00Z')
    for (const accountId of ids.slice(0, 5)) {
      const { id: enrolmentId } = await db().enrolment.create({ data: { accountId, courseId, releaseId } })
      await db().lessonState.createMany({ data: outline.map((lessonId) => ({ enrolmentId, lessonId, completedAt })) })
      if (accountId === ids[0])
        await db().attempt.create({
          data: {
            enrolmentId,
            releaseId,
            number: 1,
            startedAt: completedAt,
            handedInAt: completedAt,
            passed: true,
          },
        })
    }
    expect(await stagesNow()).toEqual({ passed: 1, read: 4, 'under-way': 7 })
  })

  it('counts its own people and certificates, and nobody of another one', async () => {
    const { institutionId } = school
    const elsewhere = await office('court', '07')
    await insertTrained({ institutionId: elsewhere, people: 50, certificate })
    await insertTrained({ institutionId, people: 16, certificate })
    await insertTrained({ institutionId, people: 18 })
    const { report } = await institutionReport(await mayReport(), NOW)

    expect(report.people.rows[0]).toEqual({ label: 'judges', people: 35, cells: [15, 20] })
    expect(report.certificates['in-force'].people).toBe(15)
    expect(report.titles[school.courseId]).toMatchObject({ fr: expect.any(String) })
  })
})

describe('figures that are kept', () => {
  it('stay as they were printed, whatever happens afterwards', async () => {
    const { institutionId } = school
    const read = await mayReport()
    const before = (await institutionReport(read, NOW)).report
    expect(await keepFigures(await mayKeep(institutionId), NOW)).toBe(DAY)
    await insertTrained({ institutionId, people: 60, certificate })
    await db().institution.update({ where: { id: institutionId }, data: { nameLatin: 'Renommée' } })

    const { keptAt, report } = await readKept(read, DAY)
    expect(keptAt).toEqual(NOW)
    expect(report).toEqual(before)
    expect((await institutionReport(read, NOW)).report).not.toEqual(before)
    expect(await keptDays(read)).toEqual([DAY])
  })

  it('that were stored before small groups were counted together are read as they were', async () => {
    const { institutionId } = school
    const read = await mayReport()
    const { report } = await institutionReport(read, NOW)
    const hidden = { label: 'judges', people: null, cells: [null, null] }
    const columns = ['trained', 'not-trained'].map((label) => ({ label, people: 30 }))
    const people = { definition: 'people-by-function', people: 60, columns, rows: [hidden] }
    const figures = JSON.parse(JSON.stringify({ ...report, people }))
    const row = { scope: institutionId, institutionId, day: new Date('2026-01-02T00:00:00Z'), keptAt: NOW, figures }
    await db().keptFigures.create({ data: row })

    expect((await readKept(read, '2026-01-02')).report).toEqual(figures)
    await db().keptFigures.deleteMany({ where: { scope: institutionId, day: row.day } })
  })

  it('are kept once a day, by the first person, with one entry in the audit log', async () => {
    const acts = () => db().auditEntry.count({ where: { act: 'figures-kept', institutionId: null } })
    const permits = [await mayKeep(null), await mayKeep(null)]
    const days = await Promise.all(permits.map((permit) => keepFigures(permit, NOW)))
    const { keptAt } = await readKept(await mayRead(), DAY)
    const later = new Date(NOW.getTime() + 3_600_000)

    expect(days).toEqual([DAY, DAY])
    expect(await keepFigures(await mayKeep(null), later)).toBe(DAY)
    expect((await readKept(await mayRead(), DAY)).keptAt).toEqual(keptAt)
    expect(await acts()).toBe(1)
    expect(await keepFigures(await mayKeep(null), new Date('2026-12-02T10:00:00Z'))).toBe('2026-12-01')
    expect(await keptDays(await mayRead())).toEqual(['2026-12-01', DAY])
  })

  it.each(['2020-01-01', '2026-02-30', 'tomorrow', '', "'; drop table"])('of %j are not found', async (day) => {
    await expect(readKept(await mayRead(), day)).rejects.toMatchObject({ code: 'not-found' })
    await expect(readKept(await mayReport(), day)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of one institution are not those of another, nor of the country', async () => {
    const elsewhere = await makeInstitution('court')
    const stranger = await actorNow(await insertStaff('administrator', elsewhere))
    const hers = permitFor(stranger, 'institution:report', { institutionId: elsewhere })

    expect(await keptDays(hers)).toEqual([])
    await expect(readKept(hers, DAY)).rejects.toMatchObject({ code: 'not-found' })
    expect(() => permitFor(stranger, 'institution:report', { institutionId: school.institutionId })).toThrow()
    expect(() => permitFor(stranger, 'nation:read', {})).toThrow()
  })

  it('remain, without a name, after the person who kept them is deleted', async () => {
    const commission = await makeInstitution('commission')
    const member = await insertStaff('commission-member', commission)
    const now = new Date('2026-12-20T10:00:00Z')
    await keepFigures(permitFor(await actorNow(member), 'figures:keep', { institutionId: null }), now)
    await db().account.delete({ where: { id: member.accountId } })

    expect((await readKept(await mayRead(), '2026-12-19')).keptAt).toEqual(now)
    expect(await db().keptFigures.findFirst({ where: { keptAt: now } })).toMatchObject({ keptById: null })
  })
})
