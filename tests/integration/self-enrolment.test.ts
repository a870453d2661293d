import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { entryOptions } from '@/server/cohort/entry/entry-options'
import { entryOf, renewCode } from '@/server/cohort/entry/entry-settings'
import { join, previewJoin } from '@/server/cohort/entry/join'
import { myRequests } from '@/server/cohort/entry/my-requests'
import type { Way } from '@/server/cohort/entry/open-cohort'
import { withdrawRequest } from '@/server/cohort/entry/withdraw-request'
import { decideRequest } from '@/server/cohort/people/decide-request'
import { inviteAgain } from '@/server/cohort/people/invite-person'
import { transfer } from '@/server/cohort/people/transfer'
import { withdraw } from '@/server/cohort/people/withdraw'
import { archiveCohort, changeCohort } from '@/server/cohort/save-cohort'
import { findStoredRoles } from '@/server/db/auth/roles'
import { db, sql } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { findCohort } from '@/server/db/cohort/cohorts'
import { findLearner } from '@/server/db/course/learners'
import { archiveInstitutionRow } from '@/server/db/institution/institutions'
import {
  draftOfCohort,
  type fieldsOf,
  insertPlace,
  makeCohort,
  makeSchool,
  mayEnrol,
  type School,
} from '@/tests/support/cohorts'
import { mayChangeCohort, mayJoin, openEntry } from '@/tests/support/entry'
import { NOW } from '@/tests/support/exam-room'
import { mayRead } from '@/tests/support/people'
import { actorNow, insertStaff } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

type Joiner = Awaited<ReturnType<typeof mayJoin>>
const DAY_MS = 86_400_000
const minutesOn = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const enter = ({ permit }: Joiner, way: Way, now = NOW) => join(permit, way, visitOf({ now }))
const placeOf = ({ accountId }: Joiner, cohort: CohortInCourse) =>
  db().cohortMember.findFirstOrThrow({ where: { cohortId: cohort.id, accountId } })
const statusOf = async (joiner: Joiner, cohort: CohortInCourse) => (await placeOf(joiner, cohort)).status
const movesOf = async (joiner: Joiner, cohort: CohortInCourse) => {
  const rows = await db().memberMove.findMany({
    where: { member: { cohortId: cohort.id, accountId: joiner.accountId } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ from, to, byId }) => [from, to, byId === joiner.accountId ? 'herself' : 'others'])
}
const lettersTo = async ({ email }: Joiner) =>
  (await db().mail.findMany({ where: { to: email }, orderBy: { createdAt: 'asc' } })).map(({ kind, letter }) => ({
    kind,
    ...(letter as { locale: string; about: object }),
  }))

async function decide(
  school: School,
  cohort: CohortInCourse,
  asker: Joiner,
  answer: Parameters<typeof decideRequest>[2],
) {
  const { accountId } = asker
  const target = { ...targetOf(cohort), askedBy: accountId }
  const permit = permitFor(await actorNow(school.administrator), 'cohort:decide', target)
  return decideRequest(permit, (await placeOf(asker, cohort)).id, answer, minutesOn(1))
}

async function open(fields: Parameters<typeof openEntry>[2] = {}, cohortFields: Parameters<typeof fieldsOf>[0] = {}) {
  const school = await makeSchool()
  const cohort = await makeCohort(school, { fields: cohortFields })
  return { school, cohort, code: await openEntry(school, cohort, fields) }
}

describe('a person who has the code', () => {
  it('becomes active and is enrolled, with a move and an audit entry, and without a letter', async () => {
    const { school, cohort, code } = await open()
    const her = await mayJoin({ locale: 'fr' })

    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`
    expect(await enter(her, { code: typed })).toEqual({ status: 'active', startPath: `/courses/${cohort.courseId}` })

    expect(await placeOf(her, cohort)).toMatchObject({ status: 'active', email: her.email, locale: 'fr' })
    expect(await movesOf(her, cohort)).toEqual([[null, 'active', 'herself']])
    expect(await db().auditEntry.findMany({ where: { act: 'member-moved', subjectId: her.accountId } })).toMatchObject([
      { actorId: her.accountId, institutionId: school.institutionId, details: { from: null, to: 'active' } },
    ])
    expect(await findLearner(sql(), her.accountId, cohort.courseId)).toMatchObject({
      releaseId: cohort.releaseId,
      cohort: { name: cohort.name },
    })
    expect((await findStoredRoles(sql(), her.accountId, her.sessionId)).institutions).toMatchObject([
      { institutionId: school.institutionId, role: 'learner' },
    ])
    expect(await lettersTo(her)).toEqual([])
  })

  it('changes nothing by joining again, even ten times at once', async () => {
    const { cohort, code } = await open({ approval: true })
    const her = await mayJoin()

    const presses = await Promise.all(Array.from({ length: 10 }, () => enter(her, { code })))

    expect(presses).toEqual(
      Array.from({ length: 10 }, () => ({ status: 'asked', startPath: `/courses/${cohort.courseId}` })),
    )
    expect(await movesOf(her, cohort)).toEqual([[null, 'asked', 'herself']])
    expect(await findLearner(sql(), her.accountId, cohort.courseId)).toBeNull()
  })

  it('gets the last seat alone if three people join at once, and the others wait', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { cohort, code } = await open({}, { seats: 1 })
      const people = await Promise.all([mayJoin(), mayJoin(), mayJoin()])

      const joined = await Promise.all(people.map((one) => enter(one, { code })))

      expect(joined.map(({ status }) => status).toSorted()).toEqual(['active', 'waiting', 'waiting'])
      expect(await db().enrolment.count({ where: { accountId: { in: people.map((one) => one.accountId) } } })).toBe(1)
      expect(await db().cohortMember.count({ where: { cohortId: cohort.id } })).toBe(3)
    }
  })

  it('does not overtake the waitlist if a seat happens to be free', async () => {
    const { cohort, code } = await open({}, { seats: 2 })
    await insertPlace(cohort, { status: 'waiting' })
    const her = await mayJoin()

    expect(await enter(her, { code })).toMatchObject({ status: 'waiting' })
  })

  it('takes the seat kept for her address, which ends the link of the invitation', async () => {
    const { school, cohort, code } = await open({ approval: true }, { seats: 1 })
    const her = await mayJoin()
    const place = await insertPlace(cohort, { status: 'invited', email: her.email })
    await inviteAgain(await mayEnrol(school, cohort), place.id, NOW)

    expect(await enter(her, { code }, minutesOn(1))).toMatchObject({ status: 'active' })

    expect(await movesOf(her, cohort)).toEqual([
      [null, 'invited', 'others'],
      ['invited', 'active', 'herself'],
    ])
    expect(await db().invitation.count({ where: { memberId: place.id, expiresAt: { gt: minutesOn(1) } } })).toBe(0)
  })

  it('keeps the waitlist place that an import gave her, and is linked to it', async () => {
    const { cohort, code } = await open({}, { seats: 1 })
    await insertPlace(cohort, { status: 'active' })
    const her = await mayJoin()
    await insertPlace(cohort, { status: 'waiting', email: her.email })

    expect(await enter(her, { code })).toMatchObject({ status: 'waiting' })
    expect(await movesOf(her, cohort)).toHaveLength(1)
  })

  it('does not take the place of her address from another account', async () => {
    const { cohort, code } = await open()
    const [her, other] = [await mayJoin(), await mayJoin()]
    await insertPlace(cohort, { status: 'active', email: her.email, accountId: other.accountId })

    expect(await enter(her, { code })).toEqual({ status: 'elsewhere' })
    expect(await previewJoin(her.permit, { code }, visitOf({ now: NOW }))).toEqual({ status: 'elsewhere' })
  })
})

describe('nothing opens', () => {
  it.each<[string, (of: Awaited<ReturnType<typeof open>>) => Promise<unknown>]>([
    ['an archived cohort', async ({ school, cohort }) => archiveCohort(await mayChangeCohort(school, cohort), NOW)],
    [
      'a cohort that is over',
      async ({ cohort }) =>
        db().cohort.update({ where: { id: cohort.id }, data: { endsOn: new Date(NOW.getTime() - 2 * DAY_MS) } }),
    ],
    [
      'a cohort of an archived institution',
      async ({ school }) => archiveInstitutionRow(db(), school.institutionId, NOW),
    ],
    ['a cohort that was closed again', async ({ school, cohort }) => openEntry(school, cohort, { way: 'closed' })],
    [
      'a cohort that only addresses open',
      async ({ school, cohort }) => openEntry(school, cohort, { way: 'domain', domains: ['x.example'] }),
    ],
    ['a code that was replaced', async ({ school, cohort }) => renewCode(await mayChangeCohort(school, cohort), NOW)],
  ])('%s', async (_, close) => {
    const of = await open()
    await close(of)
    const her = await mayJoin()

    expect(await previewJoin(her.permit, { code: of.code }, visitOf({ now: NOW }))).toEqual({ status: 'closed' })
    expect(await enter(her, { code: of.code })).toEqual({ status: 'closed' })
    expect(await db().cohortMember.count({ where: { cohortId: of.cohort.id } })).toBe(0)
  })

  it.each<[string, Way]>([
    ['an unknown code', { code: '2345-6789' }],
    ['what is no code', { code: "'; drop table" }],
    ['no cohort', { cohortId: randomUUID() }],
    ['no id', { cohortId: 'none' }],
  ])('%s', async (_, way) => {
    expect(await enter(await mayJoin(), way)).toEqual({ status: 'closed' })
  })

  it('with the id of a cohort that only a code or another domain opens', async () => {
    const { cohort } = await open()
    const other = await open({ way: 'domain', domains: ['cour.example'] })
    const her = await mayJoin()

    expect(await enter(her, { cohortId: cohort.id })).toEqual({ status: 'closed' })
    expect(await enter(her, { cohortId: other.cohort.id })).toEqual({ status: 'closed' })
  })

  it('after too many tries by account or by address, until the time is over', async () => {
    const { code } = await open()
    const her = await mayJoin()
    for (let n = 0; n < LIMITS.join.hits; n += 1) await enter(her, { code: '2345-6789' })

    await expect(enter(her, { code })).rejects.toMatchObject({ code: 'too-many-requests' })
    await expect(previewJoin(her.permit, { code }, visitOf({ now: NOW }))).rejects.toMatchObject({
      code: 'too-many-requests',
    })
    expect(await enter(await mayJoin(), { code })).toMatchObject({ status: 'active' })
    expect(await enter(her, { code }, minutesOn(LIMITS.join.seconds / 60))).toMatchObject({ status: 'active' })

    const visit = visitOf({ now: NOW })
    let tried: Joiner[] = []
    for (let n = 0; n < LIMITS['join-address'].hits; n += 1) {
      if (n % LIMITS.join.hits === 0) tried = [await mayJoin()]
      for (const { permit } of tried) await join(permit, { code: '2345-6789' }, visit)
    }
    await expect(join((await mayJoin()).permit, { code }, visit)).rejects.toMatchObject({ code: 'too-many-requests' })
  })
})

describe('a person with an address of the institution', () => {
  const domain = () => `${randomUUID()}.example`

  it('sees the cohorts that it opens, and no other, the next to start first', async () => {
    const [own, other] = [domain(), domain()]
    const later = await open({ way: 'domain', domains: [own] }, { startsOn: '2026-12-01' })
    const sooner = await open({ way: 'both', domains: [other, own] })
    await open({ way: 'domain', domains: [other] })
    await open({ way: 'code', domains: [own] })
    const over = await open({ way: 'domain', domains: [own] }, { startsOn: '2026-01-05', endsOn: '2026-02-05' })
    const her = await mayJoin({ email: `${randomUUID()}@${own}` })

    const seen = await entryOptions(her.permit, NOW)

    expect(seen.map(({ cohort }) => cohort.id)).toEqual([sooner.cohort.id, later.cohort.id])
    expect(seen[0]).toMatchObject({
      title: { fr: expect.any(String) },
      institution: { id: sooner.school.institutionId },
    })
    expect(await enter(her, { cohortId: later.cohort.id })).toMatchObject({ status: 'active' })
    expect(await enter(her, { cohortId: over.cohort.id })).toEqual({ status: 'closed' })
  })
})

describe('a request', () => {
  it('that is refused tells her why, in her language, and may be made again', async () => {
    const { school, cohort, code } = await open({ approval: true })
    const her = await mayJoin({ locale: 'fr' })
    await enter(her, { code })

    await decide(school, cohort, her, { status: 'refuse', reason: 'Réservée aux attachés' })

    expect(await lettersTo(her)).toMatchObject([
      { kind: 'refused', locale: 'fr', about: { reason: 'Réservée aux attachés', cohort: cohort.name } },
    ])
    expect(await myRequests(mayRead(her))).toMatchObject([
      { status: 'refused', reason: 'Réservée aux attachés', place: null },
    ])
    await openEntry(school, cohort, { approval: false })
    expect(await enter(her, { code }, minutesOn(5))).toMatchObject({ status: 'asked' })
  })

  it('that is accepted without a seat waits, then gets the first free seat, each time with a letter', async () => {
    const { school, cohort, code } = await open({ approval: true }, { seats: 1 })
    const seated = await insertPlace(cohort, { status: 'active' })
    const her = await mayJoin({ locale: 'en' })
    await enter(her, { code })

    expect(await decide(school, cohort, her, { status: 'admit' })).toBe('waiting')
    await withdraw(await mayEnrol(school, cohort), seated.id, 'Mutation', minutesOn(2))

    expect((await lettersTo(her)).map(({ kind, locale }) => [kind, locale])).toEqual([
      ['queued', 'en'],
      ['admitted', 'en'],
    ])
    expect(await movesOf(her, cohort)).toEqual([
      [null, 'asked', 'herself'],
      ['asked', 'waiting', 'others'],
      ['waiting', 'active', 'others'],
    ])
    expect(await findLearner(sql(), her.accountId, cohort.courseId)).not.toBeNull()
  })

  it('can be taken back by the person herself, and by nobody else', async () => {
    const { school, cohort, code } = await open({ approval: true })
    const [her, other] = [await mayJoin(), await mayJoin()]
    await enter(her, { code })
    const { id } = await placeOf(her, cohort)

    for (const memberId of [id, randomUUID(), 'none'])
      await expect(withdrawRequest(other.permit, memberId, NOW)).rejects.toMatchObject({ code: 'not-found' })
    await Promise.all([1, 2, 3].map(() => withdrawRequest(her.permit, id, minutesOn(1))))

    expect(await movesOf(her, cohort)).toEqual([
      [null, 'asked', 'herself'],
      ['asked', 'withdrawn', 'herself'],
    ])
    expect(await myRequests(mayRead(her))).toEqual([])
    await openEntry(school, cohort, { approval: false })
    expect(await enter(her, { code }, minutesOn(2))).toMatchObject({ status: 'active' })
    await expect(withdrawRequest(her.permit, id, minutesOn(3))).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is either taken back or answered when both happen at once', async () => {
    const { school, cohort, code } = await open({ approval: true })
    for (let round = 0; round < 5; round += 1) {
      const her = await mayJoin()
      await enter(her, { code })
      const { id } = await placeOf(her, cohort)

      const both = await Promise.allSettled([
        withdrawRequest(her.permit, id, minutesOn(1)),
        decide(school, cohort, her, { status: 'admit' }),
      ])

      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await movesOf(her, cohort)).toHaveLength(2)
    }
  })
})

describe('a person whom staff withdrew', () => {
  it('needs approval to come back, also after she has taken back a request', async () => {
    const { school, cohort, code } = await open()
    const her = await mayJoin()
    await enter(her, { code })
    const { id } = await placeOf(her, cohort)
    await withdraw(await mayEnrol(school, cohort), id, 'Mutation', minutesOn(1))

    expect(await enter(her, { code }, minutesOn(2))).toMatchObject({ status: 'asked' })
    await withdrawRequest(her.permit, id, minutesOn(3))
    expect(await enter(her, { code }, minutesOn(4))).toMatchObject({ status: 'asked' })
    await decide(school, cohort, her, { status: 'admit' })

    expect(await statusOf(her, cohort)).toBe('active')
    expect((await movesOf(her, cohort)).map(([, to]) => to)).toEqual([
      'active',
      'withdrawn',
      'asked',
      'withdrawn',
      'asked',
      'active',
    ])
  })

  it('needs approval after a transfer too, but not in the cohort to which she was transferred', async () => {
    const { school, cohort, code } = await open()
    const goal = await makeCohort(school)
    const goalCode = await openEntry(school, goal)
    const her = await mayJoin()
    await enter(her, { code })
    await transfer(await mayEnrol(school, cohort), (await placeOf(her, cohort)).id, goal.id, minutesOn(1))

    expect(await enter(her, { code }, minutesOn(2))).toMatchObject({ status: 'asked' })
    expect(await enter(her, { code: goalCode }, minutesOn(2))).toMatchObject({ status: 'active' })
  })
})

describe('the waitlist', () => {
  it('moves up in order when there are more seats: people who asked become active, imported people are invited', async () => {
    const { school, cohort, code } = await open({}, { seats: 1 })
    await insertPlace(cohort, { status: 'active' })
    const first = await mayJoin()
    await enter(first, { code }, minutesOn(1))
    const listed = await insertPlace(cohort, { status: 'waiting', waitsSince: minutesOn(2) })
    const [third, last] = [await mayJoin(), await mayJoin()]
    await enter(third, { code }, minutesOn(3))
    await enter(last, { code }, minutesOn(4))
    const requestOf = async (joiner: Joiner) => (await myRequests(mayRead(joiner)))[0]
    expect(await Promise.all([first, third, last].map(requestOf))).toMatchObject([
      { place: 1 },
      { place: 3 },
      { place: 4 },
    ])

    await reseat(school, cohort, 4)

    expect(await Promise.all([first, third, last].map((one) => statusOf(one, cohort)))).toEqual([
      'active',
      'active',
      'waiting',
    ])
    expect(await db().cohortMember.findUniqueOrThrow({ where: { id: listed.id } })).toMatchObject({ status: 'invited' })
    expect((await lettersTo(first)).map(({ kind }) => kind)).toEqual(['admitted'])
    expect(await requestOf(last)).toMatchObject({ place: 1 })
  })

  it('moves up everybody, beyond one batch, when the limit of seats is lifted', async () => {
    const { school, cohort } = await open({}, { seats: 1 })
    await insertPlace(cohort, { status: 'active' })
    await Promise.all(Array.from({ length: 60 }, () => insertPlace(cohort, { status: 'waiting' })))

    await reseat(school, cohort, null)

    expect(await db().cohortMember.count({ where: { cohortId: cohort.id, status: 'invited' } })).toBe(60)
  })

  it('fills exactly the free seats when people leave and come at once', async () => {
    const { school, cohort, code } = await open({}, { seats: 2 })
    const seated = await Promise.all([1, 2].map(() => insertPlace(cohort, { status: 'active' })))
    const waiting = await Promise.all([mayJoin(), mayJoin(), mayJoin()])
    for (const [minute, one] of waiting.entries()) await enter(one, { code }, minutesOn(minute))
    const permit = await mayEnrol(school, cohort)
    const late = await mayJoin()

    await Promise.all([
      ...seated.map(({ id }) => withdraw(permit, id, 'Mutation', minutesOn(9))),
      enter(late, { code }, minutesOn(9)),
    ])

    expect(await Promise.all([...waiting, late].map((one) => statusOf(one, cohort)))).toEqual([
      'active',
      'active',
      'waiting',
      'waiting',
    ])
  })
})

describe('the entry of a cohort', () => {
  it('is closed at first, and keeps its code until the code is replaced', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const permit = await mayChangeCohort(school, cohort)
    expect(await entryOf(permit)).toEqual({ way: 'closed', code: null, domains: [], approval: true })
    await expect(renewCode(permit, NOW)).rejects.toMatchObject({ code: 'conflict' })

    const code = await openEntry(school, cohort)
    await openEntry(school, cohort, { way: 'closed' })
    expect(await openEntry(school, cohort, { way: 'both', domains: ['cour.example'], approval: true })).toBe(code)
    await renewCode(permit, NOW)

    const entry = await entryOf(permit)
    expect(entry).toMatchObject({ way: 'both', domains: ['cour.example'], approval: true })
    expect(entry.code).toMatch(/^[2-9A-HJ-KM-NP-TV-Z]{8}$/)
    expect(entry.code).not.toBe(code)
    const audit = await db().auditEntry.findMany({
      where: { institutionId: school.institutionId, act: { startsWith: 'entry-' } },
      orderBy: { id: 'asc' },
    })
    expect(audit.map(({ act }) => act)).toEqual([...Array(3).fill('entry-changed'), 'entry-code-renewed'])
    expect(JSON.stringify(audit, (_, value) => (typeof value === 'bigint' ? '' : value))).not.toContain(code)
  })

  it('can be changed by administrators and read by tutors, but not by another school', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
    const code = await openEntry(school, cohort)
    const actor = await actorNow(tutor)

    expect(await entryOf(permitFor(actor, 'cohort:read', targetOf(cohort)))).toMatchObject({ code })
    expect(() => permitFor(actor, 'cohort:change', targetOf(cohort))).toThrow()
    await expect(mayChangeCohort(other, cohort)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('changes no more once the cohort is archived', async () => {
    const { school, cohort } = await open()
    const permit = await mayChangeCohort(school, cohort)
    await archiveCohort(permit, NOW)

    await expect(openEntry(school, cohort)).rejects.toMatchObject({ code: 'conflict' })
    await expect(renewCode(permit, NOW)).rejects.toMatchObject({ code: 'conflict' })
  })
})

async function reseat(school: School, { id, courseId }: CohortInCourse, seats: number | null): Promise<void> {
  const cohort = await findCohort(sql(), id)
  if (!cohort) throw new Error('no cohort')
  const draft = draftOfCohort([courseId], { fields: { seats } })
  await changeCohort(await mayChangeCohort(school, cohort), draft, minutesOn(10))
}
