import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getAct, POST as postAct } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/act/[act]/route'
import { POST as postChoice } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/act/route'
import { GET as getCohort } from '@/app/[locale]/(teach)/cohorts/[cohort]/route'
import { GET as getDesk } from '@/app/[locale]/(teach)/desk/route'
import type { ManyAct } from '@/domain/cohort/many-acts'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { inviteAgain } from '@/server/cohort/people/invite-person'
import { assessMembers } from '@/server/cohort/people/many/assess-members'
import { runBatch, runPeopleSets } from '@/server/cohort/people/many/run-sets'
import { db, sql } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { findPeopleSet } from '@/server/db/cohort/people-sets'
import type { Sql } from '@/server/db/sql'
import { insertParticipant, insertPlace, makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

type Who = { accountId: string; sessionId: string }
const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const RUNNING = { startsOn: day(-30), endsOn: day(60) }
const HOUR_MS = 3_600_000

function send(path: string, fields: [string, string][]): Request {
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
  return new Request(ORIGIN + path, { method: 'POST', headers, body: new URLSearchParams(fields) })
}
const at = <P>(params: P) => ({ params: Promise.resolve({ locale: 'fr', ...params }) })

/** Ticks people, or everybody that the query finds. @returns the response, and the key of the choice. */
async function choose(who: Who, cohort: CohortRow, act: ManyAct, chosen: readonly string[] | 'all', query = '') {
  await callAs(who.sessionId)
  const ticked: [string, string][] = chosen === 'all' ? [['all', 'yes']] : chosen.map((id) => ['who', id])
  const path = `/fr/cohorts/${cohort.id}/people/act${query}`
  const response = await postChoice(send(path, [['act', act], ...ticked]), at({ cohort: cohort.id }))
  const location = response.headers.get('location') ?? ''
  return { status: response.status, location, key: new URL(location, ORIGIN).searchParams.get('set') ?? '' }
}

const pathOf = (cohort: CohortRow, act: ManyAct, key: string) => `/fr/cohorts/${cohort.id}/people/act/${act}?set=${key}`

async function read(who: Who, cohort: CohortRow, act: ManyAct, key: string, more = '') {
  await callAs(who.sessionId)
  const response = await getAct(new Request(ORIGIN + pathOf(cohort, act, key) + more), at({ cohort: cohort.id, act }))
  return { status: response.status, location: response.headers.get('location'), html: await response.text() }
}

async function confirm(
  who: Who,
  cohort: CohortRow,
  act: ManyAct,
  key: string,
  fields: Record<string, string> = { none: '' },
) {
  await callAs(who.sessionId)
  const request = send(pathOf(cohort, act, key), Object.entries(fields))
  const response = await postAct(request, at({ cohort: cohort.id, act }))
  return { status: response.status, location: response.headers.get('location'), html: await response.text() }
}

const statusesOf = async (cohort: CohortRow) => {
  const rows = await db().cohortMember.groupBy({ by: ['status'], where: { cohortId: cohort.id }, _count: true })
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]))
}
const lettersTo = (memberId: string, kind: string) => db().mail.count({ where: { memberId, kind } })
const outcomesOf = async (setId: string) =>
  Object.fromEntries(
    (await db().chosenMember.findMany({ where: { setId } })).map(({ memberId, left, outcome }) => [
      memberId,
      left ?? outcome,
    ]),
  )

async function invited(count: number) {
  const school = await makeSchool()
  const cohort = await makeCohort(school, { fields: RUNNING })
  const people = []
  for (let n = 0; n < count; n += 1) people.push(await insertPlace(cohort, { status: 'invited' }))
  return { school, cohort, people, ids: people.map(({ id }) => id) }
}

describe('an act on many people', () => {
  it('leads from the work page and the cohort’s page to its confirmation, with the people chosen', async () => {
    const { school, cohort, ids } = await invited(3)
    const [long = '', again = ''] = ids
    await db().cohortMember.updateMany({ where: { cohortId: cohort.id }, data: { statusSince: new Date(day(-9)) } })
    await db().cohortMember.updateMany({ where: { id: { notIn: [long, again] } }, data: { statusSince: new Date() } })
    const sent = { memberId: again, hash: again, createdAt: new Date(day(-3)), expiresAt: new Date(day(9)) }
    await db().invitation.create({ data: sent })
    await callAs(school.administrator.sessionId)
    const desk = await (await getDesk(new Request(`${ORIGIN}/fr/desk`), at({}))).text()
    const page = await getCohort(new Request(`${ORIGIN}/fr/cohorts/${cohort.id}`), at({ cohort: cohort.id }))
    const dashboard = await page.text()

    const pressed = async (html: string) => {
      const action = `/fr/cohorts/${cohort.id}/people/act?status=invited`
      const form = html.split(`action="${action}"`)[1]?.split('</form>')[0] ?? ''
      const fields = [...form.matchAll(/name="(\w+)" value="(\w+)"/g)].map(([, name = '', value = '']) => [name, value])
      const response = await postChoice(send(action, fields as [string, string][]), at({ cohort: cohort.id }))
      const location = response.headers.get('location') ?? ''
      const key = new URL(location, ORIGIN).searchParams.get('set') ?? ''
      expect(location).toBe(pathOf(cohort, 'again', key))
      return read(school.administrator, cohort, 'again', key)
    }
    expect((await pressed(desk)).html).toContain(fr('cohorts.many.again.button', { count: 1 }))
    expect((await pressed(dashboard)).html).toContain(fr('cohorts.many.again.button', { count: 3 }))
    expect(await db().mail.count({ where: { member: { cohortId: cohort.id } } })).toBe(0)
  })

  it('shows how many people it concerns, whom it leaves out, why, and the letter, before it is done', async () => {
    const { school, cohort, people, ids } = await invited(3)
    const [first, , last] = people
    if (!first || !last) throw new Error('nobody')
    await inviteAgain(await mayEnrol(school, cohort), last.id, new Date())
    await db().cohortMember.update({ where: { id: first.id }, data: { locale: 'ar' } })
    const active = await insertParticipant(cohort, { nameLatin: '<b>Rim</b> Alami' })

    const { status, location, key } = await choose(school.administrator, cohort, 'again', [...ids, active.memberId])
    expect([status, location]).toEqual([303, pathOf(cohort, 'again', key)])
    const { html } = await read(school.administrator, cohort, 'again', key)

    expect(html).toContain(fr('cohorts.many.again.title', { count: 2 }))
    expect(html).toContain(fr('cohorts.many.again.button', { count: 2 }))
    expect(html).toContain(fr('cohorts.many.leftOut', { count: 2, total: '4' }))
    expect(html).toContain(fr('cohorts.many.left.recent'))
    expect(html).toContain(fr('cohorts.many.left.status'))
    expect(html).not.toContain('<b>Rim</b>')
    expect(html).toContain(
      translator('ar')('mail.invitation.subject', { institution: '', course: '', cohort: cohort.name }).slice(0, 8),
    )
    expect(html.match(/class="letter/g)).toHaveLength(2)
    // The preview has sent nothing.
    expect(await lettersTo(first.id, 'invitation')).toBe(0)
  })

  it('is done once if it is confirmed twice at once and again later', async () => {
    const { school, cohort, ids } = await invited(2)
    const { key } = await choose(school.administrator, cohort, 'again', ids)

    const presses = [1, 2].map(() => confirm(school.administrator, cohort, 'again', key))
    for (const { status, location } of await Promise.all(presses)) {
      expect([status, location]).toEqual([303, pathOf(cohort, 'again', key)])
    }
    await confirm(school.administrator, cohort, 'again', key)

    for (const id of ids) expect(await lettersTo(id, 'invitation')).toBe(1)
    const { html } = await read(school.administrator, cohort, 'again', key)
    expect(html).toContain(fr('cohorts.many.again.done', { count: 2 }))
    expect(
      await db().auditEntry.count({ where: { actorId: school.administrator.accountId, act: 'many-acted-on' } }),
    ).toBe(1)
  })

  it('goes on with 1,000 people where it was killed, and does nothing twice', async () => {
    const { school, cohort } = await invited(0)
    await db().cohortMember.createMany({
      data: Array.from({ length: 1000 }, (_, n) => ({
        ...{ cohortId: cohort.id, email: `p${n}.${cohort.id}@court.example`, nameArabic: '', nameLatin: `P ${n}` },
        ...{ function: '', locale: 'fr', status: 'invited' },
      })),
    })
    const { key } = await choose(school.administrator, cohort, 'again', 'all', '?status=invited')
    await confirm(school.administrator, cohort, 'again', key)
    expect(await db().mail.count({ where: { member: { cohortId: cohort.id } } })).toBe(50)
    const set = await findPeopleSet(db(), key)
    if (!set) throw new Error('no set')

    // The process dies in the middle of a batch: its transaction is rolled back.
    const dying = vi.spyOn(Date.prototype, 'toISOString').mockImplementationOnce(() => {
      throw new Error('killed')
    })
    await expect(runBatch(set, new Date())).rejects.toThrow('killed')
    dying.mockRestore()
    expect(await db().mail.count({ where: { member: { cohortId: cohort.id } } })).toBe(50)
    await runBatch(set, new Date())
    expect(await db().mail.count({ where: { member: { cohortId: cohort.id } } })).toBe(100)
    // Two servers continue at the same time.
    await Promise.all([runPeopleSets(), runPeopleSets()])

    const letters = await db().mail.groupBy({
      by: ['memberId'],
      where: { member: { cohortId: cohort.id } },
      _count: true,
    })
    expect(letters).toHaveLength(1000)
    expect(letters.every(({ _count }) => _count === 1)).toBe(true)
    expect((await findPeopleSet(db(), key))?.endedAt).not.toBeNull()
    const { html } = await read(school.administrator, cohort, 'again', key)
    expect(html).toContain(fr('cohorts.many.again.done', { count: 1000 }))
  }, 120_000)

  it('goes on with the others if it fails for one person, and names her', async () => {
    const { school, cohort, people, ids } = await invited(4)
    const [, bad] = people
    if (!bad) throw new Error('nobody')
    const { key } = await choose(school.administrator, cohort, 'again', ids)
    await db().peopleSet.update({ where: { id: key }, data: { startedAt: new Date() } })
    expect((await read(school.administrator, cohort, 'again', key)).html).not.toContain(fr('cohorts.many.left.broken'))
    const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
    await db().$executeRawUnsafe(
      `alter table "Mail" add constraint none_to_her check ("memberId" is distinct from '${bad.id}') not valid`,
    )

    await runPeopleSets().finally(() => db().$executeRaw`alter table "Mail" drop constraint none_to_her`)
    const said = lines.mock.calls.flat().join('')
    lines.mockRestore()

    expect(await outcomesOf(key)).toEqual(Object.fromEntries(ids.map((id) => [id, id === bad.id ? 'broken' : 'done'])))
    for (const id of ids) expect(await lettersTo(id, 'invitation')).toBe(id === bad.id ? 0 : 1)
    expect((await findPeopleSet(db(), key))?.endedAt).not.toBeNull()
    expect(said).toContain(`"member":"${bad.id}"`)
    const { html } = await read(school.administrator, cohort, 'again', key)
    expect(html).toContain(fr('cohorts.many.left.broken'))
  })

  it('leaves out a person whose status has changed meanwhile, and names her', async () => {
    const { school, cohort, people, ids } = await invited(2)
    const [first, second] = people
    if (!first || !second) throw new Error('nobody')
    const colleague = await insertStaff('administrator', school.institutionId)
    const mine = await choose(school.administrator, cohort, 'withdraw', ids)
    const hers = await choose(colleague, cohort, 'again', ids)

    expect((await confirm(colleague, cohort, 'again', hers.key)).status).toBe(303)
    await db().cohortMember.update({ where: { id: second.id }, data: { status: 'active' } })
    const before = await read(school.administrator, cohort, 'withdraw', mine.key)
    expect(before.html).toContain(fr('cohorts.many.withdraw.button', { count: 1 }))
    await confirm(school.administrator, cohort, 'withdraw', mine.key, { reason: 'désistement' })

    expect(await statusesOf(cohort)).toEqual({ withdrawn: 1, active: 1 })
    expect(await outcomesOf(mine.key)).toEqual({ [first.id]: 'done', [second.id]: 'changed' })
    const { html } = await read(school.administrator, cohort, 'withdraw', mine.key)
    expect(html).toContain(fr('cohorts.many.left.changed'))
    expect(html).toContain(`people/${second.id}`)
  })

  it('covers all people of a search result, not only those on the page that is shown', async () => {
    const { school, cohort } = await invited(0)
    for (let n = 0; n < 52; n += 1)
      await insertPlace(cohort, { status: 'invited', email: `t${n}.${cohort.id}@a.example` })
    await insertPlace(cohort, { status: 'invited', email: `x.${cohort.id}@b.example` })

    const { key } = await choose(school.administrator, cohort, 'again', 'all', '?q=a.example')
    expect(await db().chosenMember.count({ where: { setId: key } })).toBe(52)
  })
})

describe('a choice of people', () => {
  it('is kept for an hour', async () => {
    const { school, cohort, ids } = await invited(1)
    const { key } = await choose(school.administrator, cohort, 'again', ids)
    const people = `/fr/cohorts/${cohort.id}/people?done=expired`
    await db().peopleSet.update({ where: { id: key }, data: { createdAt: new Date(Date.now() - HOUR_MS - 1000) } })

    expect(await read(school.administrator, cohort, 'again', key)).toMatchObject({ status: 303, location: people })
    expect(await confirm(school.administrator, cohort, 'again', key)).toMatchObject({ status: 303, location: people })
    expect(await lettersTo(ids[0] ?? '', 'invitation')).toBe(0)
  })

  it('works only for the person who made it, in its cohort and for its act', async () => {
    const { school, cohort, ids } = await invited(1)
    const { key } = await choose(school.administrator, cohort, 'again', ids)
    const other = await makeCohort(school, { fields: RUNNING })
    const colleague = await insertStaff('administrator', school.institutionId)

    for (const [who, where, act, set] of [
      [colleague, cohort, 'again', key],
      [school.administrator, other, 'again', key],
      [school.administrator, cohort, 'transfer', key],
      [school.administrator, cohort, 'again', 'none'],
      [school.administrator, cohort, 'again', ''],
    ] as const) {
      const people = `/fr/cohorts/${where.id}/people?done=expired`
      expect(await confirm(who, where, act, set, { goal: other.id })).toMatchObject({ status: 303, location: people })
    }
    expect(await lettersTo(ids[0] ?? '', 'invitation')).toBe(0)
  })

  it('holds nobody of another institution, whatever is sent', async () => {
    const { school, cohort } = await invited(0)
    const theirs = await invited(1)
    const people = `/fr/cohorts/${cohort.id}/people`

    for (const ids of [theirs.ids, [], ['no-id', '%']]) {
      expect(await choose(school.administrator, cohort, 'again', ids)).toMatchObject({
        location: `${people}?done=nobody`,
      })
    }
    expect((await choose(theirs.school.administrator, cohort, 'again', 'all')).status).toBe(403)
    expect((await choose(await insertPerson(), cohort, 'again', 'all')).status).toBe(403)
  })

  it('can be made by a tutor only for the acts that she may do', async () => {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { fields: RUNNING, tutorIds: [tutor.accountId] })
    const asking = await insertPerson()
    const hers = await insertPlace(cohort, { status: 'asked', accountId: asking.accountId, email: asking.email })
    const own = await insertPlace(cohort, { status: 'asked', accountId: tutor.accountId })

    for (const act of ['again', 'withdraw', 'transfer'] as const) {
      expect((await choose(tutor, cohort, act, [hers.id])).status).toBe(403)
      expect((await confirm(tutor, cohort, act, 'none')).status).toBe(403)
    }
    const { key } = await choose(tutor, cohort, 'admit', [hers.id, own.id])
    await confirm(tutor, cohort, 'admit', key)
    expect(await outcomesOf(key)).toEqual({ [hers.id]: 'done', [own.id]: 'own' })
    expect(await lettersTo(hers.id, 'admitted')).toBe(1)
  })

  it('sends no invitation once the cohort is over, and withdraws nobody once it is archived', async () => {
    const { school, cohort, ids } = await invited(1)
    const kept = await choose(school.administrator, cohort, 'withdraw', ids)
    await db().cohort.update({ where: { id: cohort.id }, data: { endsOn: new Date(`${day(-2)}T00:00:00Z`) } })
    expect((await choose(school.administrator, cohort, 'again', ids)).status).toBe(409)
    expect((await choose(school.administrator, cohort, 'withdraw', ids)).status).toBe(303)
    await db().cohort.update({ where: { id: cohort.id }, data: { archivedAt: new Date() } })

    expect((await choose(school.administrator, cohort, 'withdraw', ids)).status).toBe(409)
    expect((await confirm(school.administrator, cohort, 'withdraw', kept.key, { reason: 'x' })).status).toBe(409)
    expect(await statusesOf(cohort)).toEqual({ invited: 1 })
  })
})

describe('many people', () => {
  it('are withdrawn only with a reason and a fresh code, and their seats go to the waitlist', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { ...RUNNING, seats: 2 } })
    const ids = [
      await insertPlace(cohort, { status: 'invited' }),
      await insertPlace(cohort, { status: 'invited' }),
    ].map(({ id }) => id)
    const waiting = await insertPlace(cohort, { status: 'waiting' })
    const { sessionId } = school.administrator
    const { key } = await choose(school.administrator, cohort, 'withdraw', ids)
    const fresh = await db().session.findUniqueOrThrow({ where: { id: sessionId } })
    await db().session.update({ where: { id: sessionId }, data: { provedAt: new Date(Date.now() - HOUR_MS) } })
    const asked = await confirm(school.administrator, cohort, 'withdraw', key, { reason: 'désistement' })
    expect(asked.status).toBe(401)
    expect(asked.html).toContain(`act/withdraw?set=${key}`)
    expect(asked.html).toContain('désistement')
    await db().session.update({ where: { id: sessionId }, data: { provedAt: fresh.provedAt } })

    expect((await confirm(school.administrator, cohort, 'withdraw', key, { reason: ' ' })).status).toBe(400)
    await confirm(school.administrator, cohort, 'withdraw', key, { reason: 'désistement' })

    expect(await statusesOf(cohort)).toEqual({ withdrawn: 2, invited: 1 })
    expect(await lettersTo(waiting.id, 'invitation')).toBe(1)
    const move = await db().memberMove.findFirst({ where: { memberId: ids[0] ?? '', to: 'withdrawn' } })
    expect(move).toMatchObject({ reason: 'désistement', byId: school.administrator.accountId })
  })

  it('are transferred while there are seats, and only to a cohort of the same institution', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    const goal = await makeCohort(school, { fields: { ...RUNNING, name: 'Promotion B', seats: 1 } })
    const ids = [await insertPlace(cohort, { status: 'active' }), await insertPlace(cohort, { status: 'active' })].map(
      ({ id }) => id,
    )
    const { key } = await choose(school.administrator, cohort, 'transfer', ids)
    const page = await read(school.administrator, cohort, 'transfer', key)
    expect(page.html).toContain(fr('cohorts.many.transfer.effects.beyond', { count: 1 }))
    const strange = await invited(0)
    expect((await confirm(school.administrator, cohort, 'transfer', key, { goal: strange.cohort.id })).status).toBe(400)

    await confirm(school.administrator, cohort, 'transfer', key, { goal: goal.id })

    expect(Object.values(await outcomesOf(key)).toSorted()).toEqual(['done', 'full'])
    expect(await statusesOf(cohort)).toEqual({ active: 1, transferred: 1 })
    expect(await statusesOf(goal)).toEqual({ active: 1 })
  })

  it('each get the reminder for their own situation, and none of them twice within a week', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    const now = new Date()
    const idle = await insertParticipant(cohort, { now })
    const quiet = await insertParticipant(cohort, { daysQuiet: 20, done: true, now })
    const ids = [idle.memberId, quiet.memberId]
    const { key } = await choose(school.administrator, cohort, 'remind', ids)
    await confirm(school.administrator, cohort, 'remind', key)
    const again = await choose(school.administrator, cohort, 'remind', ids)

    expect(await outcomesOf(key)).toEqual({ [idle.memberId]: 'done', [quiet.memberId]: 'done' })
    expect(await outcomesOf(again.key)).toEqual({ [idle.memberId]: 'resting', [quiet.memberId]: 'resting' })
    const reminders = await db().reminder.findMany({ where: { memberId: { in: ids } } })
    expect(reminders.map(({ why }) => why).toSorted()).toEqual(['inactive', 'not-started'])
    const { html } = await read(school.administrator, cohort, 'remind', again.key)
    expect(html).toContain(fr('cohorts.many.none'))
    expect(html).not.toContain('id="many"')
  })

  it('are read without the other people of the cohort', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    const now = new Date()
    const people = [1, 2, 3].map(() => insertParticipant(cohort, { now }))
    const [first] = await Promise.all(people)
    if (!first) throw new Error('nobody')
    const read: number[] = []
    const counting = {
      ...sql(),
      $queryRaw: async <T>(...statement: Parameters<Sql['$queryRaw']>) => {
        const rows = await sql().$queryRaw<T>(...statement)
        read.push(Array.isArray(rows) ? rows.length : 0)
        return rows
      },
    }

    const looked = await assessMembers(counting, cohort, { act: 'remind', by: null }, [first.memberId], now)

    expect(looked).toMatchObject([{ left: null, due: { why: 'not-started', followed: { memberId: first.memberId } } }])
    expect(read).toEqual([1, 1])
  })

  it('go to the waitlist if more requests are accepted than there are seats, as the page says before', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { ...RUNNING, seats: 1 } })
    const ids: string[] = []
    for (const _ of [1, 2]) {
      const { accountId, email } = await insertPerson()
      ids.push((await insertPlace(cohort, { status: 'asked', accountId, email })).id)
    }
    const { key } = await choose(school.administrator, cohort, 'admit', 'all', '?status=asked')
    const page = await read(school.administrator, cohort, 'admit', key)
    expect(page.html).toContain(fr('cohorts.many.admit.effects.beyond', { count: 1 }))

    await confirm(school.administrator, cohort, 'admit', key)

    expect(await statusesOf(cohort)).toEqual({ active: 1, waiting: 1 })
    expect(Object.values(await outcomesOf(key)).toSorted()).toEqual(['done', 'queued'])
  })
})
