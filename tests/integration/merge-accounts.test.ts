import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import * as mergeRoute from '@/app/[locale]/(learn)/account/merge/route'
import { GET as getAccount } from '@/app/[locale]/(learn)/account/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { disableAccount } from '@/server/account/disable-account'
import { askForPasskey } from '@/server/account/second-factor/challenge'
import { mergeAccounts, previewMerge } from '@/server/account-removal/merge-accounts'
import { proveOther } from '@/server/account-removal/prove-other'
import { permitFor } from '@/server/auth/permit'
import { forgetNewestReleases } from '@/server/content/releases'
import { setPassword } from '@/server/db/account/accounts'
import { findSession, insertSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { findFirstAttempts } from '@/server/db/cohort/first-attempts'
import { WITH_PLACE } from '@/server/db/merge/merge-people'
import { MERGE_RULES } from '@/server/db/merge/merge-rules'
import { TWO_PEOPLE } from '@/server/db/merge/two-people'
import { escapeHtml } from '@/server/escape-html'
import { answerSurvey } from '@/server/survey/answer-survey'
import { IN_MORNING, makeSeminarDay } from '@/tests/support/attendance'
import { codeAt } from '@/tests/support/authenticator'
import { insertPlace, makeCohort, makeSchool, RUNNING } from '@/tests/support/cohorts'
import { smallCourse } from '@/tests/support/exam-taken'
import { breakOffAll, holdRow, untilWaiting } from '@/tests/support/held-row'
import { insertLearningRecord } from '@/tests/support/learning-record'
import { callAs } from '@/tests/support/next-headers'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, mayChange, PASSWORD } from '@/tests/support/people'
import { passkeyCode, passkeyFor, setUpFor } from '@/tests/support/second-factor'
import { giveRole, makeInstitution } from '@/tests/support/staff'
import { openedSurvey, surveyedCohort, ticketOf } from '@/tests/support/surveys'
import { visitOf } from '@/tests/support/visit'

ownOutbox()
beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

type Someone = { accountId: string; sessionId: string; email: string }
const OTHERS = 'deux cents audiences hier'
const NO_CODE = { status: 'empty' } as const
const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)

const mayMerge = ({ accountId, sessionId }: Someone) =>
  permitFor({ kind: 'person', accountId, sessionId, confirmed: true, locale: 'fr' }, 'account:merge', { accountId })

/** Two accounts of one person: the one that stays, and the other with a password of its own. */
async function pair(overrides: Parameters<typeof insertPerson>[0] = {}) {
  return { kept: await insertPerson(), other: await insertPerson({ password: OTHERS, ...overrides }) }
}

async function prove(kept: Someone, other: Someone, now = new Date()): Promise<string> {
  const typed = { email: other.email, password: OTHERS }
  const outcome = await proveOther(mayMerge(kept), typed, NO_CODE, visitOf({ now }))
  if (outcome.status !== 'proved') throw new Error(`the other account is ${outcome.status}`)
  return tokenSentTo(other)
}

/** The proof in the newest letter to the other account. */
async function tokenSentTo({ email }: Someone): Promise<string> {
  const where = { to: email, kind: 'mergeConfirm' }
  const { letter } = await db().mail.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } })
  return new URL((letter as { link: string }).link).searchParams.get('token') ?? ''
}

const confirm = (kept: Someone, token: string, password = PASSWORD, now = new Date()) =>
  mergeAccounts(mayMerge(kept), { token, password }, visitOf({ now }))

async function merge(kept: Someone, other: Someone): Promise<void> {
  expect(await confirm(kept, await prove(kept, other))).toEqual({ status: 'merged' })
  expect(await db().account.count({ where: { id: other.accountId } })).toBe(0)
}

async function makeRelease(courseId = `course-${randomUUID()}`) {
  forgetNewestReleases()
  const row = { courseId, number: 1, contentHash: courseId, lawDate: ago(0), languages: ['ar'] }
  return db().release.create({ data: { ...row, content: smallCourse(courseId) } })
}
type Release = Awaited<ReturnType<typeof makeRelease>>

function enrol({ accountId }: Someone, { id: releaseId, courseId }: Release, admitted = false) {
  return db().enrolment.create({ data: { accountId, courseId, releaseId, admitted } })
}

function attempt(enrolmentId: string, releaseId: string, number: number, days: number, cohortId: string | null = null) {
  const handedInAt = new Date(ago(days).getTime() + 3_600_000)
  const result = { earned: 0, possible: 1, passed: false }
  const questions = { create: { position: 1, questionId: 'q1', order: ['a', 'b'], answer: ['b'] } }
  return db().attempt.create({
    data: { enrolmentId, releaseId, number, startedAt: ago(days), handedInAt, ...result, cohortId, questions },
  })
}

describe('the rules of merging', () => {
  it('cover every table, and name every column that refers to an account', async () => {
    const keys = await sql().$queryRaw<{ table: string; column: string; to: string }[]>`
      select c.conrelid::regclass::text as table, a.attname::text as column, c.confrelid::regclass::text as to
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace`
    const named = (table: string) => table.replaceAll('"', '')
    const referring = (to: string, table: string) =>
      keys.filter((key) => named(key.to) === to && named(key.table) === table).map(({ column }) => column)

    expect(Object.keys(MERGE_RULES).toSorted()).toEqual(Object.keys(Prisma.ModelName).toSorted())
    for (const [table, rule] of Object.entries(MERGE_RULES)) {
      const columns = 'columns' in rule ? Object.keys(rule.columns) : []
      expect(columns.toSorted(), table).toEqual(referring('Account', table).toSorted())
      if ('follows' in rule) expect(referring(rule.follows, table), table).not.toEqual([])
    }
  })

  it('cover every table whose rows belong to a row that is united', async () => {
    const keys = await sql().$queryRaw<{ table: string; to: string }[]>`
      select c.conrelid::regclass::text as table, c.confrelid::regclass::text as to from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace`
    const belonging = (to: string) =>
      keys
        .filter((key) => key.to === `"${to}"`)
        .map(({ table }) => table.replaceAll('"', ''))
        .toSorted()

    // Rows of any further table would be deleted with the row that ends: the `unite` of its parent must move them.
    expect(belonging('Enrolment')).toEqual(['Attempt', 'LessonState', 'PracticeAnswer'])
    expect(belonging('ReviewPlan')).toEqual(['ReviewCard'])
    expect(belonging('ReviewCard')).toEqual(['ReviewAnswer'])
    expect(belonging('SimulationRun')).toEqual(['SimulationStep'])
    expect(belonging('TestSitting')).toEqual(['TestAnswer'])
    expect(belonging('CohortMember')).toEqual(
      [...WITH_PLACE, 'AnnouncementRecipient', 'ChosenMember', 'MemberMove'].toSorted(),
    )
    const alone = ['PassageNote', 'Role', 'IdentityConfirmation', 'CohortTutor', 'LetterChoice']
    for (const table of alone) expect(belonging(table), table).toEqual([])
    expect(belonging('SeminarRegistration')).toEqual(['Certificate', 'SeminarCheckIn', 'SeminarNeed', 'SurveyTicket'])
  })

  it('know every two columns of a table that must not name one person', async () => {
    const referring = Prisma.sql`
      select k.conrelid as table, k.conkey[1] as key, a.attname::text as name
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.confrelid = '"Account"'::regclass`
    const checked = await sql().$queryRaw<TwoColumns[]>`
      select c.conrelid::regclass::text as table, array_agg(r.name order by r.name) as columns
      from pg_constraint c join (${referring}) r on r.table = c.conrelid and r.key = any(c.conkey)
      where c.contype = 'c' and c.connamespace = 'public'::regnamespace
      group by c.oid, c.conrelid having count(*) > 1`
    const proposed = await sql().$queryRaw<TwoColumns[]>`
      select p.table::regclass::text as table, array[d.name, p.name] as columns
      from (${referring}) p join (${referring}) d on d.table = p.table and d.name <> p.name
      where p.name = 'proposedById'`
    const written = ({ table, columns }: TwoColumns) => `${table.replaceAll('"', '')} ${columns.toSorted().join(' ')}`
    const known = Object.entries(TWO_PEOPLE).flatMap(([table, pairs]) =>
      pairs.map((columns) => written({ table, columns: [...columns] })),
    )

    expect(checked.map(written)).toContain('RegradeProposal decidedById proposedById')
    for (const found of [...checked, ...proposed].map(written)) expect(known).toContain(found)
  })

  it('leave no row that refers to the other account, and lose only the rows that they end', async () => {
    const { kept, other } = await pair()
    // This must come before the other account has a second factor.
    const token = await prove(kept, other)
    await insertLearningRecord(kept.accountId, `KEPT${randomUUID().slice(0, 6)}`)
    await insertLearningRecord(other.accountId, `OTHER${randomUUID().slice(0, 6)}`)
    const { id: browserId } = await db().knownBrowser.findFirstOrThrow({ where: { accountId: kept.accountId } })
    await db().session.update({ where: { id: kept.sessionId }, data: { browserId, provedAt: new Date() } })
    const before = await rowsOf(kept, other)

    expect(await confirm(kept, token)).toEqual({ status: 'merged' })

    const after = await rowsOf(kept, other)
    for (const [table, rule] of Object.entries(MERGE_RULES)) {
      if (!('columns' in rule)) continue
      for (const [column, fate] of Object.entries(rule.columns)) {
        const of = `${table}.${column}`
        expect(after[of]?.other, of).toBe(0)
        // Both accounts had choices about letters, and a plan for the same profile: one of each stays.
        const once = table === 'LetterChoice' || table === 'ReferralPlan'
        const lost = fate === 'ends' || once ? (before[of]?.other ?? 0) : 0
        // The merger itself is in the audit log, and a letter about it goes to both addresses.
        const added = { 'AuditEntry.actorId': 1, 'AuditEntry.subjectId': 1, 'Mail.accountId': 2 }[of] ?? 0
        expect(after[of]?.kept, of).toBe((before[of]?.kept ?? 0) + (before[of]?.other ?? 0) - lost + added)
      }
    }
  })
})

type TwoColumns = { table: string; columns: string[] }

async function rowsOf(kept: Someone, other: Someone) {
  const counts: Record<string, { kept: number; other: number }> = {}
  for (const [table, rule] of Object.entries(MERGE_RULES)) {
    if (!('columns' in rule)) continue
    for (const column of Object.keys(rule.columns)) {
      const [count] = await db().$queryRawUnsafe<{ kept: number; other: number }[]>(
        `select count(*) filter (where "${column}" = $1::uuid)::int as kept,
          count(*) filter (where "${column}" = $2::uuid)::int as other from "${table}"`,
        kept.accountId,
        other.accountId,
      )
      if (count) counts[`${table}.${column}`] = count
    }
  }
  return counts
}

describe('a plan of referral that she made in both accounts', () => {
  it('keeps the version that was changed last', async () => {
    const { kept, other } = await pair()
    const plan = { profileId: 'invented', version: 1 }
    await db().referralPlan.createMany({
      data: [
        { ...plan, accountId: kept.accountId, steps: [], changedAt: new Date(2000) },
        { ...plan, accountId: other.accountId, steps: [{ step: 'shelter' }], changedAt: new Date(3000) },
      ],
    })

    await merge(kept, other)

    expect(await db().referralPlan.findMany({ where: { profileId: 'invented' } })).toMatchObject([
      { accountId: kept.accountId, steps: [{ step: 'shelter' }] },
    ])
  })
})

describe('a text that she reviewed in both accounts', () => {
  it('keeps the later reading to its end, and the earlier opening of its bank', async () => {
    const { kept, other } = await pair()
    const text = { kind: 'lesson', textId: `course/${randomUUID()}`, language: 'fr' }
    const read = (accountId: string, days: number, hash: string) =>
      db().editorialReading.create({ data: { ...text, accountId, hash, reachedEndAt: ago(days) } })
    const opened = (accountId: string, days: number) =>
      db().bankOpening.create({ data: { accountId, courseId: 'reviewed', openedAt: ago(days) } })
    await read(kept.accountId, 9, 'old')
    await read(other.accountId, 2, 'new')
    await opened(kept.accountId, 1)
    await opened(other.accountId, 20)

    await merge(kept, other)

    expect(await db().editorialReading.findMany({ where: text })).toMatchObject([
      { accountId: kept.accountId, hash: 'new' },
    ])
    const openings = await db().bankOpening.findMany({ where: { courseId: 'reviewed' } })
    expect(openings.map(({ accountId }) => accountId)).toEqual([kept.accountId])
    expect(openings[0]?.openedAt.getTime()).toBeLessThan(ago(19).getTime())
  })
})

describe('a course that she took in both accounts', () => {
  it('keeps all attempts, the earliest first, and each lesson that was completed in either account', async () => {
    const { kept, other } = await pair()
    const release = await makeRelease()
    const mine = await enrol(kept, release)
    const theirs = await enrol(other, release, true)
    const [second, third] = [await attempt(mine.id, release.id, 1, 10), await attempt(mine.id, release.id, 2, 5)]
    const first = await attempt(theirs.id, release.id, 1, 20)
    const lesson = (enrolmentId: string, lessonId: string, days: number, done: boolean) => {
      const times = { openedAt: ago(days + 1), readAt: ago(days), completedAt: done ? ago(days) : null }
      return db().lessonState.create({ data: { enrolmentId, lessonId, block: days, ...times } })
    }
    await lesson(mine.id, 'offence', 2, false)
    await lesson(theirs.id, 'offence', 30, true)
    await lesson(theirs.id, 'victims', 31, true)
    const practice = { questionId: 'p1', releaseId: release.id }
    await db().practiceAnswer.create({
      data: { ...practice, enrolmentId: mine.id, answer: ['old'], answeredAt: ago(9) },
    })
    await db().practiceAnswer.create({
      data: { ...practice, enrolmentId: theirs.id, answer: ['new'], answeredAt: ago(1) },
    })

    await merge(kept, other)

    const enrolments = await db().enrolment.findMany({
      where: { accountId: kept.accountId },
      include: { attempts: { orderBy: { number: 'asc' } }, lessons: { orderBy: { lessonId: 'asc' } }, practice: true },
    })
    expect(enrolments).toHaveLength(1)
    const [united] = enrolments
    expect(united).toMatchObject({ id: mine.id, admitted: true })
    expect(united?.attempts.map(({ id, number }) => [number, id])).toEqual([
      [1, first.id],
      [2, second.id],
      [3, third.id],
    ])
    expect(united?.lessons).toMatchObject([
      { lessonId: 'offence', block: 2, completedAt: expect.any(Date) },
      { lessonId: 'victims', block: 31, completedAt: expect.any(Date) },
    ])
    expect(united?.practice).toMatchObject([{ answer: ['new'] }])
    expect(await db().attemptQuestion.count({ where: { attemptId: first.id } })).toBe(1)
  })

  it('counts once in a cohort, with the earlier first attempt, and does not change disclosed figures', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const release = await db().release.findUniqueOrThrow({ where: { id: cohort.releaseId } })
    const { kept, other } = await pair()
    const mine = await enrol(kept, release)
    const theirs = await enrol(other, release)
    await attempt(mine.id, release.id, 1, 2, cohort.id)
    const earlier = await attempt(theirs.id, release.id, 1, 8, cohort.id)
    const { courseId } = school
    const group = { cohortId: cohort.id, courseId, releaseId: release.id, answers: 'exam', number: 1, until: ago(5) }
    await db().closedGroup.create({ data: { ...group, figures: { people: 20 } } })
    const counted = async (from: Date | null, until: Date) =>
      (await findFirstAttempts(sql(), cohort, { from, until })).map(({ attemptId }) => attemptId)
    expect(await counted(ago(5), new Date())).toHaveLength(1)

    await merge(kept, other)

    expect(await counted(null, new Date())).toEqual([earlier.id])
    // Her later attempt no longer counts in the open group, and the closed group does not change.
    expect(await counted(ago(5), new Date())).toEqual([])
    expect(await db().closedGroup.findFirst({ where: { cohortId: cohort.id } })).toMatchObject({
      figures: { people: 20 },
    })
  })

  it('has one ticket for each survey, which is spent if one of the accounts has answered', async () => {
    const { kept, other } = await pair()
    const { school, cohort } = await surveyedCohort(0)
    for (const { accountId, email } of [kept, other]) await insertPlace(cohort, { status: 'active', accountId, email })
    const both = await openedSurvey(school, cohort)
    await answerSurvey(await ticketOf(both, other.accountId), { a: '4' }, new Date())
    const theirs = await openedSurvey(school, cohort, { kind: 'later-3' })
    await db().surveyTicket.delete({ where: { id: (await ticketOf(theirs, kept.accountId)).ticketId } })

    await merge(kept, other)

    const tickets = await db().surveyTicket.findMany({ where: { surveyId: { in: [both, theirs] } } })
    expect(tickets.map(({ surveyId, accountId, spent }) => [surveyId, accountId, spent]).toSorted()).toEqual(
      [
        [both, kept.accountId, true],
        [theirs, kept.accountId, false],
      ].toSorted(),
    )
  })

  it('keeps one of two sittings of a test, and joins two notes on a passage into one', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const { kept, other } = await pair()
    const sit = ({ accountId }: Someone, form: string, days: number, handed: boolean) =>
      db().testSitting.create({
        data: {
          cohortId: cohort.id,
          courseId: school.courseId,
          accountId,
          form,
          startedAt: ago(days),
          handedInAt: handed ? ago(days) : null,
        },
      })
    await sit(kept, 'before', 9, false)
    const handedIn = await sit(other, 'before', 3, true)
    const after = await sit(kept, 'after', 1, true)
    const note = ({ accountId }: Someone, text: string | null) => {
      const passage = { courseId: 'c', lessonId: 'l', releaseId: cohort.releaseId, passage: 3, hash: 'h', words: {} }
      return db().passageNote.create({ data: { accountId, ...passage, text, bookmarkedAt: text ? null : ago(1) } })
    }
    const [mine] = [await note(kept, 'une'), await note(other, 'autre')]

    await merge(kept, other)

    const sittings = await db().testSitting.findMany({ where: { accountId: kept.accountId }, orderBy: { form: 'asc' } })
    expect(sittings.map(({ id }) => id)).toEqual([after.id, handedIn.id])
    expect(await db().passageNote.findMany({ where: { accountId: kept.accountId } })).toMatchObject([
      { id: mine?.id, text: 'une\n\nautre', version: 1 },
    ])
  })

  it('has the questions of both reviews, each at the later of its two turns', async () => {
    const { kept, other } = await pair()
    const release = await makeRelease()
    const plan = async ({ accountId }: Someone, turns: Record<string, number>) => {
      const key = { accountId, courseId: release.courseId }
      await db().reviewPlan.create({ data: { ...key, startedOn: ago(9) } })
      for (const [questionId, turn] of Object.entries(turns)) {
        const given = { turn: 1, releaseId: release.id, answer: ['a'], right: true, answeredAt: ago(1) }
        await db().reviewCard.create({ data: { ...key, questionId, turn, answers: { create: given } } })
      }
    }
    await plan(kept, { one: 3, two: 1 })
    await plan(other, { one: 2, two: 2, three: 1 })

    await merge(kept, other)

    const cards = await db().reviewCard.findMany({
      where: { accountId: kept.accountId },
      include: { answers: true },
      orderBy: { questionId: 'asc' },
    })
    expect(cards.map(({ questionId, turn, answers }) => [questionId, turn, answers.length])).toEqual([
      ['one', 3, 1],
      ['three', 1, 1],
      ['two', 2, 1],
    ])
    expect(await db().reviewPlan.count({ where: { accountId: { in: [kept.accountId, other.accountId] } } })).toBe(1)
  })
})

describe('a merger', () => {
  it('makes one place of two in a cohort, and gives the free seat to the waitlist', async () => {
    const cohort = await makeCohort(await makeSchool(), { fields: { ...RUNNING, seats: 2 } })
    const { kept, other } = await pair()
    const mine = await insertPlace(cohort, { status: 'invited', accountId: kept.accountId, email: kept.email })
    const theirs = await insertPlace(cohort, { status: 'active', accountId: other.accountId, email: other.email })
    const waiting = await insertPerson()
    const next = await insertPlace(cohort, {
      status: 'waiting',
      accountId: waiting.accountId,
      email: waiting.email,
    })

    await merge(kept, other)

    const places = await db().cohortMember.findMany({ where: { cohortId: cohort.id } })
    expect(places.find(({ id }) => id === theirs.id)).toMatchObject({
      accountId: kept.accountId,
      status: 'active',
      email: kept.email,
    })
    expect(places.some(({ id }) => id === mine.id)).toBe(false)
    expect(places.find(({ id }) => id === next.id)?.status).not.toBe('waiting')
    const moves = await db().memberMove.findMany({ where: { memberId: theirs.id }, orderBy: { id: 'asc' } })
    expect(moves.at(-1)?.to).toBe('active')
    expect(await db().memberMove.count({ where: { memberId: mine.id } })).toBe(0)
  })

  it('makes one place of two in a seminar: the better one, with the earlier day', async () => {
    const { kept, other } = await pair()
    const [early, late] = [ago(5), ago(2)]
    const [mine, theirs] = [
      { accountId: kept.accountId, status: 'waiting', statusSince: early, createdAt: early, source: 'open' },
      { accountId: other.accountId, status: 'registered', statusSince: late, createdAt: late, source: 'code' },
    ]
    const made = (places: (typeof mine)[]) =>
      db().seminar.create({
        data: {
          institutionId,
          titles: { fr: 'Séminaire' },
          startsAt: ago(-1),
          endsAt: ago(-2),
          registrations: { create: places },
        },
      })
    const institutionId = await makeInstitution()
    const both = await made([mine, theirs])
    const single = await made([theirs])

    await merge(kept, other)

    const places = (seminarId: string) => db().seminarRegistration.findMany({ where: { seminarId } })
    expect(await places(both.id)).toMatchObject([
      { accountId: kept.accountId, status: 'registered', source: 'code', createdAt: early },
    ])
    expect(await places(single.id)).toMatchObject([{ accountId: kept.accountId, status: 'registered' }])
  })

  it.each([
    ['present', 'awaiting', 'present'],
    ['awaiting', 'present', 'present'],
    ['present', 'struck', 'struck'],
    ['struck', 'present', 'struck'],
    ['struck', 'awaiting', 'struck'],
    ['struck', null, 'struck'],
    [null, 'present', 'present'],
  ])('of a half-day, %s in the place that stays and %s in the other, makes %s', async (mine, theirs, united) => {
    const day = await makeSeminarDay()
    const { kept, other } = await pair()
    const place = { seminarId: day.id, status: 'registered', statusSince: ago(1), source: 'open' }
    const made = { halfDayId: day.morning, at: IN_MORNING, way: 'code', changedAt: IN_MORNING }
    for (const [{ accountId }, state] of [
      [kept, mine],
      [other, theirs],
    ] as const) {
      const { id } = await db().seminarRegistration.create({ data: { ...place, accountId } })
      const reason = state === 'struck' ? 'Partie à dix heures' : null
      if (state) await db().seminarCheckIn.create({ data: { ...made, registrationId: id, state, reason } })
    }

    await merge(kept, other)

    expect(await db().seminarCheckIn.findMany({ where: { halfDayId: day.morning } })).toMatchObject([
      { state: united, reason: united === 'struck' ? 'Partie à dix heures' : null },
    ])
  })

  it('keeps a confirmation of identity only under the same names, and never one by the person herself', async () => {
    const [same, mine, foreign] = [await makeInstitution(), await makeInstitution(), await makeInstitution()]
    const { kept, other } = await pair()
    const stranger = await insertPerson()
    const confirmed = (accountId: string, institutionId: string, confirmedById: string | null) =>
      db().identityConfirmation.create({ data: { accountId, institutionId, confirmedById } })
    await confirmed(other.accountId, same, stranger.accountId)
    await confirmed(other.accountId, mine, kept.accountId)
    await merge(kept, other)
    const left = await db().identityConfirmation.findMany({ where: { accountId: kept.accountId } })
    expect(left.map(({ institutionId }) => institutionId)).toEqual([same])

    const two = await pair({ nameLatin: 'Fatima El Alaoui' })
    await confirmed(two.other.accountId, foreign, stranger.accountId)
    await merge(two.kept, two.other)
    expect(await db().identityConfirmation.count({ where: { institutionId: foreign } })).toBe(0)
  })

  it('keeps what others did about her and saw of her in the audit log, which nothing else can change', async () => {
    const { kept, other } = await pair()
    const viewer = await insertPerson()
    const entry = { act: 'record-viewed', actorId: viewer.accountId, subjectId: other.accountId, reason: 'visite' }
    const { id } = await db().auditEntry.create({ data: entry })
    await merge(kept, other)

    expect(await db().auditEntry.findUnique({ where: { id } })).toMatchObject({
      actorId: viewer.accountId,
      subjectId: kept.accountId,
      reason: 'visite',
    })
    await expect(db().auditEntry.update({ where: { id }, data: { subjectId: viewer.accountId } })).rejects.toThrow(
      'only added to',
    )
  })
})

describe('two accounts cannot be united', () => {
  async function refusedFor(kept: Someone, other: Someone) {
    const token = await prove(kept, other)
    const preview = await previewMerge(mayMerge(kept), token, 'fr', new Date())
    expect(await confirm(kept, token)).toEqual({ status: 'refused' })
    expect(await db().account.count({ where: { id: other.accountId } })).toBe(1)
    return preview?.refusals
  }

  it.each(['kept', 'other'] as const)('while the %s one holds a role that does more than learn', async (which) => {
    const two = await pair()
    const school = await makeInstitution()
    await giveRole(two[which].accountId, 'learner', school)
    await giveRole(two[which].accountId, 'tutor', school)
    expect(await refusedFor(two.kept, two.other)).toEqual([{ because: 'roles', course: '' }])
  })

  it('while an offer of a role to the address of the other account has no answer', async () => {
    const { kept, other } = await pair()
    const institutionId = await makeInstitution()
    const offer = { email: other.email, institutionId, role: 'tutor', open: `${other.email} tutor` }
    await db().roleOffer.create({ data: { ...offer, expiresAt: new Date(Date.now() + DAY) } })
    expect(await refusedFor(kept, other)).toEqual([{ because: 'roles', course: '' }])
  })

  it.each(['kept', 'other'] as const)('while an exam is under way in the %s one', async (which) => {
    const two = await pair()
    const release = await makeRelease()
    const { id } = await enrol(two[which], release)
    await db().attempt.create({ data: { enrolmentId: id, releaseId: release.id, number: 1 } })
    expect(await refusedFor(two.kept, two.other)).toEqual([{ because: 'attempt', course: '' }])
  })

  it('if both have a certificate of the same course, even a revoked one', async () => {
    const { kept, other } = await pair()
    const release = await makeRelease()
    for (const [who, revokedAt] of [
      [kept, null],
      [other, new Date()],
    ] as const) {
      const number = randomUUID().slice(0, 13)
      const facts = { number, courseId: release.courseId, releaseId: release.id, initials: 'F. A.', revokedAt }
      await db().certificate.create({ data: { ...facts, accountId: who.accountId, shareToken: randomUUID() } })
    }
    expect(await refusedFor(kept, other)).toEqual([{ because: 'certificates', course: 'Les fondamentaux' }])
  })

  it('if the other account holds a certificate and the names differ', async () => {
    const { kept, other } = await pair({ nameLatin: 'Fatima Berrada' })
    const certify = async ({ accountId }: Someone, { id: releaseId, courseId }: Release) => {
      const facts = { number: randomUUID().slice(0, 13), courseId, releaseId, initials: 'F. A.' }
      await db().certificate.create({ data: { ...facts, accountId, shareToken: randomUUID() } })
    }
    await certify(other, await makeRelease())
    expect(await refusedFor(kept, other)).toEqual([{ because: 'names', course: '' }])

    // Certificates of the account that stays do not move, so its names may differ. A name in capitals is the same name.
    const own = await pair({ nameLatin: 'Fatima Berrada' })
    await certify(own.kept, await makeRelease())
    await merge(own.kept, own.other)
    const same = await pair({ nameLatin: 'FATIMA ALAOUI' })
    await certify(same.other, await makeRelease())
    await merge(same.kept, same.other)
  })

  const decisions = Object.entries(TWO_PEOPLE).flatMap(([table, pairs]) =>
    pairs.map(([proposer, decider]) => ({ table: table as keyof typeof TWO_PEOPLE, proposer, decider })),
  )

  it.each(decisions)(
    'if one proposed and the other decided: $table, $decider',
    async ({ table, proposer, decider }) => {
      for (const [by, on] of [
        ['kept', 'other'],
        ['other', 'kept'],
      ] as const) {
        const two = await pair()
        await DECIDED[table]({ [proposer]: two[on].accountId, [decider]: two[by].accountId })
        expect(await refusedFor(two.kept, two.other)).toEqual([{ because: 'decided', course: '' }])
      }
    },
  )

  it('but can if one person took back what she had proposed in one of them', async () => {
    const { kept, other } = await pair()
    const { accountId } = other
    await DECIDED.RegradeProposal({ proposedById: accountId, decidedById: accountId, decision: 'taken-back' })
    await merge(kept, other)
    expect(await db().regradeProposal.count({ where: { decidedById: kept.accountId } })).toBe(1)
  })
})

type By = { proposedById?: string; decidedById?: string; acceptedById?: string; decision?: string }
const PROPOSED = { reason: 'test', proposedAt: ago(2), decidedAt: ago(1) }

/** Inserts a decided proposal of each kind. */
const DECIDED: Record<keyof typeof TWO_PEOPLE, (by: By) => Promise<unknown>> = {
  async CertificateProposal(by) {
    const { accountId } = await insertPerson()
    const { id: certificateId } = await insertLearningRecord(accountId, `D${randomUUID().slice(0, 11)}`)
    const about = { certificateId, institutionId: await makeInstitution(), act: 'revoke', decision: 'refused' }
    return db().certificateProposal.create({ data: { ...PROPOSED, ...about, ...by } })
  },
  async RegradeProposal(by) {
    const { id: releaseId, courseId } = await makeRelease()
    const about = { courseId, questionId: 'q1', releaseId, effect: {}, decision: 'refused' }
    return db().regradeProposal.create({ data: { ...PROPOSED, ...about, ...by } })
  },
  async RegionalContact({ decision, ...by }) {
    const names = { nameArabic: 'مصلحة', nameLatin: 'Service', region: '03', service: 'shelter' }
    const said = { source: 'test', sourceDay: ago(9), state: decision ?? 'refused', refusalReason: 'test' }
    const { proposedAt, decidedAt } = PROPOSED
    const data = { ...names, ...said, ...by, proposedAt, decidedAt, institutionId: await makeInstitution() }
    return db().regionalContact.create({ data })
  },
  async EditorialProposal({ decision, ...by }) {
    const shown = { signer: 'R-7K3F', function: 'Conseillère', body: 'Cour d’appel' }
    const wording = { kind: 'lesson', textId: `course/${randomUUID()}`, summary: 's', files: [], ...shown }
    return db().editorialProposal.create({ data: { ...PROPOSED, ...wording, ...by, state: decision ?? 'rejected' } })
  },
}

describe('the proof of the other account', () => {
  const tryOn = (kept: Someone, email: string, password: string, visit = visitOf()) =>
    proveOther(mayMerge(kept), { email, password }, NO_CODE, visit)

  it('is its password; a disabled, unconfirmed or unknown account is answered like a wrong password', async () => {
    const { kept, other } = await pair()
    const disabled = await insertPerson({ password: OTHERS, disabled: true })
    const unconfirmed = await insertPerson({ password: OTHERS, confirmed: false })

    expect(await tryOn(kept, other.email, PASSWORD)).toEqual({ status: 'wrong' })
    for (const email of [disabled.email, unconfirmed.email, 'nobody@example.ma'])
      expect(await tryOn(kept, email, OTHERS)).toEqual({ status: 'wrong' })
    expect(await tryOn(kept, kept.email, PASSWORD)).toEqual({ status: 'same' })
  })

  it('is locked after wrong passwords, as at sign-in', async () => {
    const { kept, other } = await pair()
    const visit = visitOf()
    const tries = []
    for (let n = 0; n < 6; n++) tries.push((await tryOn(kept, other.email, 'faux', visit)).status)

    expect(tries.slice(0, 3)).toEqual(['wrong', 'wrong', 'wrong'])
    expect(tries.at(-1)).toBe('locked')
    expect((await tryOn(kept, other.email, OTHERS, visit)).status).toBe('locked')
  })

  it('needs a code of its second factor, which works once', async () => {
    const { kept, other } = await pair()
    const now = new Date()
    const { secret } = await setUpFor(other, new Date(now.getTime() - 600_000), OTHERS)
    const typed = { email: other.email, password: OTHERS }
    const give = (digits: string | null) =>
      proveOther(
        mayMerge(kept),
        typed,
        digits === null ? NO_CODE : { status: 'well-formed', code: { kind: 'app', digits } },
        visitOf({ now }),
      )

    expect(await give(null)).toEqual({ status: 'code', problem: 'empty' })
    expect(await give('000000')).toEqual({ status: 'code', problem: 'wrong' })
    expect((await give(codeAt(secret, now))).status).toBe('proved')
    expect(await give(codeAt(secret, now))).toEqual({ status: 'code', problem: 'wrong' })
  })

  it('accepts a passkey of that account, and does not list its passkeys', async () => {
    const { kept, other } = await pair()
    const now = new Date()
    const { device } = await passkeyFor(other, now, OTHERS)
    const { device: own } = await passkeyFor(kept, now)
    const typed = { email: other.email, password: OTHERS }
    const ask = (kind: 'prove' | 'prove-other') => askForPasskey(mayChange(kept), kind, now)
    const give = (json: string) =>
      proveOther(mayMerge(kept), typed, { status: 'well-formed', code: passkeyCode(json) }, visitOf({ now }))

    expect(await proveOther(mayMerge(kept), typed, NO_CODE, visitOf({ now }))).toMatchObject({ problem: 'empty' })
    const { challenge: forHerself } = await ask('prove')
    expect(await give(device.prove({ challenge: forHerself }))).toEqual({ status: 'code', problem: 'passkey-expired' })
    expect(await give(own.prove(await ask('prove-other')))).toEqual({ status: 'code', problem: 'passkey-wrong' })
    const asked = await ask('prove-other')
    expect(asked.allowCredentials).toEqual([])
    expect((await give(device.prove(asked))).status).toBe('proved')
    expect(await give(device.prove(asked))).toEqual({ status: 'code', problem: 'passkey-expired' })
  })

  it('holds for this account, for a day, until the password changes or the account is disabled', async () => {
    const { kept, other } = await pair()
    const token = await prove(kept, other)
    const stranger = await insertPerson()

    expect(await confirm(stranger, token)).toEqual({ status: 'expired' })
    expect(await confirm(kept, `${token}x`)).toEqual({ status: 'expired' })
    expect(await confirm(kept, token, PASSWORD, new Date(Date.now() + DAY + 60_000))).toEqual({ status: 'expired' })
    expect(await confirm(kept, token, 'faux')).toEqual({ status: 'wrong' })
    const row = await db().account.findUniqueOrThrow({ where: { id: other.accountId } })
    await setPassword(db(), other.accountId, 'changed')
    expect(await confirm(kept, token)).toEqual({ status: 'expired' })
    await setPassword(db(), other.accountId, row.passwordHash)
    await disableAccount(permitFor({ kind: 'operator' }, 'account:disable', { email: other.email }), new Date())
    expect(await confirm(kept, token)).toEqual({ status: 'expired' })
    expect(await db().account.count({ where: { id: { in: [kept.accountId, other.accountId] } } })).toBe(2)
  })
})

describe('the letter before a merger', () => {
  it('goes to the other account, and nothing but its link opens the confirmation', async () => {
    const { kept, other } = await pair({ locale: 'fr' })
    const typed = { email: other.email, password: OTHERS }
    const outcome = await proveOther(mayMerge(kept), typed, NO_CODE, visitOf())

    expect(outcome).toEqual({ status: 'proved' })
    expect(await db().mail.count({ where: { to: kept.email } })).toBe(0)
    const letters = await db().mail.findMany({ where: { to: other.email } })
    expect(letters).toMatchObject([{ kind: 'mergeConfirm', accountId: other.accountId, state: 'waiting' }])
    expect(await confirm(kept, '')).toEqual({ status: 'expired' })
  })

  it('is not sent after a wrong password or without the code of the second factor', async () => {
    const { kept, other } = await pair()
    await setUpFor(other, new Date(), OTHERS)
    for (const password of [PASSWORD, OTHERS])
      await proveOther(mayMerge(kept), { email: other.email, password }, NO_CODE, visitOf())

    expect(await db().mail.count({ where: { to: other.email, kind: 'mergeConfirm' } })).toBe(0)
  })

  it('lets her confirm on another device on which she is signed in to the same account', async () => {
    const { kept, other } = await pair()
    const token = await prove(kept, other)
    const phone = { ...kept, sessionId: await insertSession(db(), kept.accountId, new Date(Date.now() + DAY)) }

    expect(await confirm(phone, token)).toEqual({ status: 'merged' })
  })
})

describe('a confirmed merger', () => {
  it('ends every other session, stores a letter to both addresses for the job that sends, and frees the other address', async () => {
    const { kept, other } = await pair({ locale: 'fr' })
    const phone = await insertSession(db(), kept.accountId, new Date(Date.now() + DAY))
    await merge(kept, other)

    const live = async (id: string) => (await findSession(sql(), id, new Date())) !== null
    expect([await live(kept.sessionId), await live(phone), await live(other.sessionId)]).toEqual([true, false, false])
    const letters = await db().mail.findMany({ where: { to: other.email }, orderBy: { createdAt: 'asc' } })
    expect(letters).toMatchObject([
      { kind: 'mergeConfirm', accountId: kept.accountId },
      { kind: 'merged', accountId: kept.accountId, state: 'waiting' },
    ])
    expect(await db().mail.findMany({ where: { to: kept.email } })).toMatchObject([
      { kind: 'mergedInto', accountId: kept.accountId, state: 'waiting' },
    ])
    await insertPerson({ email: other.email })
  })

  it('happens once if two requests come at once, in the same or in opposite directions', async () => {
    const { kept, other } = await pair()
    const token = await prove(kept, other)
    const both = await Promise.all([confirm(kept, token), confirm(kept, token)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['expired', 'merged'])

    const one = await insertPerson({ password: OTHERS })
    const two = await insertPerson({ password: OTHERS })
    const tokens = [await prove(one, two), await prove(two, one)] as const
    const crossed = await Promise.all([confirm(one, tokens[0], OTHERS), confirm(two, tokens[1], OTHERS)])
    expect(crossed.map(({ status }) => status).toSorted()).toEqual(['expired', 'merged'])
    expect(await db().account.count({ where: { id: { in: [one.accountId, two.accountId] } } })).toBe(1)
  })

  it('is refused if, meanwhile, the account was disabled or its session ended or needs a code', async () => {
    const { kept, other } = await pair()
    const token = await prove(kept, other)
    const where = { id: kept.accountId }
    await db().account.update({ where, data: { disabledAt: new Date() } })
    expect(await confirm(kept, token)).toEqual({ status: 'expired' })
    await db().account.update({ where, data: { disabledAt: null, emailConfirmedAt: null } })
    expect(await confirm(kept, token)).toEqual({ status: 'expired' })
    await db().account.update({ where, data: { emailConfirmedAt: new Date() } })
    await setUpFor(kept, new Date())
    await db().session.update({ where: { id: kept.sessionId }, data: { provedAt: null } })
    expect(await confirm(kept, token)).toEqual({ status: 'expired' })
    await db().secondFactor.deleteMany({ where: { accountId: kept.accountId } })
    await db().session.delete({ where: { id: kept.sessionId } })
    expect(await confirm(kept, token)).toEqual({ status: 'expired' })
    expect(await db().account.count({ where: { id: other.accountId } })).toBe(1)
  })

  it('leaves both accounts as they were if it is broken off half-way', async () => {
    const { kept, other } = await pair()
    const release = await makeRelease()
    await enrol(other, release)
    const time = { hour: 9, weekday: 1, nextAt: ago(-1), createdAt: ago(1) }
    const { id } = await db().ownReminder.create({
      data: { accountId: other.accountId, courseId: release.courseId, ...time },
    })
    const token = await prove(kept, other)
    const letGo = await holdRow('OwnReminder', 'id = $1', [id])
    const merging = confirm(kept, token).catch((error: unknown) => error)
    await untilWaiting(1, merging)
    await breakOffAll()
    await letGo()

    expect(await merging).toBeInstanceOf(Error)
    expect(await db().enrolment.count({ where: { accountId: other.accountId } })).toBe(1)
    expect(await db().account.count({ where: { id: { in: [kept.accountId, other.accountId] } } })).toBe(2)
    await merge(kept, other)
    expect(await db().ownReminder.count({ where: { accountId: kept.accountId } })).toBe(1)
  })
})

describe('the page', () => {
  async function send(who: Someone, form: Record<string, string>, locale: Locale = 'fr', headers = {}) {
    await callAs(who.sessionId)
    const request = new Request(`http://localhost:3000/${locale}/account/merge`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(form),
    })
    const response = await mergeRoute.POST(request, { params: Promise.resolve({ locale }) })
    const html = await response.text()
    return { status: response.status, to: response.headers.get('location'), html, token: tokenIn(html) }
  }
  const tokenIn = (html: string) => html.match(/name="token" value="([^"]+)"/)?.[1] ?? ''
  /** The page that the link in a letter opens. */
  async function open(who: Someone, token: string, locale: Locale = 'fr') {
    await callAs(who.sessionId)
    const request = new Request(`http://localhost:3000/${locale}/account/merge?${new URLSearchParams({ token })}`)
    const response = await mergeRoute.GET(request, { params: Promise.resolve({ locale }) })
    const html = await response.text()
    return { status: response.status, headers: response.headers, html, token: tokenIn(html) }
  }
  const proving = (other: Someone) => ({ act: 'prove', email: other.email, password: OTHERS, code: '' })

  it('is reached from the account, previews what will happen in three languages, and does it', async () => {
    const { kept, other } = await pair()
    await enrol(other, await makeRelease())
    await callAs(kept.sessionId)
    const account = await getAccount(new Request('http://localhost:3000/fr/account'), {
      params: Promise.resolve({ locale: 'fr' }),
    })
    expect(await account.text()).toContain('href="/fr/account/merge"')

    for (const locale of LOCALES) {
      const t = translator(locale)
      expect(await send(kept, proving(other), locale)).toMatchObject({
        status: 303,
        to: `/${locale}/account/merge?done=sent`,
      })
      const shown = await open(kept, await tokenSentTo(other), locale)
      expect(shown.status).toBe(200)
      // The address has the proof, which no other site may see.
      expect(shown.html).toContain('<meta name="referrer" content="strict-origin"')
      for (const text of [t('merge.will'), t('merge.counts.courses', { count: '1' }), t('merge.rule.attempts')])
        expect(shown.html).toContain(escapeHtml(text))
      expect(shown.html).toContain(other.email)
      expect(shown.html).not.toContain(OTHERS)
    }
    const token = await tokenSentTo(other)
    const blank = await send(kept, { act: 'merge', token, current: '' })
    expect([blank.status, blank.token]).toEqual([400, token])
    const wrong = await send(kept, { act: 'merge', token, current: 'faux', understood: 'yes' })
    expect([wrong.status, wrong.token]).toEqual([401, token])
    const done = await send(kept, { act: 'merge', token, current: PASSWORD, understood: 'yes' })
    expect(done).toMatchObject({ status: 303, to: '/fr/account/merge?done=merged' })
    const again = await send(kept, { act: 'merge', token, current: PASSWORD, understood: 'yes' })
    const opened = await open(kept, token)
    for (const { status, html } of [again, opened]) {
      expect(status).toBe(410)
      expect(html).toContain(escapeHtml(translator('fr')('merge.expired')))
    }
  })

  it('shows the link of somebody else as expired', async () => {
    const { kept, other } = await pair()
    const token = await prove(kept, other)
    const shown = await open(await insertPerson(), token)

    expect(shown).toMatchObject({ status: 410, token: '' })
    expect(shown.html).not.toContain(other.email)
  })

  it('says why a merger is refused, and shows no form then', async () => {
    const { kept, other } = await pair()
    await giveRole(other.accountId, 'tutor', await makeInstitution())
    const shown = await open(kept, await prove(kept, other))
    expect(shown.html).toContain(escapeHtml(translator('fr')('merge.because.roles')))
    expect(shown.token).toBe('')
  })

  it('asks first for a code of the account that stays, if it has a second factor', async () => {
    const { kept, other } = await pair()
    await setUpFor(kept, new Date())
    await db().session.update({ where: { id: kept.sessionId }, data: { provedAt: null } })
    await callAs(kept.sessionId)
    const request = new Request('http://localhost:3000/fr/account/merge')
    const page = await mergeRoute.GET(request, { params: Promise.resolve({ locale: 'fr' }) })
    expect([page.status, page.headers.get('location')]).toEqual([303, '/fr/second-factor?next=%2Ffr%2Faccount%2Fmerge'])
    expect(await db().account.count({ where: { id: other.accountId } })).toBe(1)
  })

  it('keeps all but the password while it asks for the code, and then asks for the password alone', async () => {
    const { kept, other } = await pair()
    const token = await prove(kept, other)
    const { recoveryCodes } = await setUpFor(kept, new Date())
    const forms = [
      { form: proving(other), left: `value="${other.email}"` },
      {
        form: { act: 'merge', token, current: PASSWORD, understood: 'yes' },
        left: 'name="understood" checked="" value="yes"',
      },
    ]
    for (const [index, { form, left }] of forms.entries()) {
      await db().session.update({ where: { id: kept.sessionId }, data: { provedAt: null } })
      const asked = await send(kept, form)
      expect(asked.status).toBe(401)
      expect(asked.html).toContain(translator('fr')('secondFactor.ask.keptButPassword'))
      for (const secret of [PASSWORD, OTHERS]) expect(asked.html).not.toContain(secret)

      const held = asked.html.match(/name="kept-form" value="([^"]+)"/)?.[1]?.replaceAll('&quot;', '"') ?? ''
      const shown = await send(kept, { 'kept-form': held, code: recoveryCodes[index] ?? '' })
      expect(shown.status).toBe(400)
      expect(shown.html).toContain(left)
      expect(shown.html).toContain(escapeHtml(translator('fr')('fields.problems.required')))
    }
    expect(await db().account.count({ where: { id: other.accountId } })).toBe(1)
  })

  it('gives a wrong form back without any password, and takes nothing from another site or another person', async () => {
    const { kept, other } = await pair()
    const wrong = await send(kept, { ...proving(other), password: 'secret-typed' })
    expect(wrong.status).toBe(401)
    expect(wrong.html).toContain(other.email)
    expect(wrong.html).not.toContain('secret-typed')
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await send(kept, proving(other), 'fr', foreign)).status).toBe(403)
    expect((await send(kept, { act: 'other' })).status).toBe(400)
    const unconfirmed = await insertPerson({ confirmed: false })
    expect((await send(unconfirmed, proving(other))).status).toBe(403)
  })
})
