import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/address/route'
import { GET as getPeople } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { acceptInvitation, invitationOf } from '@/server/cohort/accept-invitation'
import { targetOf } from '@/server/cohort/cohort-permit'
import { correctAddress } from '@/server/cohort/people/correct-address'
import { inviteAgain } from '@/server/cohort/people/invite-person'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { db, sql } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { sendFailedAgain } from '@/server/db/mail/mails'
import { desk } from '@/server/desk/open-desk'
import { insertPlace, makeCohort, makeSchool, mayEnrol, type School, tokenFor } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { actorNow, insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
const NOW = new Date()
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const RUNNING = { startsOn: day(-30), endsOn: day(60) }
const anAddress = () => `${randomUUID()}@example.ma`
const emailOf = async (id: string) => (await db().cohortMember.findUniqueOrThrow({ where: { id } })).email
const lettersTo = (to: string) => db().mail.findMany({ where: { to } })
const entriesOf = ({ id }: CohortRow) =>
  db().auditEntry.findMany({ where: { act: 'address-corrected', details: { path: ['cohortId'], equals: id } } })

/** A school's cohort with somebody who is invited to an address that does not exist. */
async function undelivered() {
  const school = await makeSchool()
  const cohort = await makeCohort(school, { fields: RUNNING })
  const member = await insertPlace(cohort, { status: 'invited' })
  await inviteAgain(await mayEnrol(school, cohort), member.id, NOW)
  const token = await tokenFor(member.id)
  await db().mail.updateMany({ where: { memberId: member.id }, data: { state: 'failed' } })
  return { school, cohort, member, token }
}

async function send(who: { sessionId: string }, cohort: CohortRow, member: string, form: Record<string, string>) {
  await callAs(who.sessionId)
  const path = `${ORIGIN}/fr/cohorts/${cohort.id}/people/${member}/address?letter=failed`
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', referer: path }
  const request = new Request(path, { method: 'POST', headers, body: new URLSearchParams(form) })
  const response = await POST(request, { params: Promise.resolve({ locale: 'fr', cohort: cohort.id, member }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

async function failedTasks({ administrator }: School) {
  const { today } = await desk(permitFor(await actorNow(administrator), 'desk:read', {}), NOW)
  return today.filter(({ kind }) => kind === 'undelivered')
}

describe('the address of somebody who has not joined', () => {
  it('is corrected from the list of failed letters: the old link ends, and the new address is invited', async () => {
    const { school, cohort, member, token } = await undelivered()
    expect(await failedTasks(school)).toMatchObject([{ count: 1, path: `/cohorts/${cohort.id}/people?letter=failed` }])
    await callAs(school.administrator.sessionId)
    const params = Promise.resolve({ locale: 'fr', cohort: cohort.id })
    const list = await getPeople(new Request(`${ORIGIN}/fr/cohorts/${cohort.id}/people?letter=failed`), { params })
    expect(await list.text()).toContain(`people/${member.id}/address?letter=failed`)
    const email = anAddress()

    const { status, to } = await send(school.administrator, cohort, member.id, { email, before: member.email })

    expect([status, to]).toEqual([303, `/fr/cohorts/${cohort.id}/people?letter=failed&done=corrected`])
    expect(await emailOf(member.id)).toBe(email)
    expect(await invitationOf(token, new Date())).toBeNull()
    expect(await lettersTo(email)).toMatchObject([{ kind: 'invitation', memberId: member.id }])
    expect(await invitationOf(await tokenFor(member.id), new Date())).toMatchObject({ member: { email } })
    expect(await failedTasks(school)).toEqual([])
    const entries = await entriesOf(cohort)
    expect(entries).toMatchObject([{ actorId: school.administrator.accountId, subjectId: null }])
    expect(entries.map(({ details, reason }) => JSON.stringify([details, reason])).join()).not.toContain('@')
    // The platform sends failed letters again, but not this one: its link is no longer valid and its address was wrong.
    await sendFailedAgain(sql(), new Date(NOW.getTime() - 60_000), new Date())
    expect(await lettersTo(member.email)).toMatchObject([{ state: 'stopped', letter: null }])
  })

  it('is corrected without a letter if she waits for a seat', async () => {
    const { school, cohort } = await undelivered()
    const waiting = await insertPlace(cohort, { status: 'waiting' })
    const email = anAddress()

    await correctAddress(await mayEnrol(school, cohort), waiting.id, { email, before: waiting.email }, NOW)

    expect(await emailOf(waiting.id)).toBe(email)
    expect(await lettersTo(email)).toEqual([])
  })

  it.each([
    ['no address', 'nobody'],
    ['two addresses', 'a@example.ma b@example.ma'],
    ['HTML', '<b>@example.ma'],
    ['nothing', ''],
  ])('is not changed to %s', async (_, email) => {
    const { school, cohort, member } = await undelivered()

    const { status } = await send(school.administrator, cohort, member.id, { email, before: member.email })

    expect(status).toBe(400)
    expect(await emailOf(member.id)).toBe(member.email)
  })

  it('is not changed to that of another member, to that of the administrator, or to itself', async () => {
    const { school, cohort, member } = await undelivered()
    const listed = await insertPlace(cohort, { status: 'withdrawn' })
    const joined = await insertPerson()
    const hers = await insertPlace(cohort, { status: 'active', accountId: joined.accountId })
    const { email: own } = await db().account.findUniqueOrThrow({ where: { id: school.administrator.accountId } })
    const refused = async (email: string) =>
      (await send(school.administrator, cohort, member.id, { email, before: member.email })).html

    expect(await refused(listed.email)).toContain(`people/${listed.id}"`)
    expect(await refused(joined.email)).toContain(`people/${hers.id}"`)
    expect(await refused(own)).toContain(fr('cohorts.address.problems.own'))
    expect(await refused(member.email)).toContain(fr('cohorts.address.problems.same').slice(0, 30))
    expect(await emailOf(member.id)).toBe(member.email)
    expect(await entriesOf(cohort)).toEqual([])
  })

  it('may be that of somebody in another cohort', async () => {
    const { school, cohort, member } = await undelivered()
    const elsewhere = await insertPlace(await makeCohort(school, { fields: RUNNING }), { status: 'invited' })

    const { status } = await send(school.administrator, cohort, member.id, {
      email: elsewhere.email,
      before: member.email,
    })

    expect(status).toBe(303)
  })

  it('cannot be corrected by anybody else once she has an account', async () => {
    const { school, cohort } = await undelivered()
    const { accountId, email } = await insertPerson()
    for (const status of ['invited', 'active'] as const) {
      const who = status === 'invited' ? { accountId, email } : { accountId: (await insertPerson()).accountId }
      const place = await insertPlace(cohort, { status, ...who })

      const { status: answer } = await send(school.administrator, cohort, place.id, {
        email: anAddress(),
        before: place.email,
      })

      expect(answer).toBe(409)
      expect(await emailOf(place.id)).toBe(place.email)
      const params = Promise.resolve({ locale: 'fr', cohort: cohort.id, member: place.id })
      expect((await GET(new Request(`${ORIGIN}/fr/cohorts/x/people/x/address`), { params })).status).toBe(409)
    }
  })

  it('is for the administrators of her institution, in a cohort that is not archived', async () => {
    const { school, cohort, member } = await undelivered()
    const other = await makeSchool()
    const theirs = await makeCohort(other, { fields: RUNNING })
    const tutor = await insertStaff('tutor', school.institutionId)
    const form = { email: anAddress(), before: member.email }

    expect((await send(tutor, cohort, member.id, form)).status).toBe(403)
    expect((await send(other.administrator, cohort, member.id, form)).status).toBe(403)
    expect((await send(other.administrator, theirs, member.id, form)).status).toBe(404)
    const may = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort))
    await archiveCohort(may, NOW)
    expect((await send(school.administrator, cohort, member.id, form)).status).toBe(409)
    expect(await emailOf(member.id)).toBe(member.email)
  })
})

describe('two requests at once', () => {
  it('write one letter if the same form is sent twice', async () => {
    const { school, cohort, member } = await undelivered()
    const email = anAddress()
    const permit = await mayEnrol(school, cohort)

    const both = await Promise.all(
      [1, 2].map(() => correctAddress(permit, member.id, { email, before: member.email }, NOW)),
    )

    expect(both).toEqual([{ status: 'corrected' }, { status: 'corrected' }])
    expect(await lettersTo(email)).toHaveLength(1)
    expect(await entriesOf(cohort)).toHaveLength(1)
  })

  it('keep what the first of two administrators has saved, and tell the second', async () => {
    const { school, cohort, member } = await undelivered()
    const permit = await mayEnrol(school, cohort)
    const emails = [anAddress(), anAddress()]

    const both = await Promise.all(
      emails.map((email) => correctAddress(permit, member.id, { email, before: member.email }, NOW)),
    )

    expect(both.map(({ status }) => status).toSorted()).toEqual(['corrected', 'refused'])
    expect(both).toContainEqual({ status: 'refused', why: 'changed', memberId: null })
    expect(await lettersTo((await emailOf(member.id)) as string)).toHaveLength(1)
  })

  it('give the same address to only one of two places of a cohort', async () => {
    const { school, cohort, member } = await undelivered()
    const second = await insertPlace(cohort, { status: 'invited' })
    const permit = await mayEnrol(school, cohort)
    const email = anAddress()

    const both = await Promise.all(
      [member, second].map(({ id, email: before }) => correctAddress(permit, id, { email, before }, NOW)),
    )

    expect(both.map(({ status }) => status).toSorted()).toEqual(['corrected', 'refused'])
  })

  it('either admit her by the old link or correct her address, never both', async () => {
    const { school, cohort, member, token } = await undelivered()
    const { accountId, sessionId } = await insertPerson()
    const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
    const email = anAddress()

    const [joined, corrected] = await Promise.allSettled([
      acceptInvitation(permitFor(actor, 'cohort:join', {}), token, NOW),
      correctAddress(await mayEnrol(school, cohort), member.id, { email, before: member.email }, NOW),
    ])

    expect([joined.status, corrected.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await emailOf(member.id)) === email).toBe(corrected.status === 'fulfilled')
    expect(await lettersTo(email)).toHaveLength(corrected.status === 'fulfilled' ? 1 : 0)
  })
})
