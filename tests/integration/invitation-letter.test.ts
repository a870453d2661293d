import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { GET as getConfirm } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/confirm/route'
import { formatLooseDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { db } from '@/server/db/client'
import { storeFace } from '@/server/db/institution/institution-faces'
import { sendDue } from '@/server/mail/send-due'
import { makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { FACE } from '@/tests/support/faces'
import { callAs } from '@/tests/support/next-headers'
import { mailTo } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'

ownOutbox()
beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const DAYS = { startsOn: '2098-12-08', endsOn: '2099-02-26' }

/** A list in two languages, checked for a cohort with two seats, whose school may have an address for help. */
async function checkedList(help: boolean) {
  const school = await makeSchool()
  const cohort = await makeCohort(school, { fields: { ...DAYS, seats: 2 } })
  const face = { ...FACE, helpPhone: '0537000000', version: 1, logoHash: null }
  if (help) await storeFace(db(), school.institutionId, face, NOW)
  const rows = ['ar', 'fr', 'fr'].map((language, place) => `${cohort.id}-${place}@court.example;Nom;${language}`)
  const bytes = new TextEncoder().encode(`email;nom;langue\n${rows.join('\n')}\n`)
  const permit = await mayEnrol(school, cohort)
  const checked = await validateImport(permit, { name: 'liste.csv', bytes }, NOW)
  if (checked.status !== 'checked') throw new Error(checked.status)
  return { school, cohort, permit, runId: checked.runId }
}

it('is shown as it arrives, once in each language, before a list is taken in', async () => {
  const { school, cohort, runId } = await checkedList(true)
  await callAs(school.administrator.sessionId)
  const request = new Request('http://localhost:3000/fr/x', {
    headers: { host: 'localhost:3000', accept: 'text/html' },
  })
  const params = Promise.resolve({ locale: 'fr', cohort: cohort.id, run: runId } as never)
  const html = await (await getConfirm(request, { params })).text()

  const letters = html.split(translator('fr')('cohorts.many.letters'))[1] ?? ''
  expect(letters).toContain(translator('ar')('mail.invitation.open'))
  expect(letters).toContain(translator('fr')('mail.invitation.open'))
  expect(letters).toContain(FACE.helpEmail)
  expect(html).toContain(translator('fr')('cohorts.import.confirm.nameless', { count: 3 }))
  // Of the two French readers one finds no seat, and gets no invitation now.
  expect(letters.match(/1 personne/g)).toHaveLength(2)
})

it('gives the days and the hours of the cohort and the contact of the school, which also gets the answers', async () => {
  const { cohort, permit, runId } = await checkedList(true)
  await startImport(permit, runId, NOW)
  await runImports(() => NOW)
  await sendDue(() => NOW)

  const [arabic = ''] = mailTo(`${cohort.id}-0@court.example`)
  const [french = ''] = mailTo(`${cohort.id}-1@court.example`)
  expect(french).toContain(`\nReply-To: ${FACE.helpEmail}\n`)
  for (const day of Object.values(DAYS)) {
    expect(french).toContain(formatLooseDate(day, 'fr'))
    expect(arabic).toContain(formatLooseDate(day, 'ar'))
  }
  expect(french).toContain(FACE.helpEmail)
  expect(arabic).not.toContain('توصلتم بدعوة')
})

it('names no contact and no address for answers if the school has none', async () => {
  const { cohort, permit, runId } = await checkedList(false)
  await startImport(permit, runId, NOW)
  await runImports(() => NOW)
  await sendDue(() => NOW)

  const [french = ''] = mailTo(`${cohort.id}-1@court.example`)
  expect(french).toContain(translator('fr')('mail.invitation.open'))
  expect(french).not.toMatch(/Reply-To|null|undefined/)
})
