import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getMaterial } from '@/app/[locale]/(public)/seminars/[seminar]/materials/[material]/route'
import { GET as getRegistration } from '@/app/[locale]/(public)/seminars/[seminar]/registration/route'
import { dayOf } from '@/domain/time/day'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { db, sql } from '@/server/db/client'
import { claimGuestPlaces } from '@/server/db/seminar/seminar-claims'
import { guestToken } from '@/server/seminar/guest-link'
import type { Taker } from '@/server/seminar/take-place'
import { answerSurvey, openSurveyLink } from '@/server/survey/answer-survey'
import { createSurvey, scheduleSurvey } from '@/server/survey/build-survey'
import { openSurvey, tellSurveys } from '@/server/survey/run-surveys'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { type MadeSeminar, makeSeminar, makeTaker, placeOf, take } from '@/tests/support/seminar-places'
import { actorNow, giveRole } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const NOW = new Date()
const ahead = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const soon = () => makeSeminar({ startsAt: ahead(21), seats: 5 })

async function open({ id }: MadeSeminar, { query }: { query: string }) {
  const request = new Request(`${ORIGIN}/fr/seminars/${id}/registration${query}`)
  const response = await getRegistration(request, { params: Promise.resolve({ locale: 'fr', seminar: id }) })
  return { html: await response.text() }
}

async function surveyOf({ id: seminarId, institutionId, administrator }: MadeSeminar): Promise<string> {
  const permit = permitFor(await actorNow(administrator), 'survey:run', { institutionId })
  const id = await createSurvey(permit, { seminarId }, 'reaction', NOW)
  await scheduleSurvey(permit, id, dayOf(NOW), NOW)
  return id
}

async function insertStoredFile(): Promise<string> {
  const bytes = Buffer.from('%PDF-1.7')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = { name: 'plan.pdf', type: 'pdf', bytes: bytes.length, hash, store: 'database', createdAt: NOW }
  return (await db().storedFile.create({ data: { ...file, chunks: { create: { position: 0, bytes } } } })).id
}

describe('somebody without an account who takes part in a seminar', () => {
  it('finds the materials for participants and the survey on the page of her place', async () => {
    const seminar = await soon()
    const [her, waits] = [await makeTaker({ guest: true }), await makeTaker({ guest: true })]
    for (const one of [her, waits]) await take(one, seminar, {}, NOW)
    await db().seminarRegistration.update({
      where: { id: (await placeOf(waits, seminar)).id },
      data: { status: 'waiting' },
    })
    const fileId = await insertStoredFile()
    const about = { seminarId: seminar.id, fileId, when: 'before', openTo: 'registered', titles: { fr: 'Plan' } }
    const material = await db().seminarMaterial.create({ data: { ...about, createdAt: NOW } })
    const survey = await surveyOf(seminar)
    await openSurvey(survey, NOW)
    expect(await db().surveyTicket.findMany({ where: { surveyId: survey } })).toMatchObject([
      { accountId: null, registrationId: (await placeOf(her, seminar)).id },
    ])
    await callAs(null)
    const tokenOf = ({ email, nameArabic, nameLatin, locale }: Taker) =>
      guestToken(seminar.id, { email, nameArabic, nameLatin, locale, until: ahead(1) })
    const [token, other] = [await tokenOf(her), await tokenOf(waits)]
    const page = (await open(seminar, { query: `?guest=${token}` })).html
    expect(page).toContain(`/fr/seminars/${seminar.id}/materials/${material.id}?guest=${token}`)
    const link = /href="(\/fr\/s\/[\w-]+)"/.exec(page)?.[1] ?? ''
    expect(await openSurveyLink(link.slice('/fr/s/'.length), NOW)).toMatchObject({ state: 'open', surveyId: survey })
    expect((await open(seminar, { query: `?guest=${other}` })).html).not.toContain('/materials/')

    const download = async (query: string) => {
      const request = new Request(`${ORIGIN}/fr/seminars/${seminar.id}/materials/${material.id}${query}`)
      const params = Promise.resolve({ locale: 'fr', seminar: seminar.id, material: material.id })
      return (await getMaterial(request, { params })).status
    }
    const elsewhere = await guestToken((await soon()).id, { ...her, until: ahead(1) })
    expect(await Promise.all(['', `?guest=${other}`, `?guest=${elsewhere}`, '?guest=x'].map(download))).toEqual([
      401, 401, 401, 401,
    ])
    expect(await download(`?guest=${token}`)).toBe(200)
    // Once an account has her address, it opens the material too; with her place, her ticket moves to the account.
    const { sessionId, accountId } = await insertPerson({ email: her.email, locale: 'fr' })
    await callAs(sessionId)
    expect(await download('')).toBe(200)
    await claimGuestPlaces(sql(), accountId)
    expect(await db().surveyTicket.findMany({ where: { surveyId: survey } })).toMatchObject([
      { accountId, registrationId: null },
    ])
  })

  it('gets one letter about a survey, with her own link, unless she is staff of the institution', async () => {
    const seminar = await soon()
    const [her, staff] = [await makeTaker({ guest: true }), await makeTaker({ guest: true })]
    for (const one of [her, staff]) await take(one, seminar, {}, NOW)
    const { accountId } = await insertPerson({ email: staff.email })
    await giveRole(accountId, 'tutor', seminar.institutionId)
    const survey = await surveyOf(seminar)
    await openSurvey(survey, NOW)
    for (const days of [0, 0, 15]) await tellSurveys(ahead(days))

    const to = { in: [her.email, staff.email] }
    const letters = await db().mail.findMany({ where: { to, kind: { not: 'seminarRegistered' } } })
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual([['surveyGuest', her.email]])
    const link = (letters[0]?.letter as { link: string } | undefined)?.link ?? ''
    const token = new URL(link).pathname.slice('/fr/s/'.length)
    const linked = await openSurveyLink(token, NOW)
    if (linked.state !== 'open') throw new Error(linked.state)
    expect(await answerSurvey(linked, {}, NOW)).toBe('taken')
    expect(await answerSurvey(linked, {}, NOW)).toBe('received')
    // If her place is deleted, her ticket is deleted too.
    await db().seminarRegistration.deleteMany({ where: { guestEmail: her.email } })
    expect(await db().surveyTicket.count({ where: { surveyId: survey } })).toBe(0)
    expect(await db().waitingAnswer.count({ where: { surveyId: survey } })).toBe(1)
  })
})
