import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as ownPage } from '@/app/[locale]/(learn)/learning/reminders/route'
import { GET as download } from '@/app/api/account/calendar/route'
import { GET } from '@/app/api/calendar/[file]/route'
import { endFeed, feedAddress, renewFeed } from '@/server/calendar/feed'
import { readFeed } from '@/server/calendar/read-feed'
import { saveReminder } from '@/server/calendar/reminders/own-reminders'
import { writeCalendar } from '@/server/calendar-file/write-calendar'
import { db } from '@/server/db/client'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { mayChange, mayRead } from '@/tests/support/people'

beforeEach(() => callAs(null))

const NOW = new Date('2026-11-25T10:00:00Z')
const DAYS = { startsOn: '2026-11-02', endsOn: '2026-12-10', examOpensOn: '2026-12-01', name: 'Promotion secrète' }

async function subscriber(
  locale: 'ar' | 'fr' = 'fr',
  deadlines: Record<string, string> = { offence: '2026-11-30', exam: '2026-12-08' },
) {
  const cohort = await makeCohort(await makeSchool(), { fields: DAYS, deadlines })
  const her = { ...(await insertParticipant(cohort, { now: NOW, locale })), cohort, courseId: cohort.courseId }
  await renewFeed(mayChange(her), NOW)
  return { ...her, token: await tokenOf(her) }
}
type Her = { accountId: string; sessionId: string }
const addressOf = async (her: Her) => (await feedAddress(mayRead(her)))?.address ?? ''
const tokenOf = async (her: Her) => (await addressOf(her)).match(/\/api\/calendar\/(.*)\.ics$/)?.[1] ?? ''
const get = (token: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000/api/calendar/${token}.ics`, { headers }), {
    params: Promise.resolve({ file: `${token}.ics` }),
  })
const textOf = async (token: string, now = NOW) => unfold((await readFeed(token, now))?.text ?? '')
const unfold = (text: string) => text.replace(/\r\n[ \t]/g, '')
const events = (text: string) => text.split('BEGIN:VEVENT').slice(1)
const eventOf = (text: string, uid: string) => events(text).find((event) => event.includes(`UID:${uid}`)) ?? ''

describe('the calendar of a learner', () => {
  it('holds the days of her cohort and her deadlines as whole days, with links', async () => {
    const { token, cohort } = await subscriber()

    const text = await textOf(token)

    const expected = [
      [`cohort-${cohort.id}-starts`, '20261102'],
      [`cohort-${cohort.id}-${cohort.courseId}-examOpens`, '20261201'],
      [`cohort-${cohort.id}-ends`, '20261210'],
      [`deadline-${cohort.id}-${cohort.courseId}-offence`, '20261130'],
      [`deadline-${cohort.id}-${cohort.courseId}-exam`, '20261208'],
    ] as const
    expect(events(text)).toHaveLength(expected.length)
    for (const [uid, day] of expected) expect(eventOf(text, uid)).toContain(`DTSTART;VALUE=DATE:${day}\r\n`)
    expect(eventOf(text, `deadline-${cohort.id}-${cohort.courseId}-offence`)).toContain(
      `URL;VALUE=URI:http://localhost:3000/fr/courses/${cohort.courseId}/lessons/offence`,
    )
    expect(text).not.toMatch(/Promotion|École|Alaoui|@example/)
  })

  it('leaves out what she has done', async () => {
    const { token, accountId, cohort } = await subscriber()
    const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { accountId } })
    await db().lessonState.create({ data: { enrolmentId, lessonId: 'offence', completedAt: NOW } })

    expect(eventOf(await textOf(token), `deadline-${cohort.id}-${cohort.courseId}-offence`)).toBe('')
  })

  it('shows when her next attempt may begin, and her reminders, in UTC, before and during Ramadan', async () => {
    const her = await subscriber()
    const { id: enrolmentId, releaseId } = await db().enrolment.findFirstOrThrow({
      where: { accountId: her.accountId },
    })
    const { id } = await db().attempt.create({
      data: {
        enrolmentId,
        releaseId,
        number: 1,
        startedAt: NOW,
        handedInAt: NOW,
        passed: false,
        earned: 0,
        possible: 2,
      },
    })
    // If the exam of her cohort opened on 1 December only, she would have to wait for that day, which the calendar has
    // already.
    await db().cohortCourse.updateMany({ where: { cohortId: her.cohort.id }, data: { examOpensOn: null } })
    const what = { courseId: her.courseId, lessonId: null }
    await saveReminder(mayChange(her), null, { ...what, time: { day: '2026-11-27', weekday: null, hour: 9 } }, NOW)
    await saveReminder(mayChange(her), null, { ...what, time: { day: '2027-02-10', weekday: null, hour: 9 } }, NOW)

    const text = await textOf(her.token)

    expect(eventOf(text, `exam-${id}`)).toMatch(/DTSTART:20261126T100000Z\r\nDTEND:20261126T103000Z/)
    expect(text).toContain('DTSTART:20261127T080000Z')
    expect(text).toContain('DTSTART:20270210T090000Z')
  })

  it('keeps the UID of an entry whose day changes, and the same ETag while nothing changes', async () => {
    const { token, cohort } = await subscriber()
    const first = await readFeed(token, NOW)
    const again = await readFeed(token, new Date(NOW.getTime() + 3_600_000))
    expect(again).toEqual(first)

    await db().deadline.update({
      where: { cohortId_courseId_step: { cohortId: cohort.id, courseId: cohort.courseId, step: 'offence' } },
      data: { dueOn: new Date('2026-12-02') },
    })
    const moved = await readFeed(token, NOW)

    const uids = (text = '') => [...text.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid)
    expect(uids(moved?.text)).toEqual(uids(first?.text))
    expect(moved?.etag).not.toBe(first?.etag)
    expect(moved?.text).toContain('20261202')
  })
})

it('folds a long Arabic title at 75 octets, and never inside a letter', () => {
  const title = 'تذكير: التعرف على ضحايا الاتجار بالبشر وحمايتهم ومواكبتهم أمام المحاكم ولدى النيابات العامة '.repeat(4)
  const text = writeCalendar([{ uid: 'one', title, path: '/courses/x', day: '2026-11-25' }], 'ar', NOW)

  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\uFFFD')
  expect(unfold(text)).toContain(`SUMMARY:${title.trim()}`)
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
})

it('keeps a title with line breaks on one line', () => {
  const text = writeCalendar([{ uid: 'one', title: 'A\r\nATTENDEE:x;b,c\\', path: '/x', at: NOW }], 'fr', NOW)

  expect(text).not.toContain('\nATTENDEE')
  expect(unfold(text)).toContain('SUMMARY:A ATTENDEE:x\\;b\\,c\\\\')
})

describe('the address of a calendar', () => {
  it('answers a calendar program without a session, privately, and with 304 while nothing has changed', async () => {
    const { token } = await subscriber('ar')

    const answer = await get(token)

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toMatch(/^private/)
    expect(await answer.text()).toContain('PRODID:')
    const etag = answer.headers.get('etag') ?? ''
    const again = await get(token, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('is stored as a hash and sealed, and bound to her', async () => {
    const [her, other] = [await subscriber(), await subscriber()]
    const row = await db().calendarFeed.findUniqueOrThrow({ where: { accountId: her.accountId } })

    expect(row.hash).toBe(createHash('sha256').update(her.token).digest('hex'))
    expect(JSON.stringify(row)).not.toContain(her.token)
    await db().calendarFeed.update({ where: { accountId: other.accountId }, data: { sealed: row.sealed } })
    expect(await feedAddress(mayRead(other))).toBeNull()
  })

  it('is kept by no shared cache, and changed or misspelt tokens look like unknown ones', async () => {
    const [her, other] = [await subscriber(), await subscriber()]
    const swapped = her.token.slice(0, 20) + other.token.slice(20)
    const unknown = await get('x'.repeat(her.token.length))
    const body = await unknown.text()
    for (const token of [
      swapped,
      her.token.toUpperCase(),
      her.token.slice(0, -1),
      `${her.token}%00`,
      `${her.token} `,
    ]) {
      const answer = await get(token)
      expect([answer.status, await answer.text()]).toEqual([404, body])
      expect(answer.headers.get('etag')).toBeNull()
    }
    // 256 random bits: nobody finds an address by trying.
    expect(Buffer.from(her.token, 'base64url').length).toBeGreaterThanOrEqual(16)
    const { headers } = await get(her.token)
    expect(headers.get('cache-control')).toMatch(/^private\b/)
    expect(headers.get('vary')).not.toBe('*')
  })

  it('holds nothing of another institution, and nothing of hers once she has left the cohort', async () => {
    const [her, other] = [await subscriber(), await subscriber()]
    const text = await textOf(her.token)
    expect(text).toContain(her.cohort.id)
    expect(text).not.toContain(other.cohort.id)
    expect(text).not.toContain(other.courseId)

    const left = { where: { accountId: her.accountId }, data: { status: 'withdrawn' } }
    await db().cohortMember.updateMany(left)
    expect(events(await textOf(her.token))).toEqual([])
  })

  it('works no longer once she has made another, or ended it', async () => {
    const her = await subscriber()
    await renewFeed(mayChange(her), NOW)
    const renewed = await tokenOf(her)

    expect([(await get(her.token)).status, (await get(renewed)).status]).toEqual([404, 200])
    await endFeed(mayChange(her))
    expect([(await get(renewed)).status, await addressOf(her)]).toEqual([404, ''])
  })

  it('tells nothing of a disabled account', async () => {
    const { token, accountId } = await subscriber()
    await db().account.update({ where: { id: accountId }, data: { disabledAt: NOW } })

    const answer = await get(token)

    expect([answer.status, await answer.json()]).toEqual([404, { code: 'not-found' }])
  })

  it.each(['', 'none', '../../etc/passwd', 'x'.repeat(32), 'x'.repeat(5000)])('is not found as %j', async (token) => {
    expect((await get(token)).status).toBe(404)
  })

  it('answers sixty times an hour', async () => {
    const { token } = await subscriber()
    const statuses: number[] = []
    // The hour must not end meanwhile.
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    for (let time = 0; time < 61; time += 1) statuses.push((await get(token)).status)
    vi.useRealTimers()

    expect(statuses.filter((status) => status === 200)).toHaveLength(60)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the calendar on her page', () => {
  const page = async () => {
    const request = new Request('http://localhost:3000/fr/learning/reminders')
    return (await ownPage(request, { params: Promise.resolve({ locale: 'fr' }) })).text()
  }
  const fileOf = () =>
    download(new Request('http://localhost:3000/api/account/calendar'), { params: Promise.resolve({}) })

  it('is added by one tap to the program of a device, at the same private address', async () => {
    const her = await subscriber()
    await callAs(her.sessionId)

    const { host, pathname } = new URL(await addressOf(her))
    expect(await page()).toContain(`href="webcal://${host}${pathname}"`)
    await endFeed(mayChange(her))
    expect(await page()).not.toContain('webcal:')
  })

  it('can be loaded as a file without an address, with her own days only', async () => {
    const [her, other] = [await subscriber(), await subscriber()]
    await endFeed(mayChange(her))
    await callAs(her.sessionId)
    expect(await page()).toContain('href="/api/account/calendar"')

    const answer = await fileOf()
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="calendar.ics"')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const text = unfold(await answer.text())
    expect(eventOf(text, `cohort-${her.cohort.id}-ends`)).toContain('DTSTART;VALUE=DATE:20261210')
    expect(text).not.toContain(other.cohort.id)

    await callAs(null)
    expect((await fileOf()).status).toBe(401)
  })
})
