import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { GET as getMessage } from '@/app/[locale]/(teach)/cohorts/[cohort]/messages/[message]/route'
import { GET as getNew } from '@/app/[locale]/(teach)/cohorts/[cohort]/messages/new/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { listAnnouncements, openAnnouncement } from '@/server/announcement/announcement-page'
import { sendDueAnnouncements } from '@/server/announcement/send-due-announcements'
import { keepDraft, sendAnnouncement, withdrawAnnouncement } from '@/server/announcement/write-announcement'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { db } from '@/server/db/client'
import { insertParticipant, insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { actorNow } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const DAY_MS = 86_400_000
const WORDS = { ar: { subject: 'ندوة', text: 'يوم الخميس.' }, fr: { subject: 'Séminaire', text: 'Jeudi matin.' } }

/** A cohort with one Arabic reader and three who have not answered their invitation, and a draft to everybody. */
async function cohortWithDraft() {
  const school = await makeSchool()
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const cohort = await makeCohort(school, { fields: { startsOn: day(-5), endsOn: day(60) } })
  await insertParticipant(cohort, { locale: 'ar', now: new Date() })
  for (let n = 0; n < 3; n += 1) await insertPlace(cohort, { status: 'invited' })
  const permit = permitFor(await actorNow(school.administrator), 'cohort:announce', targetOf(cohort))
  const id = randomUUID()
  await keepDraft(permit, id, { audience: 'everybody', texts: WORDS, to: [] }, new Date())
  return { school, cohort, permit, id }
}
type Made = Awaited<ReturnType<typeof cohortWithDraft>>

async function get({ school, cohort, id }: Made, handler: unknown) {
  await callAs(school.administrator.sessionId)
  const request = new Request('http://localhost:3000/fr/x', {
    headers: { host: 'localhost:3000', accept: 'text/html' },
  })
  const params = Promise.resolve({ locale: 'fr', cohort: cohort.id, message: id } as never)
  return (await (handler as typeof getMessage)(request, { params })).text()
}
const shown = (text: string) => text.replaceAll("'", '&#x27;')

it('says at the choice of the audience and before sending how many invited people get nothing', async () => {
  const made = await cohortWithDraft()
  const said = shown(t('cohorts.messages.notInvited', { count: 3 }))

  expect(await get(made, getNew)).toContain(said)
  expect(await get(made, getMessage)).toContain(said)
})

it('shows a text also in a language that nobody reads yet', async () => {
  const made = await cohortWithDraft()
  const { previews } = await openAnnouncement(made, made.id, new Date())

  expect(previews.map(({ locale, people, textIn }) => [locale, people, textIn])).toEqual([
    ['ar', 1, 'ar'],
    ['fr', 0, 'fr'],
  ])
  const html = await get(made, getMessage)
  expect(html).toContain('Jeudi matin.')
  expect(html).toContain(shown(t('cohorts.messages.noReader')))
})

it('leaves as soon as it is sent: nothing offers to send it again, and it can still be withdrawn', async () => {
  const made = await cohortWithDraft()
  const now = new Date()
  await sendAnnouncement(made.permit, made.id, { version: 1, at: null }, now)

  const html = await get(made, getMessage)
  expect(html).toContain(t('cohorts.messages.states.leaving'))
  expect(html).not.toMatch(/name="act" value="(send|hold)"/)
  const { announcements } = await listAnnouncements(made.permit, 1, now)
  expect(announcements.map(({ state }) => state)).toEqual(['leaving'])

  await withdrawAnnouncement(made.permit, made.id, now)
  await sendDueAnnouncements(new Date(now.getTime() + 1000))
  expect(await db().mail.count({ where: { kind: 'announcement', member: { cohortId: made.cohort.id } } })).toBe(0)
  expect((await openAnnouncement(made, made.id, now)).announcement.state).toBe('withdrawn')
})

it('stays scheduled until its hour', async () => {
  const made = await cohortWithDraft()
  const at = new Date(Date.now() + DAY_MS)
  await sendAnnouncement(made.permit, made.id, { version: 1, at }, new Date())

  expect((await openAnnouncement(made, made.id, new Date())).announcement.state).toBe('scheduled')
  await expect(withdrawAnnouncement(made.permit, made.id, new Date())).rejects.toMatchObject({ code: 'conflict' })
})
