import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { POST as postEdit } from '@/app/[locale]/(teach)/cohorts/[cohort]/messages/[message]/edit/route'
import {
  GET as getMessage,
  POST as postMessage,
} from '@/app/[locale]/(teach)/cohorts/[cohort]/messages/[message]/route'
import { GET as getNew } from '@/app/[locale]/(teach)/cohorts/[cohort]/messages/new/route'
import { GET as getPerson } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/route'
import { POST as postChoice } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/act/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { changeAnnouncement, keepDraft } from '@/server/announcement/write-announcement'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { db } from '@/server/db/client'
import { insertParticipant, insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { actorNow, insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const RUNNING = { startsOn: day(-30), endsOn: day(60) }

async function makeWriter() {
  const school = await makeSchool()
  const tutor = await insertStaff('tutor', school.institutionId)
  const cohort = await makeCohort(school, { tutorIds: [tutor.accountId], fields: RUNNING })
  const permit = permitFor(await actorNow(tutor), 'cohort:announce', targetOf(cohort))
  return { school, tutor, cohort, permit }
}

it('a message that a colleague has changed shows both texts, and can then be saved', async () => {
  const { tutor, cohort, permit } = await makeWriter()
  const id = randomUUID()
  const wordsOf = (text: string) => ({ fr: { subject: 'Séminaire', text } })
  const now = new Date()
  await keepDraft(permit, id, { audience: 'everybody', texts: wordsOf('Jeudi.'), to: [] }, now)
  const theirs = { audience: 'everybody', texts: wordsOf('Samedi <b>matin</b>.'), version: 1 } as const
  await changeAnnouncement(permit, id, theirs, now)
  await callAs(tutor.sessionId)
  const save = (version: string) => {
    const fields = {
      draft: id,
      version,
      to: '',
      audience: 'everybody',
      subjectFrench: 'Séminaire',
      textFrench: 'Lundi.',
    }
    const empty = { subjectArabic: '', textArabic: '', subjectEnglish: '', textEnglish: '' }
    const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
    const body = new URLSearchParams({ ...fields, ...empty })
    const request = new Request(`${ORIGIN}/fr/cohorts/${cohort.id}/messages/${id}/edit`, {
      method: 'POST',
      headers,
      body,
    })
    return postEdit(request, { params: Promise.resolve({ locale: 'fr', cohort: cohort.id, message: id }) })
  }

  const refused = await save('1')
  const html = await refused.text()
  expect(refused.status).toBe(409)
  expect(html).toContain('Lundi.')
  expect(html).toContain('Samedi &lt;b&gt;matin&lt;/b&gt;.')
  expect(html).toContain(fr('cohorts.messages.changedMeanwhile'))
  const [, version = ''] = html.match(/name="version" value="(\d+)"/) ?? []
  expect(version).toBe('2')

  expect((await save(version)).status).toBe(303)
  expect(await db().announcement.findUnique({ where: { id } })).toMatchObject({ texts: wordsOf('Lundi.') })
})

const get = async (request: string, route: typeof getNew, cohort: string, member = '') => {
  const params = Promise.resolve({ locale: 'fr', cohort, member })
  const response = await route(new Request(ORIGIN + request), { params })
  return { status: response.status, location: response.headers.get('location'), html: await response.text() }
}

async function chooseToWrite(cohort: string, ids: readonly string[]) {
  const body = new URLSearchParams([['act', 'write'], ...ids.map((id) => ['who', id])])
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
  const request = new Request(`${ORIGIN}/fr/cohorts/${cohort}/people/act`, { method: 'POST', headers, body })
  const response = await postChoice(request, { params: Promise.resolve({ locale: 'fr', cohort }) })
  return response.headers.get('location') ?? ''
}

it('the page of a person leads to a message to her if she takes part', async () => {
  const { tutor, cohort } = await makeWriter()
  const her = await insertParticipant(cohort)
  const invited = await insertPlace(cohort, { status: 'invited' })
  await callAs(tutor.sessionId)
  const pageOf = (id: string) => get(`/fr/cohorts/${cohort.id}/people/${id}`, getPerson as typeof getNew, cohort.id, id)

  const link = `/fr/cohorts/${cohort.id}/messages/new?to=`
  expect((await pageOf(her.memberId)).html).toContain(`href="${link}${her.memberId}"`)
  expect((await pageOf(invited.id)).html).not.toContain(link)
})

it('a message to chosen people leaves out the invited, and opens only for the person who chose', async () => {
  const { school, tutor, cohort } = await makeWriter()
  const [one, two] = [await insertParticipant(cohort), await insertParticipant(cohort)]
  const other = await insertParticipant(cohort)
  const invited = await insertPlace(cohort, { status: 'invited' })
  await callAs(tutor.sessionId)

  const form = await chooseToWrite(cohort.id, [one.memberId, two.memberId, invited.id])
  expect(form).toContain(`/cohorts/${cohort.id}/messages/new?set=`)
  const { html } = await get(form, getNew, cohort.id)
  const [, to = ''] = html.match(/name="to" value="([^"]*)"/) ?? []
  expect(to.split(' ').toSorted()).toEqual([one.memberId, two.memberId].toSorted())
  expect(to).not.toContain(other.memberId)
  expect(html).toContain(fr('cohorts.messages.leftOut', { count: 1 }))

  // An empty choice, or the choice of another person, never becomes a message to everybody.
  const nobody = await get(await chooseToWrite(cohort.id, [invited.id]), getNew, cohort.id)
  expect(nobody).toMatchObject({ status: 303, location: expect.stringContaining('done=nobody') })
  await callAs(school.administrator.sessionId)
  const hers = await get(form, getNew, cohort.id)
  expect(hers).toMatchObject({ status: 303, location: expect.stringContaining('done=expired') })
})

it('a message can be tested at the writer’s own address, but only so often', async () => {
  const { tutor, school, cohort, permit } = await makeWriter()
  await insertParticipant(cohort)
  const id = randomUUID()
  const texts = { fr: { subject: 'Séminaire', text: 'Jeudi.' } }
  await keepDraft(permit, id, { audience: 'everybody', texts, to: [] }, new Date())
  const path = `${ORIGIN}/fr/cohorts/${cohort.id}/messages/${id}`
  const params = Promise.resolve({ locale: 'fr', cohort: cohort.id, message: id })
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
  const press = () =>
    postMessage(new Request(path, { method: 'POST', headers, body: new URLSearchParams({ act: 'test' }) }), { params })
  await callAs(tutor.sessionId)
  const html = await (await getMessage(new Request(path), { params })).text()
  expect(html).toContain(fr('cohorts.messages.testLead', { languages: 'Français' }))

  const pressed = await press()
  expect([pressed.status, pressed.headers.get('location')]).toEqual([
    303,
    `/fr/cohorts/${cohort.id}/messages/${id}?done=tested`,
  ])
  expect(await db().mail.count({ where: { accountId: tutor.accountId, kind: 'announcementTest' } })).toBe(1)
  for (let n = 1; n < LIMITS['announcement-test'].hits; n += 1) await press()
  const refused = await press()
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('id="try-problems"')
  await callAs((await insertStaff('tutor', school.institutionId)).sessionId)
  expect((await press()).status).toBe(403)
})
