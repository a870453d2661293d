import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { GET as learning } from '@/app/[locale]/(learn)/learning/route'
import { GET as roomOf } from '@/app/[locale]/(public)/c/[room]/route'
import { GET as proceedings } from '@/app/[locale]/(public)/seminars/[seminar]/proceedings/route'
import { GET as registration } from '@/app/[locale]/(public)/seminars/[seminar]/registration/route'
import { GET as event } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as list } from '@/app/[locale]/(public)/seminars/route'
import { GET as ofCohort } from '@/app/[locale]/(teach)/cohorts/[cohort]/seminars/route'
import { GET as ofInstitution } from '@/app/[locale]/(teach)/institutions/[institution]/seminars/route'
import { GET as surveys } from '@/app/[locale]/(teach)/institutions/[institution]/surveys/route'
import { GET as attendance } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/route'
import { GET as cancel } from '@/app/[locale]/(teach)/seminars/[seminar]/cancel/route'
import { GET as edit } from '@/app/[locale]/(teach)/seminars/[seminar]/edit/route'
import { GET as materials } from '@/app/[locale]/(teach)/seminars/[seminar]/materials/route'
import { GET as places } from '@/app/[locale]/(teach)/seminars/[seminar]/places/route'
import { GET as room } from '@/app/[locale]/(teach)/seminars/[seminar]/room/route'
import { GET as sheet } from '@/app/[locale]/(teach)/seminars/[seminar]/sheet/route'
import { GET as references } from '@/app/api/library/references/[file]/route'
import type { Letter } from '@/domain/letter/letter'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { writeLetter } from '@/server/mail/letter'
import { cancelSeminar } from '@/server/seminar/change-status'
import { insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertRegistration, makeSeminar, mayChangeSeminar, sittingAt } from '@/tests/support/seminars'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const EVIL = '</title></script><img src=x onerror=alert(1)>"\'{}<b dir=rtl>'
const RAW = /<img src=x|<b dir=rtl|<\/title><\/script>/
const DAY_MS = 86_400_000
const evil = { ar: EVIL, fr: EVIL, en: EVIL }
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

async function show(who: { sessionId: string } | null, handler: unknown, params: object, locale: string) {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/${locale}/x`, { headers: { accept: 'text/html' } })
  const response = await (handler as Handler)(request, { params: Promise.resolve({ locale, ...params } as never) })
  return { status: response.status, text: await response.text() }
}

/** A seminar with hostile texts only, and a participant with hostile names. `days`: the days until it begins. */
async function hostile(days: number, acts: ('open' | 'mark-held')[]) {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const begins = new Date(Date.now() + days * DAY_MS - DAY_MS / 24)
  const sitting = { ...sittingAt(begins, 0, 4), titles: evil, speakers: { ar: [EVIL], fr: [EVIL], en: [EVIL] } }
  const texts = { titles: evil, aims: evil, place: evil, accessDetails: evil }
  const made = await makeSeminar(school, { ...texts, cohortId: cohort.id, sittings: [sitting] }, acts)
  const her = await insertPerson({ nameArabic: EVIL, nameLatin: EVIL, locale: 'fr' })
  await insertPlace(cohort, { status: 'active', ...her })
  const { id: registrationId } = await insertRegistration(made.id, her)
  await insertRegistration(made.id, { guestEmail: 'guest@example.ma', guestNameLatin: EVIL, locale: 'fr' })
  const halfDayId = made.halfDays[0]?.id ?? ''
  const noted = { halfDayId, guestEmail: 'other@example.ma', guestName: EVIL, at: new Date() }
  await db().unlistedCheckIn.create({ data: noted })
  const file = { create: { name: `${EVIL}.pdf`, type: 'pdf', bytes: 1, hash: 'h', store: 'database' } }
  const handed = { when: 'before', openTo: 'everybody', titles: evil, createdAt: new Date() }
  await db().seminarMaterial.create({ data: { ...handed, seminar: { connect: { id: made.id } }, file } })
  return { school, cohort, her, registrationId, seminar: made.id, room: halfDayId }
}

it('typed HTML stays text on every page', async () => {
  const { school, cohort, her, seminar, room: door } = await hostile(0, ['open'])
  const params = { seminar, room: door, cohort: cohort.id, institution: school.institutionId }
  const shown = {
    hers: [her, { learning, event, registration, list, roomOf }],
    organisers: [
      school.administrator,
      ...[{ event, ofCohort, ofInstitution, surveys, attendance, cancel, edit, materials, places, room, sheet }],
    ],
    strangers: [null, { event, registration, list }],
  } as const
  for (const [who, pages] of Object.values(shown))
    for (const [name, handler] of Object.entries(pages))
      for (const locale of ['ar', 'fr', 'en']) {
        const { status, text } = await show(who, handler, params, locale)
        expect([name, status]).toEqual([name, 200])
        expect(text, name).toContain('onerror=alert(1)')
        expect(RAW.exec(text)?.[0] ?? null, name).toBeNull()
      }
})

it('typed HTML stays text in proceedings and their references', async () => {
  const { school, seminar } = await hostile(-2, ['open', 'mark-held'])
  const participation = { counted: 'registered', countries: EMPTY, functions: EMPTY }
  const proceedingsBy = [{ nameArabic: EVIL, nameLatin: EVIL }]
  await db().seminar.update({
    where: { id: seminar },
    data: { proceedingsAt: new Date(), proceedingsBy, participation },
  })
  for (const who of [null, school.administrator]) {
    const { status, text } = await show(who, proceedings, { seminar }, 'fr')
    expect(status).toBe(200)
    expect(text).toContain('onerror=alert(1)')
    expect(RAW.exec(text)).toBeNull()
  }
  const bib = await show(null, references, { file: `seminar-${seminar}.bib` }, 'fr')
  expect(bib.status).toBe(200)
  expect(bib.text.split('{').length).toBe(bib.text.split('}').length)
  const csl = await show(null, references, { file: `seminar-${seminar}.json` }, 'fr')
  expect(JSON.stringify(JSON.parse(csl.text))).toContain('onerror=alert(1)')
})

const EMPTY = { definition: 'seminar-participation', people: null, columns: [], rows: [] }

it('typed HTML stays text in letters', async () => {
  const { school, her, seminar } = await hostile(1, ['open'])
  await cancelSeminar(await mayChangeSeminar(school.administrator, seminar), evil, new Date())
  const mails = await db().mail.findMany({ where: { to: { in: [her.email, 'guest@example.ma'] } } })
  expect(mails).toHaveLength(2)
  for (const { letter } of mails) {
    const { subject, html } = writeLetter(letter as unknown as Letter)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).toContain('onerror=alert(1)')
    expect(RAW.exec(html)).toBeNull()
  }
})
