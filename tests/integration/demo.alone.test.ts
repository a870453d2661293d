import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { RolesHeld } from '@/domain/auth/roles-held'
import { paperSchema } from '@/domain/certificate/paper'
import { MEMBER_STATUSES } from '@/domain/cohort/membership'
import type { PrintedTable } from '@/domain/cohort/report/printed-table'
import { type ContactState, contactStatus } from '@/domain/contact/contact'
import { canDial, readPhone } from '@/domain/contact/phone'
import { assembleCourse } from '@/domain/course/assemble-course'
import { type Course, courseSchema } from '@/domain/course/course'
import { findPassage } from '@/domain/course/passage'
import { readPlan } from '@/domain/practice/referral/plan'
import { participationSchema } from '@/domain/seminar/proceedings'
import { checkedCourse } from '@/server/content/check-content'
import { passagesOf } from '@/server/content/passages'
import { readLibrary } from '@/server/content/read-library'
import { releases } from '@/server/content/releases'
import { DEMO_DOMAIN } from '@/server/db/account/demo-people'
import { database } from '@/server/db/client'
import { env } from '@/server/env'
import { freshDatabase } from '@/tests/support/fresh-database'

const NOW = new Date('2026-11-25T12:00:00Z')
const COURSES = ['fundamentals', 'detection', 'referral', 'commission']

let courses: Course[] = []
beforeAll(() => {
  const root = process.cwd()
  const { library } = readLibrary(root)
  courses = COURSES.map((id) => courseSchema.parse(assembleCourse(checkedCourse(root, id, library).course, library)))
})

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'demo-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true })
})

/** The demonstration that a start with these settings would make, on a database without accounts. */
async function demoWith(settings: Record<string, string>, { published = true, folder = dataDir } = {}) {
  const { client, url, database: fresh } = await freshDatabase()
  database.set(fresh)
  releases.reset()
  opened = fresh
  writeFileSync(path.join(folder, 'postgres.json'), JSON.stringify({ url }))
  for (const [name, value] of Object.entries({ DATA_DIR: folder, ...settings })) vi.stubEnv(name, value)
  env.reset()
  const rows = courses.map((content) => ({
    courseId: content.file.id,
    number: 1,
    contentHash: content.file.id,
    lawDate: NOW,
    languages: content.file.languages,
    content,
  }))
  if (published) await client.release.createMany({ data: rows })
  vi.resetModules()
  const { seedDemo } = await import('@/demo/seed-demo')
  const { verifyPassword } = await import('@/server/auth/password')
  return { client, seed: () => seedDemo(NOW), verifyPassword, fresh }
}
const EMBEDDED = { DATABASE_URL: '' }

/** The demonstration for the tests that only read it, made once: it takes several seconds. */
async function theDemo() {
  shared ??= makeShared()
  const { fresh, folder, ...demo } = await shared
  for (const [name, value] of Object.entries({ DATA_DIR: folder, ...EMBEDDED })) vi.stubEnv(name, value)
  env.reset()
  if (opened !== fresh) {
    database.set(fresh)
    releases.reset()
    vi.resetModules()
    opened = fresh
  }
  return demo
}

async function makeShared() {
  const folder = mkdtempSync(path.join(tmpdir(), 'demo-'))
  const { client, seed, verifyPassword, fresh } = await demoWith(EMBEDDED, { folder })
  return { client, verifyPassword, folder, fresh, accounts: (await seed()).accounts }
}
let shared: ReturnType<typeof makeShared> | undefined
/** The database of the last `demoWith`, which the loaded modules have opened. */
let opened: unknown
afterAll(async () => {
  if (shared) rmSync((await shared).folder, { recursive: true })
})

describe('the people who sign in', () => {
  it('have confirmed accounts that the printed passwords open', async () => {
    const { client, accounts, verifyPassword } = await theDemo()

    expect(accounts.map(({ email }) => email.replace('@demo.example', ''))).toEqual([
      'judge',
      'prosecutor',
      'school',
      'tutor',
      'commission',
      'platform',
      'reviewer',
    ])
    for (const { email, password } of accounts) {
      const account = await client.account.findUniqueOrThrow({ where: { email } })
      expect(account.emailConfirmedAt).not.toBeNull()
      expect(await verifyPassword(account.passwordHash, password)).toBe(true)
    }
  })

  it('are told something by their school, and have a question answered by the tutor', async () => {
    const { client } = await theDemo()
    const told = await client.announcement.findMany({
      include: { people: { include: { member: true } }, author: true },
    })
    const judge = await client.account.findUniqueOrThrow({ where: { email: 'judge@demo.example' } })
    const threads = await client.tutorThread.findMany({ include: { messages: { orderBy: { at: 'asc' } } } })

    expect(told).toMatchObject([{ state: 'sent', author: { email: 'tutor@demo.example' } }])
    expect(told[0]?.people.map(({ member }) => member.accountId)).toContain(judge.id)
    expect(threads).toMatchObject([
      { accountId: judge.id, messages: [{ fromLearner: true }, { fromLearner: false, authorId: told[0]?.authorId }] },
    ])
  })

  it('keep notes and bookmarks, one of them of a text that has changed', async () => {
    const { client } = await theDemo()
    const notes = await client.passageNote.findMany({ where: { account: { email: 'prosecutor@demo.example' } } })
    const [detection] = courses.filter(({ file }) => file.id === 'detection')
    const lesson = detection?.lessons[0]
    if (!detection || !lesson) throw new Error('no such course')
    const found = notes.map(({ passage, hash }) => findPassage(passagesOf(detection, lesson), { block: passage, hash }))

    expect(notes).toHaveLength(4)
    expect(found.filter((passage) => passage === null)).toHaveLength(1)
    expect(notes.filter(({ text }) => text === null)).toHaveLength(1)
  })

  it('hold the roles that are listed beside their passwords', async () => {
    const { client, accounts } = await theDemo()
    const rolesOf = async (email: string) => {
      const held = await client.role.findMany({ where: { account: { email } }, include: { institution: true } })
      return held.map(({ role, institution }) => `${role} ${institution?.kind ?? 'platform'}`).sort()
    }

    expect(await rolesOf('school@demo.example')).toEqual(['administrator school'])
    expect(await rolesOf('tutor@demo.example')).toEqual(['tutor school'])
    expect(await rolesOf('judge@demo.example')).toEqual(['learner school'])
    expect(await rolesOf('commission@demo.example')).toEqual(['commission-member commission', 'learner commission'])
    expect(await rolesOf('platform@demo.example')).toEqual(['platform-administrator platform'])
    expect(await rolesOf('reviewer@demo.example')).toEqual(['reviewer platform'])
    expect(await rolesOf('prosecutor@demo.example')).toEqual([])
    expect(await client.roleOffer.findMany({ orderBy: { offeredAt: 'desc' } })).toMatchObject([
      {
        email: 'prosecutor@demo.example',
        role: 'learner',
        outcome: null,
        expiresAt: { getTime: expect.any(Function) },
      },
      { email: 'tutrice.invitee@demo.example', role: 'tutor', nameLatin: 'Salma Bennani', outcome: null },
    ])
    const administrators = accounts.filter(({ note }) => note.includes('administers'))
    expect(administrators).toHaveLength(2)
    expect(administrators.every(({ note }) => note.includes('second factor'))).toBe(true)
  })

  it('review texts: they have commented and proposed a wording of what is published, and signed nothing', async () => {
    const { client } = await theDemo()
    const { readScope, mayReadText } = await import('@/domain/signoff/scope')
    const { presentText } = await import('@/server/editorial/present-text')
    const { placeOfThread } = await import('@/server/editorial/comments')
    const roles = await client.role.findMany({ where: { role: 'reviewer' }, include: { account: true } })
    const scopes = roles.map(({ scope }) => readScope(scope))
    const threads = await client.editorialThread.findMany({ include: { comments: true } })
    const [proposal, ...more] = await client.editorialProposal.findMany()
    const offence = { kind: 'lesson', id: 'fundamentals/offence' } as const
    const { blocks } = await presentText(offence)

    expect(roles.map(({ account }) => account.email).filter((email) => email.startsWith('reviewer@'))).toHaveLength(1)
    expect(scopes).toHaveLength(2)
    for (const scope of scopes) {
      expect(scope).toMatchObject({ areas: ['legal'], languages: ['ar', 'fr'] })
      expect(scope && scope.parts.length > 3 && mayReadText(scope, offence)).toBe(true)
    }
    const words = threads.flatMap(({ comments }) => comments)
    for (const written of [...words, ...(proposal ? [proposal] : [])]) {
      expect(`${written.function} ${written.body}`).toMatch(/démonstration|تجريبي/)
    }
    expect(threads.filter(({ resolvedAt }) => resolvedAt === null)).toHaveLength(1)
    expect(threads).toHaveLength(2)
    for (const thread of threads) {
      const place = placeOfThread(blocks, thread, thread.language === 'ar' ? 'ar' : 'fr')
      expect(place).toEqual({ block: thread.block, changed: false })
    }
    expect(more).toEqual([])
    expect(proposal).toMatchObject({ state: 'open', kind: 'lesson', textId: 'fundamentals/offence' })
    const [file] = z.array(z.object({ path: z.string(), base: z.string(), text: z.string() })).parse(proposal?.files)
    expect(file?.base).toBe(readFileSync(file?.path ?? '', 'utf8'))
    expect(file?.text).not.toBe(file?.base)
    expect(await client.editorialSignature.count()).toBe(0)
    expect(await client.editorialReading.count()).toBe(0)
  })

  it('have a correction announced and exams to grade again, on a copy that nobody reads', async () => {
    const { client } = await theDemo()
    const { myCorrections } = await import('@/server/course/corrections')
    const { permitFor } = await import('@/server/auth/permit')
    const { currentRelease } = await import('@/server/content/releases')
    const { openRegrade } = await import('@/server/exam/regrade-proposals')
    const { regradeTasks } = await import('@/server/desk/regrade-tasks')
    const actorOf = async (name: string) => {
      const { id } = await client.account.findUniqueOrThrow({ where: { email: `${name}@demo.example` } })
      const roles = { platform: ['platform-administrator'] as const, institutions: [], proof: 'fresh' as const }
      return { kind: 'person', accountId: id, sessionId: id, confirmed: true, locale: 'fr', roles } as const
    }
    const judge = await actorOf('judge')
    const permit = permitFor(judge, 'account:read', { accountId: judge.accountId })
    const [told, ...more] = await myCorrections(permit)
    const published = await currentRelease('fundamentals')

    expect(more).toEqual([])
    expect(told?.release.id).toBe(published?.id)
    expect(told?.announced).toHaveLength(1)
    const { before, after } = told?.announced[0]?.change ?? {}
    expect(before?.fr).toContain('inventée pour la démonstration')
    expect(after?.fr).not.toContain('démonstration')
    expect(JSON.stringify(published?.course)).not.toContain('inventée pour la démonstration')
    expect(await client.release.count({ where: { courseId: 'fundamentals', correctedById: null } })).toBe(1)
    const [task, ...others] = await regradeTasks(await actorOf('platform'))
    expect(others).toEqual([])
    const { proposal, stem } = await openRegrade(task?.path.split('/').at(-1) ?? '')
    expect(proposal).toMatchObject({ courseId: 'fundamentals', releaseId: published?.id, decision: null })
    expect(stem?.ar).toBeTruthy()
  })

  it('have most kinds of tasks on their work pages', async () => {
    const { client } = await theDemo()
    const { desk } = await import('@/server/desk/open-desk')
    const { permitFor } = await import('@/server/auth/permit')
    const { findStoredRoles } = await import('@/server/db/auth/roles')
    const { sql } = await import('@/server/db/client')
    const kindsOf = async (name: string) => {
      const { id: accountId } = await client.account.findUniqueOrThrow({ where: { email: `${name}@demo.example` } })
      const { platform, institutions } = await findStoredRoles(sql(), accountId, accountId)
      const roles = { platform, institutions, proof: 'fresh' as const }
      const actor = { kind: 'person', accountId, sessionId: accountId, confirmed: true, locale: 'fr', roles } as const
      const { today, week, failed } = await desk(permitFor(actor, 'desk:read', {}), NOW)
      expect(failed).toEqual([])
      return [...today, ...week].map(({ kind }) => kind)
    }

    const school = await kindsOf('school')
    expect(school).toEqual(
      expect.arrayContaining(['requests', 'seats', 'undelivered', 'late', 'inactive', 'invitations', 'offers']),
    )
    expect(await kindsOf('tutor')).toEqual(expect.arrayContaining(['requests', 'inactive']))
    expect(await kindsOf('platform')).toEqual(expect.arrayContaining(['revocation', 'errors', 'no-backup']))
    expect(await kindsOf('commission')).toEqual([])
  })

  it('include a holder of a certificate in force, earned by all lessons and a passed exam', async () => {
    const { client, accounts } = await theDemo()

    const [holder] = accounts.filter(({ note }) => note.includes('holds a certificate'))
    const { certificates, enrolments } = await client.account.findUniqueOrThrow({
      where: { email: holder?.email ?? '' },
      include: { certificates: { include: { attempt: true } }, enrolments: { include: { lessons: true } } },
    })
    expect(certificates).toHaveLength(1)
    expect(certificates[0]).toMatchObject({ courseId: 'detection', revokedAt: null, attempt: { passed: true } })
    const lessons = courses.find(({ file }) => file.id === 'detection')?.file.outline
    expect(enrolments.map(({ courseId }) => courseId)).toEqual(['detection'])
    const done = enrolments[0]?.lessons.filter(({ completedAt }) => completedAt !== null)
    expect(done?.map(({ lessonId }) => lessonId).sort()).toEqual(lessons?.toSorted())
  })

  it('get other passwords on another site', async () => {
    const passwords = (await (await demoWith(EMBEDDED)).seed()).accounts.map(({ password }) => password)
    rmSync(path.join(dataDir, 'demo.json'))
    const others = (await (await demoWith(EMBEDDED)).seed()).accounts.map(({ password }) => password)

    expect(new Set([...passwords, ...others]).size).toBe(14)
  })
})

describe('the demonstration', () => {
  it('is two schools, courts, prosecution offices and the commission, with cohorts in every phase and people in every status', async () => {
    const { client } = await theDemo()

    const kinds = await client.institution.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })
    expect(kinds.map(({ kind, _count }) => `${_count} ${kind}`)).toEqual([
      '1 commission',
      '6 court',
      '4 prosecution',
      '2 school',
    ])
    const cohorts = await client.cohort.findMany({ include: { _count: { select: { members: true } } } })
    expect(cohorts.every(({ _count: { members } }) => members >= 12 && members <= 40)).toBe(true)
    expect(new Set(cohorts.map((cohort) => phase(cohort)))).toEqual(new Set(['planned', 'running', 'over', 'archived']))
    const statuses = await client.cohortMember.groupBy({ by: ['status'] })
    expect(statuses.map(({ status }) => status).sort()).toEqual([...MEMBER_STATUSES].sort())
  })

  it('has history: moves, attempts passed and failed, answers by certainty, valid certificates, letters', async () => {
    const { client } = await theDemo()

    const passed = await client.attempt.groupBy({ by: ['passed'], _count: true })
    expect(passed.filter(({ passed }) => passed !== null).every(({ _count }) => _count >= 10)).toBe(true)
    const certainties = await client.attemptQuestion.groupBy({ by: ['certainty'] })
    expect(new Set(certainties.map(({ certainty }) => certainty))).toEqual(new Set(['sure', 'fairly', 'guess', null]))
    expect(await client.certificate.count({ where: { supersedesId: null, revokedAt: null } })).toBeGreaterThan(40)
    const recalled = await client.testSitting.count({ where: { form: 'day-90' } })
    expect(recalled).toBeGreaterThanOrEqual(10) // enough people for the figures of a recall test
    const states = await client.mail.groupBy({ by: ['state'] })
    expect(states.map(({ state }) => state).sort()).toEqual(['failed', 'sent']) // no letter is left to send
    const members = await client.cohortMember.findMany({ include: { moves: { orderBy: { at: 'asc' } } } })
    expect(members.every(({ status, moves }) => moves.at(-1)?.to === status)).toBe(true)
  })

  it('has seminars: one of the past, one today, one that is full with people who wait, one cancelled', async () => {
    const { client } = await theDemo()

    const seminars = await client.seminar.findMany({
      include: { sittings: true, halfDays: true, registrations: { include: { account: true } } },
      orderBy: { startsAt: 'asc' },
    })
    const count = (status: string, { registrations }: (typeof seminars)[number]) =>
      registrations.filter((one) => one.status === status).length
    expect(
      seminars.map((one) => [
        one.startsAt.getUTCFullYear(),
        one.status,
        one.seats,
        count('registered', one),
        count('waiting', one),
      ]),
    ).toEqual([
      [2021, 'held', 60, 56, 0],
      [2026, 'open', 40, 18, 0],
      [2026, 'open', 20, 20, 6],
      [2027, 'cancelled', 50, 9, 0],
    ])
    const { countries } = participationSchema.parse(seminars[0]?.participation)
    expect(countries.rows.map(({ label, people }) => [label, people])).toEqual([
      ['none', 35],
      ['ES', 5],
      ['FR', 5],
      ['merged', 10],
    ])
    expect(seminars.map(({ proceedingsAt }) => proceedingsAt !== null)).toEqual([true, false, false, false])
    expect(seminars[1]?.startsAt.toISOString().slice(0, 10)).toBe(NOW.toISOString().slice(0, 10))
    for (const { sittings, halfDays, titles } of seminars) {
      expect(sittings.length).toBeGreaterThan(0)
      expect(halfDays.length).toBeGreaterThan(0)
      for (const title of Object.values(titles as object))
        expect(title).toMatch(/inventé|invented|démonstration|demonstration|متخيل|تجريبي/)
    }
    const [past, today] = seminars
    const attested = await client.certificate.findMany({
      where: { seminarId: { not: null } },
      include: { paper: true },
    })
    expect(attested).toHaveLength(31)
    expect(new Set(attested.map(({ seminarId }) => seminarId))).toEqual(new Set([past?.id]))
    for (const { paper } of attested) expect(paperSchema.parse(paper?.content).presence?.minutes).toBeGreaterThan(100)
    expect(await client.attendanceList.findMany()).toMatchObject([{ seminarId: past?.id, issuedAt: expect.any(Date) }])
    const morning = { halfDay: { seminarId: today?.id ?? '', half: 'morning' } }
    const states = await client.seminarCheckIn.groupBy({ by: ['state'], where: morning, _count: true })
    expect(states.map(({ state }) => state).toSorted()).toEqual(['awaiting', 'present'])
    expect(await client.seminarCheckIn.count({ where: { at: { gt: NOW } } })).toBe(0)
    const people = (index: number) => seminars[index]?.registrations.map(({ account }) => account?.email)
    expect(people(1)).toContain('judge@demo.example')
    expect(seminars[2]?.registrations.find(({ account }) => account?.email === 'prosecutor@demo.example')?.status).toBe(
      'waiting',
    )
  })

  it('has invented files for before and after its seminars, each of which an upload would accept', async () => {
    const { client } = await theDemo()
    const { inspectFile } = await import('@/server/file/inspect/inspect-file')

    const materials = await client.seminarMaterial.findMany({ include: { file: { include: { chunks: true } } } })
    expect(new Set(materials.map(({ when, openTo }) => `${when} ${openTo}`))).toEqual(
      new Set(['before registered', 'after everybody']),
    )
    expect(new Set(materials.map(({ file }) => file.type))).toEqual(new Set(['pdf', 'odp']))
    for (const { titles, file } of materials) {
      for (const title of Object.values(titles as object)) expect(title).toMatch(/inventé|invented|متخيلة/)
      const bytes = Buffer.concat(file.chunks.map((chunk) => chunk.bytes))
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.bytes, file.hash])
      writeFileSync(path.join(dataDir, file.name), bytes)
      expect(await inspectFile(path.join(dataDir, file.name))).toEqual({ status: 'fine', type: file.type })
    }
  })

  it('has a person in the middle of a simulation, of a grid and of a plan of referral', async () => {
    const { client } = await theDemo()
    const { id: accountId } = await client.account.findUniqueOrThrow({ where: { email: `prosecutor${DEMO_DOMAIN}` } })
    const run = await client.simulationRun.findFirstOrThrow({ where: { accountId }, include: { decisions: true } })
    expect(run).toMatchObject({ endedAt: null, steps: run.decisions.length })
    expect(run.steps).toBeGreaterThan(0)
    const grids = await client.gridAttempt.findMany({ where: { accountId }, orderBy: { startedAt: 'asc' } })
    expect(grids.map(({ handedInAt }) => handedInAt !== null)).toEqual([true, false])
    const plan = await client.referralPlan.findFirstOrThrow({ where: { accountId } })
    expect(plan.comparedAt).toBeNull()
    // The library knows each step and each actor of the plan.
    const { pathway } = readLibrary(process.cwd()).library
    expect(readPlan(plan.steps, pathway)).toEqual(plan.steps)
    expect(plan.steps).toHaveLength(3)
  })

  it('has regional contacts in each state, marked as invented, with numbers that cannot be dialled', async () => {
    const { client } = await theDemo()
    const contacts = await client.regionalContact.findMany({ include: { institution: true } })
    const standings = contacts.map((row) =>
      contactStatus({ ...row, state: row.state as ContactState }, row.institution.region, NOW),
    )
    expect(new Set(standings)).toEqual(new Set(['accepted', 'near', 'proposed', 'refused']))
    for (const { nameArabic, nameLatin, phone, sourceUrl, proposedById, decidedById } of contacts) {
      expect(nameArabic).toContain('تجريبي')
      expect(nameLatin).toContain('démonstration')
      expect(canDial(phone ?? '') || readPhone(phone ?? '') !== null).toBe(false)
      expect(sourceUrl).toMatch(/^https:\/\/[a-z]+\.example\//)
      expect(decidedById).not.toBe(proposedById)
    }
  })

  it('has two calls for research: one is open, one has ended', async () => {
    const { client } = await theDemo()
    const calls = await client.researchCall.findMany({ orderBy: { deadline: 'asc' } })
    expect(calls.map(({ deadline }) => deadline > NOW)).toEqual([false, true])
    for (const { titles } of calls)
      for (const title of Object.values(titles as object)) expect(title).toMatch(/démonstration|demonstration|تجريبي/)
  })

  it('has surveys: closed ones with figures, of a cohort and of the seminar, and one that waits for the judge', async () => {
    const { client } = await theDemo()
    const { cohortLevels, nationLevels } = await import('@/server/survey/levels')
    const { mySurveys } = await import('@/server/survey/answer-survey')
    const { viewSurvey } = await import('@/server/survey/staff-surveys')
    const { findSurvey } = await import('@/server/db/survey/surveys')
    const { findCohort } = await import('@/server/db/cohort/cohorts')
    const { db, sql } = await import('@/server/db/client')
    const judge = await client.account.findUniqueOrThrow({ where: { email: 'judge@demo.example' } })
    const school = await client.role.findFirstOrThrow({ where: { account: { email: 'school@demo.example' } } })
    const institutionId = school.institutionId ?? ''
    const { permitFor } = await import('@/server/auth/permit')
    const personWith = (...institutions: RolesHeld['institutions']) => {
      const person = { accountId: judge.id, sessionId: judge.id, confirmed: true, locale: 'ar' }
      return { kind: 'person', ...person, roles: { platform: [], institutions, proof: 'fresh' } } as const
    }

    const surveys = await client.survey.findMany({
      include: { cohort: true, seminar: true, answers: true, tickets: true },
    })
    const closed = surveys.filter(({ figures }) => figures !== null)
    expect(closed.every(({ tickets, closesAt }) => tickets.length === 0 && closesAt && closesAt <= NOW)).toBe(true)
    expect(closed.map(({ seminar }) => seminar?.status).filter(Boolean)).toEqual(['held'])
    const own = closed.filter((one) => one.institutionId === institutionId && one.answers.length >= 12)
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reaction', 'later-3']))
    for (const { id } of [...own, ...closed.filter(({ seminarId }) => seminarId)]) {
      const row = await findSurvey(db(), id)
      if (!row) throw new Error('no survey')
      const target = { institutionId: row.institutionId, tutorIds: [] }
      const reader = personWith({ institutionId: row.institutionId, role: 'administrator', kind: 'school' })
      const permit = permitFor(reader, 'survey:read', target)
      const { report, texts } = await viewSurvey(permit, row, NOW)
      expect(report?.response).toMatchObject({ status: 'shown' })
      expect(texts?.map(({ withheld }) => withheld)).toEqual(texts?.map(() => 0))
    }
    const withReaction = own.find(({ kind }) => kind === 'reaction')
    const cohort = withReaction?.cohortId ? await findCohort(sql(), withReaction.cohortId) : null
    if (!cohort) throw new Error('no cohort')
    const target = { cohortId: cohort.id, institutionId, tutorIds: [] }
    const teacher = personWith({ institutionId, role: 'administrator', kind: 'school' })
    const levels = await cohortLevels(permitFor(teacher, 'statistics:read', target), cohort, NOW)
    expect(levels.reaction[0]?.statements.some(({ rate }) => rate.status === 'shown')).toBe(true)
    const member = personWith({ institutionId, role: 'commission-member', kind: 'commission' })
    const nation = await nationLevels(permitFor(member, 'nation:read', {}))
    expect(nation.reaction[0]?.statements.some(({ rate }) => rate.status === 'shown')).toBe(true)

    const open = surveys.filter(({ figures }) => figures === null)
    expect(open).toMatchObject([{ institutionId, cohort: { endsOn: expect.any(Date) } }])
    expect(open[0]?.tickets.length).toBe(open[0]?.asked)
    expect(open[0]?.answers.length).toBe(open[0]?.tickets.filter(({ spent }) => spent).length)
    expect(open[0]?.answers.length).toBeGreaterThanOrEqual(5)
    const offers = await mySurveys(permitFor(personWith(), 'account:read', { accountId: judge.id }), NOW)
    expect(offers).toHaveLength(1)
  })

  it('has an error that waits for an answer, and one that was answered', async () => {
    const { client } = await theDemo()

    const reports = await client.errorReport.findMany({ include: { account: true }, orderBy: { reportedAt: 'asc' } })
    expect(reports.map(({ outcome, account }) => [outcome, account?.email])).toEqual([
      ['no-error', 'prosecutor@demo.example'],
      [null, 'judge@demo.example'],
    ])
    expect(reports.every(({ passage, passageHash }) => passage && passageHash)).toBe(true)
  })

  it('has a person with questions to review, of which some were answered', async () => {
    const { client } = await theDemo()
    const { accountId, courseId, cards } = await client.reviewPlan.findFirstOrThrow({ include: { cards: true } })
    expect((await client.account.findUniqueOrThrow({ where: { id: accountId } })).email).toBe('prosecutor@demo.example')
    const second = courses.find(({ file }) => file.id === courseId)?.second?.map(({ question }) => question.id)
    expect(second).toEqual(expect.arrayContaining(cards.map(({ questionId }) => questionId)))
    expect(cards.filter(({ turn, dueOn }) => turn === 1 && dueOn !== null && dueOn <= NOW).length).toBeGreaterThan(3)
    const answers = await client.reviewAnswer.findMany({ select: { right: true } })
    expect(answers.map(({ right }) => right).toSorted()).toEqual([false, true, true])
  })

  it('has enough trained people for the figures of the country and for those of its school', async () => {
    const { client } = await theDemo()
    const { currentReport } = await import('@/server/cohort/report/current-report')
    const school = await client.role.findFirstOrThrow({ where: { account: { email: 'school@demo.example' } } })
    const [nation, own] = [await currentReport(null, NOW), await currentReport(school.institutionId, NOW)]

    if (nation.report.scope !== 'nation' || own.report.scope !== 'institution') throw new Error('other reports')
    const shown = nation.report.trained.rows.filter(({ people }) => people !== null && people > 0)
    expect(shown.length).toBeGreaterThanOrEqual(2)
    expect(nation.report.coverage.total.court.registered).toBe(6)
    expect(own.report.cohorts.length).toBeGreaterThanOrEqual(2)
    expect(own.report.people.people).toBeGreaterThan(50)
    expect(nation.report.certificates['in-force'].people).toBeGreaterThan(50)
    const cellsOf = ({ rows }: PrintedTable) => rows.flatMap(({ people, cells }) => [people, ...cells])
    const ofSchool = [own.report.places, own.report.people, own.report.certificates['in-force']].flatMap(cellsOf)
    expect(ofSchool.filter((cell) => cell === null).length).toBeLessThan(ofSchool.length / 4)
  })

  it('says of every institution and cohort that it is invented, and sends to no real address', async () => {
    const { client } = await theDemo()
    const marked = /\((démonstration|تجريبي)\)/

    for (const { nameArabic, nameLatin } of await client.institution.findMany()) {
      expect(nameArabic).toMatch(marked)
      expect(nameLatin).toMatch(marked)
    }
    for (const { name } of await client.cohort.findMany()) expect(name).toMatch(marked)
    expect(await client.account.count({ where: { NOT: { email: { endsWith: '@demo.example' } } } })).toBe(0)
    expect(await client.cohortMember.count({ where: { NOT: { email: { endsWith: '@demo.example' } } } })).toBe(0)
  })

  it('tells of nothing that has not happened yet', async () => {
    const { client } = await theDemo()
    const later = { gt: NOW }

    expect(await client.memberMove.count({ where: { at: later } })).toBe(0)
    expect(await client.lessonState.count({ where: { OR: [{ readAt: later }, { completedAt: later }] } })).toBe(0)
    expect(await client.attempt.count({ where: { OR: [{ startedAt: later }, { handedInAt: later }] } })).toBe(0)
    expect(await client.certificate.count({ where: { issuedAt: later } })).toBe(0)
    expect(await client.auditEntry.count({ where: { at: later } })).toBe(0)
  })

  it('has only institutions and people if no course is published', async () => {
    const { client, seed } = await demoWith(EMBEDDED, { published: false })

    expect((await seed()).accounts).toHaveLength(7)
    expect(await client.institution.count()).toBe(13)
    expect(await client.cohort.count()).toBe(0)
  })
})

it('changes nothing at the next start: same passwords, from a file for its owner alone, and the same rows', async () => {
  const { client, seed } = await demoWith(EMBEDDED)
  const count = async () => [
    await client.account.count(),
    await client.cohort.count(),
    await client.memberMove.count(),
    await client.attemptQuestion.count(),
  ]
  const first = await seed()
  const rows = await count()

  expect(await seed()).toEqual(first)
  expect(await count()).toEqual(rows)
  expect(statSync(path.join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600)
})

it('is made once when two starts happen at once, and each prints the passwords that work', async () => {
  const { client, seed, verifyPassword } = await demoWith(EMBEDDED)
  const [one, two] = await Promise.all([seed(), seed(), seed()])

  expect(await client.institution.count()).toBe(13)
  expect(two).toEqual(one)
  for (const { email, password } of one.accounts) {
    const { passwordHash } = await client.account.findUniqueOrThrow({ where: { email } })
    expect(await verifyPassword(passwordHash, password)).toBe(true)
  }
})

it.each([
  ['DEMO is 0', { DATABASE_URL: '', DEMO: '0' }],
  ['the database is not the embedded one', {}],
])('is not made when %s', async (_when, settings) => {
  const { client, seed } = await demoWith(settings)

  expect(await seed()).toEqual({ exist: false, accounts: [] })
  expect(await client.account.count()).toBe(0)
  expect(await client.institution.count()).toBe(0)
})

it('is not made beside an account of a real person', async () => {
  const { client, seed } = await demoWith(EMBEDDED)
  const person = {
    passwordHash: 'x',
    nameArabic: 'x',
    nameLatin: 'x',
    function: 'judge',
    institution: 'x',
    locale: 'ar',
  }
  await client.account.create({ data: { ...person, email: 'someone@court.example' } })

  expect(await seed()).toEqual({ exist: false, accounts: [] })
  expect(await client.institution.count()).toBe(0)
})

/** Relative to {@link NOW}. */
function phase({ startsOn, endsOn, archivedAt }: { startsOn: Date; endsOn: Date; archivedAt: Date | null }) {
  if (archivedAt) return 'archived'
  if (startsOn > NOW) return 'planned'
  return endsOn < NOW ? 'over' : 'running'
}
