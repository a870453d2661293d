import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, expect, it, vi } from 'vitest'
import { POST as postEdit } from '@/app/[locale]/(teach)/cohorts/[cohort]/messages/[message]/edit/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { changeAnnouncement, keepDraft } from '@/server/announcement/write-announcement'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { db } from '@/server/db/client'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { actorNow, insertStaff } from '@/tests/support/staff'

vi.mock('next/headers', () => import('@/tests/support/next-headers'))

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

it('a message that a colleague has changed can be saved in the end, with both texts seen', async () => {
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
