import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { GET as getUnknown } from '@/app/api/v1/[...rest]/route'
import { GET as getCertificates } from '@/app/api/v1/certificates/route'
import { GET as getMembers } from '@/app/api/v1/cohorts/[cohort]/members/route'
import { GET as getCohorts } from '@/app/api/v1/cohorts/route'
import { GET as getDocument } from '@/app/api/v1/openapi.json/route'
import { GET as getAttendance } from '@/app/api/v1/seminars/[seminar]/attendance/route'
import { GET as getSeminars } from '@/app/api/v1/seminars/route'
import type { AnswerName } from '@/domain/api/answers'
import type { openApiDocument } from '@/domain/api/openapi'
import { cursorAfter } from '@/domain/api/page-query'
import { PROBLEMS, type ProblemCode } from '@/domain/api/problem'
import type { TokenDays } from '@/domain/api/token'
import { formatCertificateNumber, makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { makeToken, revokeToken } from '@/server/api/tokens'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { secretToken, secureRandom } from '@/server/random'
import { makeSeminarDay, registered, registeredGuest } from '@/tests/support/attendance'
import { insertParticipant, insertPlace, makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { routes } from '@/tests/support/e2e/route-list'
import { NOW } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { actorNow } from '@/tests/support/staff'

type Handler = (request: Request, props: { params: Promise<never> }) => Promise<Response>
type Asked = {
  token?: string
  query?: string
  params?: Record<string, string>
  headers?: Record<string, string>
}
type Row = Record<string, unknown>

async function ask(handler: unknown, { token, query = '', params = {}, headers = {} }: Asked = {}) {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const request = new Request(`http://localhost:3000/api/v1/x${query}`, { headers: { ...authorization, ...headers } })
  const response = await (handler as Handler)(request, { params: Promise.resolve(params as never) })
  const text = await response.text()
  const body = text === '' ? null : JSON.parse(text)
  return { status: response.status, headers: response.headers, text, body, items: (body?.items ?? []) as Row[] }
}

const mayIntegrate = async ({ institutionId, administrator }: Pick<School, 'institutionId' | 'administrator'>) =>
  permitFor(await actorNow(administrator), 'institution:integrate', { institutionId })

async function tokenFor(
  school: Pick<School, 'institutionId' | 'administrator'>,
  cohorts: readonly { id: string }[] | null = null,
  { days = 30, now = new Date() }: { days?: TokenDays; now?: Date } = {},
) {
  const id = crypto.randomUUID()
  const order = { id, name: 'Scolarité', cohortIds: cohorts?.map((cohort) => cohort.id) ?? null, days }
  const made = await makeToken(await mayIntegrate(school), order, now)
  if (made.status !== 'made') throw new Error(made.status)
  return { id, token: made.token }
}

async function certify(accountId: string, { courseId, releaseId }: CohortInCourse) {
  const number = makeCertificateNumber(secureRandom)
  const names = { nameArabic: 'أمينة التازي', nameLatin: 'Amina Tazi', initials: 'A. T.' }
  await db().certificate.create({
    data: { number, accountId, releaseId, courseId, ...names, shareToken: secretToken(), issuedAt: NOW },
  })
  return formatCertificateNumber(number)
}

/** A learner who was active in the cohort when she earned her certificate. */
async function certified(cohort: CohortInCourse) {
  const person = await insertParticipant(cohort, { done: true })
  await db().memberMove.create({
    data: { memberId: person.memberId, to: 'active', at: new Date(NOW.getTime() - 1000) },
  })
  return { ...person, number: await certify(person.accountId, cohort) }
}

async function documented(): Promise<ReturnType<typeof openApiDocument>> {
  const { status, body } = await ask(getDocument)
  expect(status).toBe(200)
  return body
}

/** Throws if an answer does not fit its schema in the served document. */
async function fits(name: AnswerName | 'Problem', body: unknown) {
  const { components } = await documented()
  z.fromJSONSchema(components.schemas[name] as never).parse(body)
}

/** Stops the clock one second after the beginning of a window of the rate limiter. */
function stopClock() {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now - (now % (LIMITS.api.seconds * 1000)) + 1000 })
}
afterEach(() => {
  vi.useRealTimers()
})

let school: School
let cohort: CohortInCourse
beforeEach(async () => {
  await callAs(null)
  await db().rateCounter.deleteMany()
  school = await makeSchool()
  cohort = await makeCohort(school)
})

describe('a token', () => {
  it('opens the cohorts of its institution, their people with their completion, and their certificates', async () => {
    const { number, memberId, email } = await certified(cohort)
    const invited = await insertPlace(cohort, { status: 'invited' })
    await insertPlace(cohort, { status: 'withdrawn' as never })
    const { token } = await tokenFor(school)

    const cohorts = await ask(getCohorts, { token })
    expect(cohorts.status).toBe(200)
    expect(cohorts.items).toMatchObject([
      { id: cohort.id, name: cohort.name, startsOn: '2026-11-02', courses: [{ id: school.courseId, exam: true }] },
    ])
    const members = await ask(getMembers, { token, params: { cohort: cohort.id } })
    expect(members.items).toHaveLength(2)
    const her = members.items.find(({ id }) => id === memberId)
    expect(her).toMatchObject({
      email,
      status: 'active',
      courses: [{ lessonsDone: 1, passed: false, certificate: number }],
    })
    expect(members.items.find(({ id }) => id === invited.id)).toMatchObject({
      status: 'invited',
      courses: [{ lessonsDone: null, passed: null, passedOn: null, certificate: null }],
    })
    const certificates = await ask(getCertificates, { token })
    expect(certificates.items).toMatchObject([
      { number, kind: 'course', courseId: school.courseId, issuedAt: NOW.toISOString(), state: 'in-force' },
    ])
    await fits('Cohorts', cohorts.body)
    await fits('Members', members.body)
    await fits('Certificates', certificates.body)
  })

  it('never shows an answer, a score or an attempt', async () => {
    const { accountId } = await insertParticipant(cohort, { done: true })
    const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { accountId } })
    const sat = { enrolmentId, releaseId: cohort.releaseId, startedAt: NOW, handedInAt: NOW, number: 1 }
    await db().attempt.create({ data: { ...sat, passed: false, earned: 31.25, possible: 87.5 } })
    const { token } = await tokenFor(school)

    const { text, items } = await ask(getMembers, { token, params: { cohort: cohort.id } })
    expect(items).toMatchObject([{ courses: [{ passed: false, passedOn: null }] }])
    expect(text).not.toMatch(/31\.25|87\.5|attempt|answer|score/)
  })

  it('says which certificates are no longer in force, and which attest that somebody attended', async () => {
    const { accountId, number } = await certified(cohort)
    const seminar = await makeSeminarDay()
    await db().seminar.update({ where: { id: seminar.id }, data: { institutionId: school.institutionId } })
    const attested = makeCertificateNumber(secureRandom)
    const { hash: paperHash } = await db().paper.create({ data: { hash: attested, content: { kind: 'attendance' } } })
    const issued = { initials: 'A. T.', shareToken: secretToken(), issuedAt: NOW, paperHash }
    await db().certificate.create({ data: { number: attested, accountId, seminarId: seminar.id, ...issued } })
    await db().certificate.updateMany({ where: { accountId, seminarId: null }, data: { revokedAt: NOW } })
    const [all, some] = [await tokenFor(school), await tokenFor(school, [cohort])]

    const shown = async (token: string) =>
      new Map((await ask(getCertificates, { token })).items.map((one) => [one.number, [one.kind, one.state]]))
    const revoked = [number, ['course', 'revoked']] as const
    const attendance = [formatCertificateNumber(attested), ['attendance', 'in-force']] as const
    expect(await shown(all.token)).toEqual(new Map<unknown, unknown>([revoked, attendance]))
    expect(await shown(some.token)).toEqual(new Map<unknown, unknown>([revoked]))
    await db().seminar.update({ where: { id: seminar.id }, data: { cohortId: cohort.id } })
    expect(await shown(some.token)).toEqual(new Map<unknown, unknown>([revoked, attendance]))
  })

  it('of another school finds none of the cohorts, people, certificates, seminars or attendance lists', async () => {
    await certified(cohort)
    const seminar = await makeSeminarDay()
    await registered(seminar)
    const other = await makeSchool()
    const { token } = await tokenFor(other)

    for (const handler of [getCohorts, getCertificates, getSeminars])
      expect((await ask(handler, { token })).body).toEqual({ items: [], next: null })
    const refused = [
      await ask(getMembers, { token, params: { cohort: cohort.id } }),
      await ask(getMembers, { token, params: { cohort: crypto.randomUUID() } }),
      await ask(getMembers, { token, params: { cohort: "' or 1" } }),
      await ask(getAttendance, { token, params: { seminar: seminar.id } }),
      await ask(getAttendance, { token, params: { seminar: 'x' } }),
    ]
    for (const { status, text } of refused) {
      expect(status).toBe(404)
      // A cohort of another school and one that does not exist get the same answer.
      expect(text).toBe(refused[0]?.text)
    }
    expect(await db().auditEntry.count({ where: { act: 'api-read', institutionId: school.institutionId } })).toBe(0)
  })

  it('for one cohort opens no other one of the same school', async () => {
    const second = await makeCohort(school, { fields: { name: 'Promotion 2026-2' } })
    const hers = await certified(cohort)
    await certified(second)
    const { token } = await tokenFor(school, [cohort])

    expect((await ask(getCohorts, { token })).items.map(({ id }) => id)).toEqual([cohort.id])
    expect((await ask(getCertificates, { token })).items.map(({ number }) => number)).toEqual([hers.number])
    expect((await ask(getMembers, { token, params: { cohort: cohort.id } })).status).toBe(200)
    expect((await ask(getMembers, { token, params: { cohort: second.id } })).status).toBe(404)
  })

  it('opens nothing if it is unknown, revoked or expired, or if its institution is archived', async () => {
    const codeOf = async (token?: string, headers = {}) => {
      const { status, body, headers: sent } = await ask(getCohorts, { ...(token !== undefined && { token }), headers })
      return [status, body.code, sent.get('www-authenticate')]
    }
    const invalid = 'Bearer realm="api", error="invalid_token"'
    expect(await codeOf()).toEqual([401, 'token-missing', 'Bearer realm="api"'])
    expect(await codeOf(undefined, { authorization: 'Basic YTpi' })).toEqual([
      401,
      'token-missing',
      'Bearer realm="api"',
    ])
    expect(await codeOf('api_nothing')).toEqual([401, 'token-unknown', invalid])

    const monthsAgo = new Date(Date.now() - 31 * 86_400_000)
    const expired = await tokenFor(school, null, { now: monthsAgo })
    expect(await codeOf(expired.token)).toEqual([401, 'token-expired', invalid])

    const { id, token } = await tokenFor(school)
    expect((await ask(getCohorts, { token })).status).toBe(200)
    await revokeToken(await mayIntegrate(school), id, new Date())
    expect(await codeOf(token)).toEqual([401, 'token-revoked', invalid])

    const later = await tokenFor(school)
    await db().institution.update({ where: { id: school.institutionId }, data: { archivedAt: new Date() } })
    expect(await codeOf(later.token)).toEqual([403, 'institution-archived', null])
  })

  it('notes when it was used, and once a day in the audit log what it read of people', async () => {
    stopClock()
    const { id, token } = await tokenFor(school)
    for (let n = 0; n < 2; n += 1) {
      await ask(getCohorts, { token })
      await ask(getMembers, { token, params: { cohort: cohort.id } })
      await ask(getCertificates, { token })
    }
    const { lastUsedAt } = await db().apiToken.findUniqueOrThrow({ where: { id } })
    expect(lastUsedAt).toEqual(new Date())
    const where = { act: 'api-read', institutionId: school.institutionId }
    const entries = await db().auditEntry.findMany({ where, orderBy: { id: 'asc' } })
    expect(entries.map(({ details, actorId }) => ({ details, actorId }))).toEqual([
      { details: { token: id, name: 'Scolarité', what: 'members', of: cohort.id }, actorId: null },
      { details: { token: id, name: 'Scolarité', what: 'certificates', of: null }, actorId: null },
    ])
  })

  it('that asks too often is told when to retry, and does not hold up another token', async () => {
    stopClock()
    const { token } = await tokenFor(school)
    const other = await tokenFor(school)
    await ask(getCohorts, { token })
    await db().rateCounter.updateMany({ data: { hits: LIMITS.api.hits } })
    const { status, headers, body } = await ask(getCohorts, { token })
    expect([status, body.code]).toEqual([429, 'too-many-requests'])
    expect(headers.get('retry-after')).toBe(String(LIMITS.api.seconds - 1))
    expect((await ask(getCohorts, { token: other.token })).status).toBe(200)
  })

  it('can be guessed from one address only a limited number of times', async () => {
    stopClock()
    for (let n = 0; n < LIMITS['api-wrong'].hits; n += 1)
      expect((await ask(getCohorts, { token: `api_${n}` })).status).toBe(401)
    expect((await ask(getCohorts, { token: 'api_more' })).status).toBe(429)
    const { token } = await tokenFor(school)
    expect((await ask(getCohorts, { token })).status).toBe(200)
  })
})

describe('seminars and attendance', () => {
  it('say who was present in which half-day, guests included, without addresses or reasons', async () => {
    const seminar = await makeSeminarDay()
    const judge = await registered(seminar)
    await registered(seminar, 'withdrawn')
    const guest = await registeredGuest(seminar)
    const noted = { way: 'hand', changedAt: NOW, at: NOW }
    await db().seminarCheckIn.createMany({
      data: [
        { ...noted, halfDayId: seminar.morning, registrationId: judge.placeId, state: 'present' },
        { ...noted, halfDayId: seminar.morning, registrationId: guest.placeId, state: 'struck', reason: 'pas venu' },
      ],
    })
    const { token } = await tokenFor(seminar)

    const seminars = await ask(getSeminars, { token })
    expect(seminars.items).toMatchObject([
      {
        ...{ id: seminar.id, status: 'open', startsAt: '2026-12-03T08:00:00.000Z', registered: 2, cohortId: null },
        halfDays: [{ id: seminar.morning, day: '2026-12-03', half: 'morning' }, { id: seminar.afternoon }],
      },
    ])
    const list = await ask(getAttendance, { token, params: { seminar: seminar.id } })
    expect(list.items).toHaveLength(2)
    expect(list.items.find(({ id }) => id === judge.placeId)).toMatchObject({
      guest: false,
      halfDays: [
        { halfDayId: seminar.morning, present: true, at: NOW.toISOString() },
        { halfDayId: seminar.afternoon, present: false, at: null },
      ],
    })
    expect(list.items.find(({ id }) => id === guest.placeId)).toMatchObject({
      ...{ guest: true, nameLatin: guest.name },
      halfDays: [{ present: false, at: null }, { present: false }],
    })
    for (const hidden of [judge.email, guest.email, 'pas venu', 'struck']) expect(list.text).not.toContain(hidden)
    await fits('Seminars', seminars.body)
    await fits('Attendance', list.body)
  })

  it('are limited, for a token of some cohorts, to the seminars in their programmes, without drafts', async () => {
    const seminar = await makeSeminarDay()
    const own = await makeCohort({ ...seminar, courseId: school.courseId })
    const { token } = await tokenFor(seminar, [own])
    expect((await ask(getSeminars, { token })).items).toEqual([])
    expect((await ask(getAttendance, { token, params: { seminar: seminar.id } })).status).toBe(404)

    await db().seminar.update({ where: { id: seminar.id }, data: { cohortId: own.id } })
    expect((await ask(getSeminars, { token })).items).toHaveLength(1)
    expect((await ask(getAttendance, { token, params: { seminar: seminar.id } })).status).toBe(200)

    await db().seminar.update({ where: { id: seminar.id }, data: { status: 'draft' } })
    expect((await ask(getSeminars, { token })).items).toEqual([])
    expect((await ask(getAttendance, { token, params: { seminar: seminar.id } })).status).toBe(404)
  })

  it('are open to a co-organiser from its acceptance until its withdrawal', async () => {
    const seminar = await makeSeminarDay()
    await registered(seminar)
    const { token } = await tokenFor(school)
    const organiser = { seminarId: seminar.id, institutionId: school.institutionId }
    await db().seminarOrganiser.create({ data: { ...organiser, askedAt: NOW } })
    expect((await ask(getSeminars, { token })).items).toEqual([])
    await db().seminarOrganiser.updateMany({ where: organiser, data: { acceptedAt: NOW } })
    expect((await ask(getAttendance, { token, params: { seminar: seminar.id } })).items).toHaveLength(1)
    await db().seminarOrganiser.updateMany({ where: organiser, data: { withdrawnAt: NOW } })
    expect((await ask(getSeminars, { token })).items).toEqual([])
  })
})

describe('a list', () => {
  it('comes in pages that hold everybody once, also if somebody comes meanwhile', async () => {
    for (let n = 0; n < 7; n += 1) await insertPlace(cohort, { status: 'invited' })
    const { token } = await tokenFor(school)
    const before = (await ask(getMembers, { token, params: { cohort: cohort.id } })).items.map(({ id }) => id)
    const seen: unknown[] = []
    let query = '?limit=3'
    for (let pages = 0; pages < 10 && query; pages += 1) {
      const { items, body } = await ask(getMembers, { token, params: { cohort: cohort.id }, query })
      expect(items.length).toBeLessThanOrEqual(3)
      seen.push(...items.map(({ id }) => id))
      if (pages === 0) await insertPlace(cohort, { status: 'invited' })
      query = body.next === null ? '' : `?limit=3&cursor=${body.next}`
    }
    expect(query).toBe('')
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => before.includes(id as string))).toEqual(before)
  })

  it('of attendance comes in pages too', async () => {
    const seminar = await makeSeminarDay()
    for (let n = 0; n < 3; n += 1) await registered(seminar)
    const { token } = await tokenFor(seminar)
    const params = { seminar: seminar.id }
    const first = await ask(getAttendance, { token, params, query: '?limit=2' })
    const second = await ask(getAttendance, { token, params, query: `?limit=2&cursor=${first.body.next}` })
    expect([first.items.length, second.items.length, second.body.next]).toEqual([2, 1, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3)
  })

  it.each([
    ['cursor', '?cursor=abc'],
    ['cursor', '?cursor='],
    ['cursor', `?cursor=${Buffer.from("'; drop table").toString('base64url')}`],
    ['cursor', `?cursor=${cursorAfter('0198c0de-0000-7000-8000-000000000001')}=`],
    ['limit', '?limit=0'],
    ['limit', '?limit=201'],
    ['limit', '?limit=-1'],
    ['limit', '?limit=ten'],
  ])('refuses a wrong %s: %s', async (code, query) => {
    const { token } = await tokenFor(school)
    for (const handler of [getCohorts, getCertificates, getSeminars]) {
      const { status, body, headers } = await ask(handler, { token, query })
      expect([status, body.code]).toEqual([400, code])
      expect(headers.get('content-type')).toBe('application/problem+json')
    }
  })

  it('is not sent again while it has not changed', async () => {
    const { token } = await tokenFor(school)
    const first = await ask(getCohorts, { token })
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await ask(getCohorts, { token, headers: { 'if-none-match': `"x", W/${etag}` } })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])

    await db().cohort.update({ where: { id: cohort.id }, data: { name: 'Un autre nom' } })
    const changed = await ask(getCohorts, { token, headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
    // Nobody without a token learns whether something has changed.
    expect((await ask(getCohorts, { headers: { 'if-none-match': etag } })).status).toBe(401)
  })
})

describe('a problem', () => {
  it.each(LOCALES)('is told in the language that was asked for: %s', async (locale) => {
    const t = translator(locale)
    const headers = { 'accept-language': `${locale}-MA,de;q=0.5` }
    const { token } = await tokenFor(school)
    const refused = [
      await ask(getCohorts, { headers }),
      await ask(getCohorts, { token, headers, query: '?limit=x' }),
      await ask(getMembers, { token, headers, params: { cohort: 'x' } }),
      await ask(getUnknown, { headers }),
    ]
    const codes: ProblemCode[] = ['token-missing', 'limit', 'not-found', 'not-found']
    for (const [place, { status, body, headers: sent }] of refused.entries()) {
      const code = codes[place] as ProblemCode
      expect(status).toBe(PROBLEMS[code])
      expect(body).toEqual({
        ...{ type: 'about:blank', status, code },
        ...{ title: t(`api.problems.${code}.title`), detail: t(`api.problems.${code}.detail`) },
      })
      expect(sent.get('content-language')).toBe(locale)
      expect(sent.get('cache-control')).toBe('no-store')
      await fits('Problem', body)
    }
  })
})

describe('the OpenAPI document', () => {
  it('names each route of the API, and no other', async () => {
    const { openapi, paths } = await documented()
    expect(openapi).toBe('3.1.0')
    const served = routes()
      .filter((route) => route.startsWith('GET /api/v1/') && !/openapi|\.\.\./.test(route))
      .map((route) => route.slice(4).replace(/\[(\w+)\]/g, '{$1}'))
    expect(Object.keys(paths).toSorted()).toEqual(served.toSorted())
    // The API has no route that writes.
    expect(routes().filter((route) => /^(POST|PUT|PATCH|DELETE) \/api\/v1/.test(route))).toEqual([])
  })

  it('names each status with which a request can be refused', async () => {
    const { paths } = await documented()
    for (const [path, { get }] of Object.entries(paths)) {
      const statuses = [...new Set<number>(Object.values(PROBLEMS))].filter(
        (status) => status !== 404 || path.includes('{'),
      )
      expect(Object.keys(get.responses).toSorted()).toEqual([200, 304, ...statuses].map(String).toSorted())
    }
  })

  it('refuses an answer with one field more or of another type', async () => {
    const { token } = await tokenFor(school)
    const { body } = await ask(getCohorts, { token })
    await fits('Cohorts', body)
    await expect(fits('Cohorts', { ...body, more: 1 })).rejects.toThrow()
    await expect(fits('Cohorts', { ...body, next: 3 })).rejects.toThrow()
  })
})
