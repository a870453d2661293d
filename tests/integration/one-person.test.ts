import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getPerson, POST as postPerson } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/route'
import { GET as getNew, POST as postNew } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/new/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { inviteAgain } from '@/server/cohort/people/invite-person'
import { releases } from '@/server/content/releases'
import { db, sql } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { noteDone } from '@/server/db/practice/practice-done'
import { insertParticipant, insertPlace, makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayRead } from '@/tests/support/people'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
type Who = { accountId: string; sessionId: string }
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const RUNNING = { startsOn: day(-30), endsOn: day(60) }

async function see(who: Who, cohort: CohortRow, member: string) {
  await callAs(who.sessionId)
  const params = Promise.resolve({ locale: 'fr', cohort: cohort.id, member })
  const response = await getPerson(new Request(`${ORIGIN}/fr/cohorts/${cohort.id}/people/${member}`), { params })
  return { status: response.status, html: await response.text() }
}

describe('the page of a person in a cohort', () => {
  it('shows her progress, deadlines, letters and history, and says what it never shows', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING, deadlines: { offence: day(-10), exam: day(-1) } })
    const her = await insertParticipant(cohort, { done: true, daysQuiet: 12, now: new Date(), nameLatin: '<i>Rim</i>' })
    await db().memberMove.create({
      data: { memberId: her.memberId, from: 'invited', to: 'active', reason: '<b>oui</b>' },
    })
    await db().cohortMember.update({ where: { id: her.memberId }, data: { status: 'invited' } })
    await inviteAgain(await mayEnrol(school, cohort), her.memberId, new Date())
    await db().cohortMember.update({ where: { id: her.memberId }, data: { status: 'active' } })
    await db().mail.updateMany({ where: { memberId: her.memberId }, data: { state: 'failed' } })

    const { status, html } = await see(school.administrator, cohort, her.memberId)

    expect(status).toBe(200)
    expect(html).toContain(fr('cohorts.person.exam.not-sat'))
    expect(html).not.toContain(fr('cohorts.person.exam.not-passed'))
    expect(html).toContain(fr('cohorts.person.deadlines.kept'))
    expect(html).toContain(fr('cohorts.person.deadlines.missed'))
    expect(html).toContain(fr('letters.kinds.invitation'))
    expect(html).toContain(fr('cohorts.people.letterStates.failed'))
    expect(html).toContain('&lt;b&gt;oui&lt;/b&gt;')
    expect(html).not.toContain('<i>Rim</i>')
    expect(html).toContain(fr('cohorts.person.never'))
    expect(html).toContain(`people/${her.memberId}/withdraw`)
  })

  it('counts the practice that is done, and says nothing else about it', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    const releaseId = cohort.courses[0]?.releaseId ?? ''
    await db().$executeRaw`
      update "Release" set content = jsonb_set(content, '{file,practice}', '["referral/s-begging", "referral/d-judged"]')
      where id = ${releaseId}::uuid`
    releases.reset()
    const her = await insertParticipant(cohort, { now: new Date() })
    const done = async () => (await see(school.administrator, cohort, her.memberId)).html
    expect(await done()).toContain(fr('cohorts.person.practice', { done: '0', total: '2' }))

    const at = new Date('2026-01-03')
    await noteDone(sql(), her.accountId, { kind: 'referral', caseId: 's-begging', courseId: null }, at)
    await noteDone(sql(), her.accountId, { kind: 'referral', caseId: 'k-thefts', courseId: null }, at)
    const html = await done()
    expect(html).toContain(fr('cohorts.person.practice', { done: '1', total: '2' }))
    expect(html).not.toContain('s-begging')
    expect(html).not.toContain('3 janvier 2026')
  })

  it('says that the visit is recorded, and records one for each visit', async () => {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { fields: RUNNING, tutorIds: [tutor.accountId] })
    const her = await insertParticipant(cohort, { nameLatin: 'Rim Alami', now: new Date() })

    const { html } = await see(tutor, cohort, her.memberId)
    await see(tutor, cohort, her.memberId)

    const said = fr('cohorts.person.recorded', { name: 'Rim Alami', title: fr('account.seen.title') })
    expect(html).toContain(said)
    expect(html).not.toContain(`people/${her.memberId}/withdraw`)
    const views = async () => {
      const { entries } = await viewsOfMyRecord(mayRead(her), null)
      return entries.filter(({ act }) => act === 'place-viewed')
    }
    expect(await views()).toMatchObject([{ actorId: tutor.accountId, reason: cohort.name }])
    // A view after an hour is another visit.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
    await see(tutor, cohort, her.memberId)
    vi.useRealTimers()
    expect(await views()).toHaveLength(2)
  })

  it('is for the staff of her cohort alone', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const cohort = await makeCohort(school, { fields: RUNNING })
    const theirs = await makeCohort(other, { fields: RUNNING })
    const her = await insertParticipant(cohort)
    const tutor = await insertStaff('tutor', school.institutionId)

    for (const who of [other.administrator, tutor, her]) expect((await see(who, cohort, her.memberId)).status).toBe(403)
    expect((await see(other.administrator, theirs, her.memberId)).status).toBe(404)
    expect((await see(school.administrator, cohort, 'none')).status).toBe(404)
    expect(await db().auditEntry.count({ where: { subjectId: her.accountId, act: 'place-viewed' } })).toBe(0)
  })

  it('offers no invitation while every seat is taken, and refuses one that is sent', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { ...RUNNING, seats: 1 } })
    await insertParticipant(cohort)
    const { id } = await insertPlace(cohort, { status: 'waiting' })

    const { html } = await see(school.administrator, cohort, id)

    expect(html).not.toContain('value="invite"')
    expect(html).toContain(fr('cohorts.people.full'))
    await callAs(school.administrator.sessionId)
    const path = `${ORIGIN}/fr/cohorts/${cohort.id}/people/${id}`
    const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', referer: path }
    const sent = new Request(path, { method: 'POST', headers, body: new URLSearchParams({ act: 'invite' }) })
    const params = Promise.resolve({ locale: 'fr', cohort: cohort.id, member: id })
    const refused = await postPerson(sent, { params })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`/fr/cohorts/${cohort.id}/people/${id}`)
  })
})

describe('a person added by hand', () => {
  const FIELDS = { nameLatin: '', nameArabic: '', function: '', institution: '', locale: 'ar' }
  async function add(who: Who, cohort: CohortRow, fields: Record<string, string>) {
    await callAs(who.sessionId)
    const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
    const body = new URLSearchParams({ ...FIELDS, ...fields })
    const path = `${ORIGIN}/fr/cohorts/${cohort.id}/people/new`
    const params = Promise.resolve({ locale: 'fr', cohort: cohort.id })
    const response = await postNew(new Request(path, { method: 'POST', headers, body }), { params })
    return { status: response.status, location: response.headers.get('location'), html: await response.text() }
  }
  async function read(who: Who, cohort: CohortRow) {
    await callAs(who.sessionId)
    const params = Promise.resolve({ locale: 'fr', cohort: cohort.id })
    const response = await getNew(new Request(`${ORIGIN}/fr/cohorts/${cohort.id}/people/new`), { params })
    return { status: response.status, html: await response.text() }
  }

  it('is invited in her language, or waits if no seat is free, as the form says before', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { ...RUNNING, seats: 1 } })
    const people = `/fr/cohorts/${cohort.id}/people`
    expect((await read(school.administrator, cohort)).html).toContain(fr('cohorts.add.seats', { count: 1 }))

    const one = {
      email: 'Hind@Court.example',
      nameLatin: 'Hind Tamthili',
      nameArabic: 'هند التمثيلي',
      function: 'judge',
    }
    expect(await add(school.administrator, cohort, one)).toMatchObject({
      status: 303,
      location: `${people}?done=invited`,
    })
    expect((await read(school.administrator, cohort)).html).toContain(fr('cohorts.add.full'))
    const two = await add(school.administrator, cohort, { email: 'b@court.example', another: 'yes' })
    expect(two.location).toBe(`${people}/new?done=waiting`)

    const rows = await db().cohortMember.findMany({ where: { cohortId: cohort.id }, orderBy: { id: 'asc' } })
    expect(rows).toMatchObject([
      { email: 'hind@court.example', status: 'invited', listed: true, function: 'judge', locale: 'ar' },
      { email: 'b@court.example', status: 'waiting', listed: false },
    ])
    const letters = await db().mail.findMany({ where: { memberId: { in: rows.map(({ id }) => id) } } })
    expect(letters).toMatchObject([{ kind: 'invitation', to: 'hind@court.example', letter: { locale: 'ar' } }])
  })

  it.each(['active', 'invited', 'waiting', 'asked'] as const)(
    'who is %s already is not added again',
    async (status) => {
      const school = await makeSchool()
      const cohort = await makeCohort(school, { fields: RUNNING })
      const { id, email } = await insertPlace(cohort, { status })

      const { status: answered, html } = await add(school.administrator, cohort, { email })

      expect(answered).toBe(400)
      expect(html).toContain(fr(`cohorts.add.problems.${status}`))
      expect(html).toContain(`/fr/cohorts/${cohort.id}/people/${id}`)
      expect(html).toContain(`value="${email}"`)
    },
  )

  it('is never the administrator herself, and nobody once the cohort is archived', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    const own = await add(school.administrator, cohort, { email: school.administrator.email })
    expect(own.html).toContain(fr('cohorts.add.problems.own'))
    expect(await db().cohortMember.count({ where: { cohortId: cohort.id } })).toBe(0)
    await db().cohort.update({ where: { id: cohort.id }, data: { archivedAt: new Date() } })

    expect((await read(school.administrator, cohort)).status).toBe(409)
    expect((await add(school.administrator, cohort, { email: 'c@court.example' })).status).toBe(409)
  })

  it('may be one who was withdrawn: she is invited again, and her history stays', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    const { id, email } = await insertPlace(cohort, { status: 'withdrawn' })

    expect((await add(school.administrator, cohort, { email })).status).toBe(303)
    expect(await db().memberMove.count({ where: { memberId: id } })).toBe(2)
  })

  it('waits if another one takes the last seat at the same moment', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { ...RUNNING, seats: 1 } })
    await Promise.all(['a', 'b'].map((name) => add(school.administrator, cohort, { email: `${name}@court.example` })))

    const rows = await db().cohortMember.findMany({ where: { cohortId: cohort.id } })
    expect(rows.map(({ status }) => status).toSorted()).toEqual(['invited', 'waiting'])
  })

  it('is added by the school’s administrators alone', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { fields: RUNNING, tutorIds: [tutor.accountId] })

    for (const who of [tutor, other.administrator, await insertPerson()]) {
      expect((await add(who, cohort, { email: 'd@court.example' })).status).toBe(403)
      expect((await read(who, cohort)).status).toBe(403)
    }
  })
})
