import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as survey } from '@/app/[locale]/(learn)/seminars/[seminar]/survey/[when]/route'
import { GET as calendar } from '@/app/[locale]/(public)/seminars/[seminar]/ics/route'
import { GET as material } from '@/app/[locale]/(public)/seminars/[seminar]/materials/[material]/route'
import { GET as proceedings } from '@/app/[locale]/(public)/seminars/[seminar]/proceedings/route'
import { GET as registration } from '@/app/[locale]/(public)/seminars/[seminar]/registration/route'
import { GET as event } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as list } from '@/app/[locale]/(public)/seminars/route'
import { POST as close } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/close/route'
import { POST as halfDay } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/half-day/route'
import { GET as attendance } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/route'
import { POST as ticks } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/ticks/route'
import { POST as unlisted } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/unlisted/route'
import { POST as cancel } from '@/app/[locale]/(teach)/seminars/[seminar]/cancel/route'
import { POST as edit } from '@/app/[locale]/(teach)/seminars/[seminar]/edit/route'
import { GET as materials } from '@/app/[locale]/(teach)/seminars/[seminar]/materials/route'
import { POST as organisers } from '@/app/[locale]/(teach)/seminars/[seminar]/organisers/route'
import { GET as places } from '@/app/[locale]/(teach)/seminars/[seminar]/places/route'
import { GET as room } from '@/app/[locale]/(teach)/seminars/[seminar]/room/route'
import { GET as sheet } from '@/app/[locale]/(teach)/seminars/[seminar]/sheet/route'
import { POST as status } from '@/app/[locale]/(teach)/seminars/[seminar]/status/route'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { guestToken } from '@/server/seminar/guest-link'
import { insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertRegistration, makeSeminar, seminarOf, sittingAt } from '@/tests/support/seminars'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const TITLE = 'Secret d’instruction'
const DAY_MS = 86_400_000
type Someone = { accountId: string; sessionId: string }
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

const READS = { event, registration, calendar, material, survey, proceedings } as unknown as Record<string, Handler>
const RUNS = { attendance, room, sheet, places, materials } as unknown as Record<string, Handler>
const ACTS = { ticks, halfDay, unlisted, close, status, cancel, edit, organisers } as unknown as Record<string, Handler>

async function call(who: Someone | null, handler: Handler, params: Record<string, string>, form = false, query = '') {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`${ORIGIN}/fr/x${query}`, {
    headers: { accept: 'text/html', origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
    ...(form && { method: 'POST', body: new URLSearchParams({ act: 'open', count: '0' }) }),
  })
  const response = await handler(request, { params: Promise.resolve({ locale: 'fr', ...params } as never) })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

/** A seminar of a cohort, for invited people only, which began an hour ago and has a file; and people outside it. */
async function world() {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const begins = new Date(Date.now() - DAY_MS / 24)
  const fields = { titles: { fr: TITLE }, listed: 'invited', cohortId: cohort.id, sittings: [sittingAt(begins, 0, 5)] }
  const { id, halfDays } = await makeSeminar(school, fields as never)
  const file = { create: { name: 'a.pdf', type: 'pdf', bytes: 1, hash: 'h', store: 'database' } }
  const handed = { when: 'before', openTo: 'registered', titles: { fr: 'Note' }, createdAt: begins }
  const { id: fileId } = await db().seminarMaterial.create({
    data: { ...handed, seminar: { connect: { id } }, file },
  })
  const params = { seminar: id, material: fileId, when: 'after' }
  return {
    school,
    cohort,
    id,
    halfDay: halfDays[0]?.id ?? '',
    params,
    strangers: await strangersTo(id, cohort, begins),
  }
}

async function strangersTo(id: string, cohort: Parameters<typeof insertPlace>[0], at: Date) {
  const partner = async (answer: object) => {
    const institutionId = await makeInstitution()
    await db().seminarOrganiser.create({ data: { seminarId: id, institutionId, askedAt: at, ...answer } })
    return insertStaff('administrator', institutionId)
  }
  const [elsewhere, withdrawn] = [await makeInstitution(), await insertPerson()]
  await insertPlace(cohort, { status: 'withdrawn', ...withdrawn })
  // She was a tutor of the cohort: the row is still there, but her role has ended.
  const former = await insertPerson()
  await giveRole(former.accountId, 'tutor', cohort.institutionId)
  await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: former.accountId } })
  await db().role.updateMany({ where: { accountId: former.accountId }, data: { held: null, endedAt: at } })
  const archived = await makeInstitution()
  await db().seminarQuota.create({ data: { seminarId: id, institutionId: archived, places: 3, setAt: at } })
  const ofArchived = await insertStaff('administrator', archived)
  await db().institution.update({ where: { id: archived }, data: { archivedAt: at } })
  return {
    nobody: null,
    'somebody signed in': await insertPerson(),
    'a tutor of another institution': await insertStaff('tutor', elsewhere),
    'an administrator of another institution': await insertStaff('administrator', elsewhere),
    'a platform administrator': await insertStaff('platform-administrator', null),
    'an institution that was asked and has not answered': await partner({}),
    'an institution that declined': await partner({ withdrawnAt: at }),
    'an institution that withdrew': await partner({ acceptedAt: at, withdrawnAt: new Date() }),
    'an archived institution with a quota': ofArchived,
    'a former tutor of the cohort': former,
    'somebody who left the cohort': withdrawn,
  } satisfies Record<string, Someone | null>
}

let made: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  made = await world()
})

describe('a seminar for the invited', () => {
  it('is not revealed to strangers by any of its pages', async () => {
    const { strangers, params } = made
    for (const [who, person] of Object.entries(strangers)) {
      for (const [name, handler] of Object.entries(READS)) {
        const { status: answer, to, text } = await call(person, handler, params)
        const asked = to.includes('/sign-in') || answer === 401
        // The address of a file cannot be guessed, so the answer may be 403 and not 404.
        const refused = name === 'material' && person !== null ? answer === 403 : answer === 404
        expect([who, name, answer, refused || (person === null && asked)]).toEqual([who, name, answer, true])
        expect(text).not.toContain(TITLE)
      }
      expect((await call(person, list as unknown as Handler, {})).text).not.toContain(TITLE)
    }
  })

  it('is shown to its own staff, on its page and in its calendar file', async () => {
    const { school, params } = made
    for (const handler of [event, calendar] as unknown as Handler[]) {
      const { status: answer, text } = await call(school.administrator, handler, params)
      expect(answer).toBe(200)
      expect(text.replace(/\r\n /g, '')).toContain(TITLE)
    }
  })

  it('cannot be run or changed by strangers', async () => {
    const { strangers, params, id } = made
    const before = await seminarOf(id)
    for (const [who, person] of Object.entries(strangers)) {
      for (const [name, handler] of [...Object.entries(RUNS), ...Object.entries(ACTS)]) {
        const { status: answer, to, text } = await call(person, handler, params, name in ACTS)
        const refused = person === null ? to.includes('/sign-in') : answer === 403 || answer === 404
        expect([who, name, answer, refused]).toEqual([who, name, answer, true])
        expect(text).not.toContain(TITLE)
      }
    }
    expect(await seminarOf(id)).toEqual(before)
  })

  it('shows a person who withdrew, declined or answered too late only her own place', async () => {
    const { id, params } = made
    for (const standing of ['declined', 'withdrawn', 'lapsed'] as const) {
      const her = await insertPerson()
      await insertRegistration(id, her, standing)
      const reads = Object.entries(READS).filter(([name]) => name !== 'registration' && name !== 'calendar')
      for (const [name, handler] of reads)
        expect([standing, name, (await call(her, handler, params)).status]).toEqual([
          standing,
          name,
          name === 'material' ? 403 : 404,
        ])
      expect((await call(her, registration as unknown as Handler, params)).text).not.toContain('https://visio')
      for (const [name, handler] of Object.entries(RUNS))
        expect([standing, name, (await call(her, handler, params)).status]).toEqual([standing, name, 403])
    }
  })

  it('does not open with a link of another seminar, nor with a changed or expired one', async () => {
    const { params, school } = made
    const { id: other } = await makeSeminar(school)
    const guest = { email: 'x@example.ma', nameArabic: '', nameLatin: 'X', locale: 'fr' as const }
    const token = await guestToken(other, { ...guest, until: new Date(Date.now() + DAY_MS) })
    const late = await guestToken(params.seminar, { ...guest, until: new Date(Date.now() - 1) })
    for (const bad of [token, late, `${token.slice(0, -2)}AA`, 'x', 'A'.repeat(3000)])
      for (const [name, handler] of Object.entries(READS)) {
        const { status: answer, to } = await call(null, handler, params, false, `?guest=${encodeURIComponent(bad)}`)
        expect([name, answer === 404 || answer === 401 || to.includes('/sign-in')]).toEqual([name, true])
      }
  })
})

it('nobody can run a cancelled seminar, or one of an archived institution', async () => {
  const school = await makeSchool()
  const begins = new Date(Date.now() - DAY_MS / 24)
  const { id } = await makeSeminar(school, { sittings: [sittingAt(begins, 0, 5)] })
  await db().seminar.update({ where: { id }, data: { status: 'cancelled', cancelledAt: new Date() } })
  const shown = await call(school.administrator, room as unknown as Handler, { seminar: id })
  expect(shown.text).not.toContain('room-code')
  const closing = await call(school.administrator, close as unknown as Handler, { seminar: id }, true)
  expect(closing.status).toBeGreaterThanOrEqual(400)
  expect(await db().attendanceList.count({ where: { seminarId: id } })).toBe(0)

  await db().institution.update({ where: { id: school.institutionId }, data: { archivedAt: new Date() } })
  for (const handler of Object.values(RUNS))
    expect((await call(school.administrator, handler, { seminar: id })).status).toBe(403)
})
