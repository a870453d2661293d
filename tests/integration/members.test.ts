import { describe, expect, it } from 'vitest'
import { readPeopleQuery } from '@/domain/cohort/people-query'
import { permitFor } from '@/server/auth/permit'
import { acceptInvitation, invitationOf } from '@/server/cohort/accept-invitation'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortPeople } from '@/server/cohort/people/cohort-people'
import { decideRequest } from '@/server/cohort/people/decide-request'
import { inviteAgain, invitePerson } from '@/server/cohort/people/invite-person'
import { transfer } from '@/server/cohort/people/transfer'
import { fillFreeSeats } from '@/server/cohort/people/waitlist'
import { withdraw } from '@/server/cohort/people/withdraw'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { db, sql } from '@/server/db/client'
import type { MemberRow } from '@/server/db/cohort/cohort-members'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { findLearner, insertEnrolment } from '@/server/db/course/learners'
import { insertPlace, makeCohort, makeSchool, mayEnrol, type School, tokenFor } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { insertPerson } from '@/tests/support/people'
import { actorNow, insertStaff } from '@/tests/support/staff'

const ADMIT = { status: 'admit' } as const
const REFUSE = { status: 'refuse', reason: 'Autre promotion' } as const
const statusOf = async ({ id }: MemberRow) => (await db().cohortMember.findUniqueOrThrow({ where: { id } })).status
const movesOf = async (memberId: string) =>
  (await db().memberMove.findMany({ where: { memberId }, orderBy: { id: 'asc' } })).map(({ from, to }) => [from, to])
const mailsOf = async (memberId: string) => (await db().mail.findMany({ where: { memberId } })).map(({ kind }) => kind)
const auditOf = async ({ id }: CohortInCourse) =>
  db().auditEntry.findMany({ where: { details: { path: ['cohortId'], equals: id } }, orderBy: { id: 'asc' } })
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const fulfilled = (taps: PromiseSettledResult<unknown>[]) => taps.filter(({ status }) => status === 'fulfilled').length

async function mayDecide(
  { administrator }: Pick<School, 'administrator'>,
  cohort: CohortInCourse,
  askedBy: string | null,
) {
  return permitFor(await actorNow(administrator), 'cohort:decide', { ...targetOf(cohort), askedBy })
}

async function mayJoin() {
  const { accountId, sessionId } = await insertPerson()
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  return permitFor(actor, 'cohort:join', {})
}

async function asking(cohort: CohortInCourse) {
  const { accountId, email } = await insertPerson()
  return { accountId, member: await insertPlace(cohort, { status: 'asked', accountId, email }) }
}

describe('an invitation that is sent again', () => {
  it('ends the earlier link, and is in the audit log', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const member = await insertPlace(cohort, { status: 'invited' })
    await inviteAgain(await mayEnrol(school, cohort), member.id, minutesAgo(5))
    const first = await tokenFor(member.id)

    await inviteAgain(await mayEnrol(school, cohort), member.id, NOW)

    expect(await invitationOf(first, NOW)).toBeNull()
    expect(await invitationOf(await tokenFor(member.id), NOW)).toMatchObject({ member: { id: member.id } })
    expect((await auditOf(cohort)).map(({ act }) => act)).toEqual([
      'cohort-created',
      'invitation-sent',
      'invitation-sent',
    ])
  })

  it('is refused for a member who is active already', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const member = await insertPlace(cohort, { status: 'active' })

    const again = inviteAgain(await mayEnrol(school, cohort), member.id, NOW)

    await expect(again).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a letter about a place', () => {
  it('goes to the account that has the place, with its names, in its language', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const account = await insertPerson({ locale: 'ar' })
    const { accountId } = account
    const place = { accountId, email: 'old@example.ma', waitsSince: minutesAgo(5) }
    const asks = await insertPlace(cohort, { status: 'asked', ...place })
    await decideRequest(await mayDecide(school, cohort, accountId), asks.id, ADMIT, NOW)
    const other = await makeCohort(school)
    const back = await insertPlace(other, { status: 'withdrawn', ...place })
    await invitePerson(await mayEnrol(school, other), back.id, NOW)
    const left = await insertPlace(other, { status: 'withdrawn', email: 'left@example.ma' })
    await invitePerson(await mayEnrol(school, other), left.id, NOW)

    const { nameArabic: name } = await db().account.findUniqueOrThrow({ where: { id: accountId } })
    const letterOf = async ({ id }: MemberRow) =>
      (await db().mail.findFirstOrThrow({ where: { memberId: id }, orderBy: { createdAt: 'desc' } })).letter
    const hers = { to: account.email, name, locale: 'ar' }
    expect(await letterOf(asks)).toMatchObject({ kind: 'admitted', ...hers })
    expect(await letterOf(back)).toMatchObject({ kind: 'invitation', ...hers })
    expect(await letterOf(left)).toMatchObject({ kind: 'invitation', to: 'left@example.ma', locale: 'fr' })
  })
})

describe('a person who is withdrawn', () => {
  it('leaves her seat to the first on the waitlist, who gets a letter', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 1 } })
    const { accountId } = await insertPerson()
    const member = await insertPlace(cohort, { status: 'active', accountId })
    const late = await insertPlace(cohort, { status: 'waiting', waitsSince: minutesAgo(1) })
    const first = await insertPlace(cohort, { status: 'waiting', waitsSince: minutesAgo(9) })

    await withdraw(await mayEnrol(school, cohort), member.id, 'Mutation', NOW)

    expect(await Promise.all([member, first, late].map(statusOf))).toEqual(['withdrawn', 'invited', 'waiting'])
    expect(await mailsOf(first.id)).toEqual(['invitation'])
    expect((await auditOf(cohort)).slice(1)).toMatchObject([
      { act: 'member-moved', subjectId: accountId, reason: 'Mutation', details: { from: 'active', to: 'withdrawn' } },
      { act: 'member-moved', details: { from: 'waiting', to: 'invited' } },
    ])
  })

  it('leaves her seat to nobody once the last day of the cohort has passed', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 1 } })
    const member = await insertPlace(cohort, { status: 'active' })
    const first = await insertPlace(cohort, { status: 'waiting' })
    const afterwards = new Date(`${cohort.endsOn}T12:00:00Z`)
    afterwards.setUTCDate(afterwards.getUTCDate() + 1)

    await withdraw(await mayEnrol(school, cohort), member.id, 'Mutation', afterwards)
    await fillFreeSeats(cohort.id, null, afterwards)

    expect(await Promise.all([member, first].map(statusOf))).toEqual(['withdrawn', 'waiting'])
    expect(await mailsOf(first.id)).toEqual([])
  })

  it('keeps her enrolment, without a cohort', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, {
      fields: { examOpensOn: '2026-12-01' },
      deadlines: { offence: '2026-11-20' },
    })
    const { accountId } = await insertPerson()
    const member = await insertPlace(cohort, { status: 'active', accountId })
    await insertEnrolment(sql(), accountId, cohort.courseId, cohort.releaseId)
    expect(await findLearner(sql(), accountId, cohort.courseId)).toMatchObject({ cohort: { name: cohort.name } })

    await withdraw(await mayEnrol(school, cohort), member.id, 'Mutation', NOW)

    expect(await findLearner(sql(), accountId, cohort.courseId)).toMatchObject({
      releaseId: cohort.releaseId,
      cohort: null,
    })
  })

  it('can no longer use the link she was sent', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const member = await insertPlace(cohort, { status: 'invited' })
    await inviteAgain(await mayEnrol(school, cohort), member.id, minutesAgo(5))
    const token = await tokenFor(member.id)

    await withdraw(await mayEnrol(school, cohort), member.id, 'Erreur', NOW)

    await expect(acceptInvitation(await mayJoin(), token, NOW)).rejects.toMatchObject({ code: 'link-expired' })
  })

  it('is withdrawn once by twenty requests at once, and one person of the waitlist is invited', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 1 } })
    const member = await insertPlace(cohort, { status: 'active' })
    for (const n of [1, 2, 3]) await insertPlace(cohort, { status: 'waiting', waitsSince: minutesAgo(n) })
    const permit = await mayEnrol(school, cohort)

    const taps = await Promise.allSettled(
      Array.from({ length: 20 }, () => withdraw(permit, member.id, 'Mutation', NOW)),
    )

    expect(fulfilled(taps)).toBe(1)
    expect(await db().cohortMember.count({ where: { cohortId: cohort.id, status: 'invited' } })).toBe(1)
    expect(await movesOf(member.id)).toEqual([
      [null, 'active'],
      ['active', 'withdrawn'],
    ])
  })

  it('either accepts or is withdrawn when both happen at once', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const permit = await mayEnrol(school, cohort)
    for (let n = 0; n < 5; n += 1) {
      const member = await insertPlace(cohort, { status: 'invited' })
      await inviteAgain(permit, member.id, minutesAgo(5))
      const [token, joining] = [await tokenFor(member.id), await mayJoin()]

      const both = await Promise.allSettled([
        acceptInvitation(joining, token, NOW),
        withdraw(permit, member.id, 'Erreur', NOW),
      ])

      const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
      expect(['link-expired', 'conflict', undefined]).toContain(refused[0])
      expect(['active', 'withdrawn']).toContain(await statusOf(member))
    }
  })
})

describe('a request', () => {
  it('is admitted with a letter, or waits where no seat is free', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 1 } })
    const [one, two] = [await asking(cohort), await asking(cohort)]

    const answers = [one, two].map(async ({ accountId, member }) =>
      decideRequest(await mayDecide(school, cohort, accountId), member.id, ADMIT, NOW),
    )

    expect((await Promise.all(answers)).toSorted()).toEqual(['admitted', 'waiting'])
    const mails = [...(await mailsOf(one.member.id)), ...(await mailsOf(two.member.id))]
    expect(mails.toSorted()).toEqual(['admitted', 'queued'])
    expect(await db().enrolment.count({ where: { accountId: { in: [one.accountId, two.accountId] } } })).toBe(1)
  })

  it('is answered only once by ten decisions at once', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const { accountId, member } = await asking(cohort)
    const permit = await mayDecide(school, cohort, accountId)

    const taps = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => decideRequest(permit, member.id, n % 2 ? ADMIT : REFUSE, NOW)),
    )

    expect(fulfilled(taps)).toBe(1)
    expect(await movesOf(member.id)).toHaveLength(2)
  })

  it('cannot be answered by the person herself, nor with the permit for another request', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const own = await insertPlace(cohort, { status: 'asked', accountId: school.administrator.accountId })
    const { member } = await asking(cohort)

    await expect(mayDecide(school, cohort, own.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    const other = decideRequest(await mayDecide(school, cohort, null), member.id, ADMIT, NOW)
    await expect(other).rejects.toMatchObject({ code: 'not-found' })
  })

  it('can be answered by a tutor, who may do nothing else', async () => {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
    const { accountId, member } = await asking(cohort)
    await insertPlace(cohort, { status: 'active' })
    const actor = await actorNow(tutor)

    const page = await cohortPeople(
      permitFor(actor, 'cohort:read', targetOf(cohort)),
      cohort,
      readPeopleQuery(new URLSearchParams()),
      'fr',
      NOW,
    )
    await decideRequest(await mayDecide({ administrator: tutor }, cohort, accountId), member.id, ADMIT, NOW)

    expect(page.people.flatMap(({ acts }) => acts)).toEqual(['admit', 'refuse'])
    expect(() => permitFor(actor, 'cohort:enrol', targetOf(cohort))).toThrow()
    expect(await statusOf(member)).toBe('active')
  })
})

describe('a transfer', () => {
  const target = { name: 'Promotion 2027-1', startsOn: '2027-02-01', endsOn: '2027-04-30' }

  it('gives her the same status, with the deadlines of the other cohort and the history in both', async () => {
    const school = await makeSchool()
    const [cohort, goal] = [await makeCohort(school), await makeCohort(school, { fields: target })]
    const { accountId, email } = await insertPerson()
    const member = await insertPlace(cohort, { status: 'active', accountId, email })
    await insertEnrolment(sql(), accountId, cohort.courseId, cohort.releaseId)

    await transfer(await mayEnrol(school, cohort), member.id, goal.id, NOW)

    const there = await db().cohortMember.findFirstOrThrow({ where: { cohortId: goal.id } })
    expect(there).toMatchObject({ accountId, email, status: 'active' })
    expect(await movesOf(member.id)).toEqual([
      [null, 'active'],
      ['active', 'transferred'],
    ])
    expect(await movesOf(there.id)).toEqual([[null, 'active']])
    expect(await findLearner(sql(), accountId, cohort.courseId)).toMatchObject({
      releaseId: cohort.releaseId,
      cohort: { name: 'Promotion 2027-1' },
    })
    expect((await auditOf(goal)).map(({ act }) => act)).toEqual(['cohort-created', 'member-moved'])
    expect(await mailsOf(there.id)).toEqual(['admitted'])
  })

  it('is refused to a full, an archived or another school’s cohort, and changes nothing then', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const cohort = await makeCohort(school)
    const full = await makeCohort(school, { fields: { ...target, seats: 1 } })
    await insertPlace(full, { status: 'invited' })
    const closed = await makeCohort(school, { fields: target })
    await archiveCohort(permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(closed)), NOW)
    const foreign = await makeCohort(other, { fields: target })
    const member = await insertPlace(cohort, { status: 'active' })
    const permit = await mayEnrol(school, cohort)

    for (const [goal, code] of [
      [full.id, 'no-seat'],
      [closed.id, 'invalid-input'],
      [foreign.id, 'invalid-input'],
      [cohort.id, 'invalid-input'],
      ['nothing', 'invalid-input'],
    ] as const) {
      await expect(transfer(permit, member.id, goal, NOW)).rejects.toMatchObject({ code })
    }
    expect(await statusOf(member)).toBe('active')
  })

  it('is refused to a cohort in which a list has given her a place already', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const goal = await makeCohort(school, { fields: { ...target, seats: 1 } })
    const { accountId, email } = await insertPerson()
    const member = await insertPlace(cohort, { status: 'active', accountId, email })
    const there = await insertPlace(goal, { status: 'invited', email })

    const moved = transfer(await mayEnrol(school, cohort), member.id, goal.id, NOW)

    await expect(moved).rejects.toMatchObject({ code: 'conflict' })
    expect(await Promise.all([member, there].map(statusOf))).toEqual(['active', 'invited'])
  })

  it('is done once by ten requests at once, and does not block one in the opposite direction', async () => {
    const school = await makeSchool()
    const [a, b] = [await makeCohort(school), await makeCohort(school, { fields: target })]
    const [one, two] = [await insertPlace(a, { status: 'active' }), await insertPlace(b, { status: 'active' })]
    const [fromA, fromB] = [await mayEnrol(school, a), await mayEnrol(school, b)]

    const taps = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => transfer(fromA, one.id, b.id, NOW)),
      transfer(fromB, two.id, a.id, NOW),
    ])

    expect(fulfilled(taps)).toBe(2)
    expect(await db().cohortMember.count({ where: { cohortId: { in: [a.id, b.id] }, status: 'active' } })).toBe(2)
  })

  it('gives a person who comes back her old place, with its history', async () => {
    const school = await makeSchool()
    const [a, b] = [await makeCohort(school), await makeCohort(school, { fields: target })]
    const member = await insertPlace(a, { status: 'active' })
    await transfer(await mayEnrol(school, a), member.id, b.id, NOW)
    const there = await db().cohortMember.findFirstOrThrow({ where: { cohortId: b.id } })

    await transfer(await mayEnrol(school, b), there.id, a.id, NOW)

    expect(await movesOf(member.id)).toEqual([
      [null, 'active'],
      ['active', 'transferred'],
      ['transferred', 'active'],
    ])
  })
})

describe('the list of people', () => {
  it('shows everyone with the state of her last letter, and filters by status and by failed letters', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const member = await insertPlace(cohort, { status: 'invited' })
    await insertPlace(cohort, { status: 'withdrawn' })
    await inviteAgain(await mayEnrol(school, cohort), member.id, NOW)
    await db().mail.updateMany({ where: { memberId: member.id }, data: { state: 'failed' } })
    const permit = permitFor(await actorNow(school.administrator), 'cohort:read', targetOf(cohort))
    const shown = async (narrowing: object) => {
      const asked = { ...readPeopleQuery(new URLSearchParams()), ...narrowing }
      const { people } = await cohortPeople(permit, cohort, asked, 'fr', NOW)
      return people.map(({ status, letter, acts }) => [status, letter, acts])
    }

    const invited = ['invited', 'failed', ['again', 'address', 'transfer', 'withdraw']]
    expect((await shown({})).toSorted()).toEqual([invited, ['withdrawn', null, ['invite']]])
    expect(await shown({ letterFailed: true })).toEqual([invited])
    expect(await shown({ status: 'withdrawn' })).toEqual([['withdrawn', null, ['invite']]])
    expect(await shown({ status: 'asked' })).toEqual([])
  })

  it('belongs to its school: nobody of another one reads or moves its people', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const tutor = await insertStaff('tutor', other.institutionId)
    const learner = await insertStaff('learner', school.institutionId)
    const cohort = await makeCohort(school)
    const member = await insertPlace(cohort, { status: 'waiting' })

    for (const person of [other.administrator, tutor, learner]) {
      const actor = await actorNow(person)
      for (const permission of ['cohort:read', 'cohort:enrol', 'cohort:remind'] as const)
        expect(() => permitFor(actor, permission, targetOf(cohort))).toThrow()
    }
    const theirs = await mayEnrol(other, await makeCohort(other))
    await expect(invitePerson(theirs, member.id, NOW)).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdraw(theirs, member.id, 'x', NOW)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('changes no more once the cohort is archived', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const member = await insertPlace(cohort, { status: 'waiting' })
    const permit = await mayEnrol(school, cohort)
    await archiveCohort(permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort)), NOW)

    await expect(invitePerson(permit, member.id, NOW)).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdraw(permit, member.id, 'x', NOW)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('invites nobody beyond the seats', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 1 } })
    const people = await Promise.all([1, 2, 3, 4].map(() => insertPlace(cohort, { status: 'waiting' })))
    const permit = await mayEnrol(school, cohort)

    const taps = await Promise.allSettled(people.map(({ id }) => invitePerson(permit, id, NOW)))

    expect(fulfilled(taps)).toBe(1)
    expect(taps).toContainEqual({ status: 'rejected', reason: expect.objectContaining({ code: 'no-seat' }) })
  })
})
