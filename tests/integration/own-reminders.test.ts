import { existsSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/learning/reminders/route'
import { MOST_OWN_REMINDERS, type ReminderTime } from '@/domain/account/own-reminder'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { chooseLetters } from '@/server/account/letters/choose-letters'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { removeReminder, saveReminder } from '@/server/calendar/reminders/own-reminders'
import { sendOwnReminders } from '@/server/calendar/reminders/send-own-reminders'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { writeDigests } from '@/server/mail/write-digests'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayChange, PASSWORD } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
beforeEach(async () => {
  await db().mail.deleteMany()
  await db().ownReminder.deleteMany()
})

const NOW = new Date('2026-11-25T10:00:00Z')
const FRIDAY_9: ReminderTime = { day: null, weekday: 5, hour: 9 }
const FRIDAY = new Date('2026-11-27T08:00:00Z')
const ONCE: ReminderTime = { day: '2026-11-27', weekday: null, hour: 9 }
const later = (ms: number) => new Date(FRIDAY.getTime() + ms)
const WEEK_MS = 7 * 86_400_000

async function learner() {
  const cohort = await makeCohort(await makeSchool())
  return { ...(await insertParticipant(cohort, { now: NOW })), courseId: cohort.courseId }
}
type Her = Awaited<ReturnType<typeof learner>>
const set = (her: Her, time: ReminderTime, lessonId: string | null = null, now = NOW) =>
  saveReminder(mayChange(her), null, { courseId: her.courseId, lessonId, time }, now)
const of = ({ accountId }: Her) => db().ownReminder.findMany({ where: { accountId } })
const mailsOf = ({ accountId }: Her) => db().mail.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } })

describe('a reminder that she sets herself', () => {
  it('comes at its time, with a way to the lesson, and then next week', async () => {
    const her = await learner()
    expect(await set(her, FRIDAY_9, 'offence')).toBe('saved')

    await sendOwnReminders(later(-1))
    expect(await mailsOf(her)).toEqual([])
    await sendOwnReminders(FRIDAY)
    await sendOwnReminders(later(60_000))

    expect(await mailsOf(her)).toMatchObject([
      {
        kind: 'ownReminder',
        state: 'waiting',
        letter: { link: expect.stringMatching(new RegExp(`/courses/${her.courseId}/lessons/offence$`)) },
      },
    ])
    expect(await of(her)).toMatchObject([{ nextAt: later(WEEK_MS) }])
  })

  it('comes each week at its hour, even if the letters before it left some time after that hour', async () => {
    const her = await learner()
    for (let n = 0; n < 2; n += 1) await set(her, FRIDAY_9)
    await sendOwnReminders(FRIDAY)
    await db().mail.updateMany({ where: { accountId: her.accountId }, data: { state: 'sent', sentAt: later(40_000) } })

    await sendOwnReminders(later(WEEK_MS))

    expect((await mailsOf(her)).map(({ state }) => state)).toEqual(['sent', 'sent', 'waiting', 'waiting'])
  })

  it('comes once if it is set for one day, even if the job runs days later', async () => {
    const her = await learner()
    await set(her, ONCE)

    await sendOwnReminders(later(3 * 86_400_000))
    await sendOwnReminders(later(4 * 86_400_000))

    expect(await mailsOf(her)).toHaveLength(1)
    expect(await of(her)).toEqual([])
  })

  it('comes once when several processes do the job at once', async () => {
    const people = [await learner(), await learner(), await learner()]
    for (const her of people) await set(her, FRIDAY_9)

    await Promise.all([1, 2, 3, 4].map(() => sendOwnReminders(FRIDAY)))

    for (const her of people) expect(await mailsOf(her)).toHaveLength(1)
  })

  it('is still due when the job died before it was done', async () => {
    const her = await learner()
    await set(her, FRIDAY_9)
    // The connection breaks after the letters are stored, so the transaction is rolled back.
    const broken = vi.spyOn(await import('@/server/db/account/own-reminders'), 'advanceReminders')
    broken.mockRejectedValueOnce(new Error('connection lost'))
    await sendOwnReminders(FRIDAY)
    broken.mockRestore()
    expect(await mailsOf(her)).toEqual([])

    await sendOwnReminders(later(60_000))

    expect(await mailsOf(her)).toHaveLength(1)
  })

  it('is sent even if the reminder of another person cannot be written', async () => {
    const [her, other, third] = [await learner(), await learner(), await learner()]
    for (const one of [her, other, third]) await set(one, FRIDAY_9)
    const { releaseId } = await db().enrolment.findFirstOrThrow({ where: { accountId: other.accountId } })
    const { content } = await db().release.update({ where: { id: releaseId }, data: { content: {} } })
    expect(content).toEqual({})
    releases.reset()
    const said = vi.spyOn(console, 'log').mockReturnValue()
    await sendOwnReminders(FRIDAY)
    const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('own-reminders'))
    said.mockRestore()

    expect([await mailsOf(her), await mailsOf(other), await mailsOf(third)].map(({ length }) => length)).toEqual([
      1, 0, 1,
    ])
    expect(await of(other)).toMatchObject([{ nextAt: FRIDAY }])
    // One line is about the whole batch, and one about the reminder that cannot be written.
    expect(lines).toHaveLength(2)
  })

  it('is not sent once she has deleted it, neither as a letter nor in the digest', async () => {
    const her = await learner()
    for (const lesson of ['offence', null, 'offence']) await set(her, FRIDAY_9, lesson)
    await sendOwnReminders(FRIDAY)
    expect((await mailsOf(her)).map(({ state }) => state).toSorted()).toEqual(['held', 'waiting', 'waiting'])
    const ids = (await of(her)).map(({ id }) => id)
    const [kept = '', ...gone] = ids
    await removeReminder(mayChange(await learner()), kept)
    for (const id of gone) await removeReminder(mayChange(her), id)

    const mails = await mailsOf(her)
    const left = mails.filter(({ state }) => state !== 'stopped')
    expect(left).toMatchObject([{ letter: { about: { reminderId: kept } } }])
    expect(mails.filter(({ state }) => state === 'stopped')).toMatchObject([{ letter: null }, { letter: null }])
    if (left[0]?.state === 'waiting') expect(await writeDigests(later(8 * 86_400_000))).toBe(0)
  })

  it('is held, not lost, if it exceeds the budget of letters', async () => {
    const her = await learner()
    for (let n = 0; n < 3; n += 1) await set(her, ONCE)

    await sendOwnReminders(FRIDAY)

    expect((await mailsOf(her)).map(({ state }) => state).toSorted()).toEqual(['held', 'waiting', 'waiting'])
  })

  it('sends nothing to a person who wants no reminders, and moves on to its next time', async () => {
    const her = await learner()
    await set(her, FRIDAY_9)
    await chooseLetters(mayChange(her), { reminders: 'none' }, NOW)

    await sendOwnReminders(FRIDAY)

    expect(await mailsOf(her)).toEqual([])
    expect(await of(her)).toMatchObject([{ nextAt: later(WEEK_MS) }])
  })

  it('ends with her enrolment, and with her account', async () => {
    const [her, other] = [await learner(), await learner()]
    for (const one of [her, other]) await set(one, FRIDAY_9)
    await db().enrolment.deleteMany({ where: { accountId: her.accountId } })
    await deleteAccount(mayChange(other), PASSWORD, visitOf())

    await sendOwnReminders(FRIDAY)

    expect([await of(her), await of(other), await mailsOf(her)]).toEqual([[], [], []])
  })

  it('concerns only her own courses and their lessons, lies in the future, and is one of at most twenty', async () => {
    const her = await learner()
    await expect(set({ ...her, courseId: 'another' }, FRIDAY_9)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(set(her, FRIDAY_9, 'another')).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await set(her, ONCE, null, FRIDAY)).toBe('past')

    const all = await Promise.all(Array.from({ length: MOST_OWN_REMINDERS + 3 }, () => set(her, FRIDAY_9)))

    expect(all.filter((outcome) => outcome === 'too-many')).toHaveLength(3)
    expect(await of(her)).toHaveLength(MOST_OWN_REMINDERS)
  })

  it('is changed and deleted by nobody else', async () => {
    const [her, other] = [await learner(), await learner()]
    await set(her, FRIDAY_9)
    const [row] = await of(her)
    const id = row?.id ?? ''
    await removeReminder(mayChange(other), id)
    const change = saveReminder(mayChange(other), id, { courseId: other.courseId, lessonId: null, time: FRIDAY_9 }, NOW)

    await expect(change).rejects.toMatchObject({ code: 'not-found' })
    expect(await of(her)).toEqual([row])
  })
})

describe('her page', () => {
  const t = translator('fr')
  const HERE = '/fr/learning/reminders'
  const context = { params: Promise.resolve({ locale: 'fr' }) }
  const get = async (query = '') => (await GET(new Request(`http://localhost:3000${HERE}${query}`), context)).text()
  const post = (fields: Record<string, string>) =>
    POST(new Request(`http://localhost:3000${HERE}`, { method: 'POST', body: new URLSearchParams(fields) }), context)
  const led = ({ status, headers }: Response) => [status, headers.get('location')]

  it('sets, changes and deletes a reminder', async () => {
    const her = await learner()
    await callAs(her.sessionId)
    const fields = { act: 'save', what: `${her.courseId}/offence`, weekday: 'fri', day: '', hour: '9' }

    expect(led(await post(fields))).toEqual([303, `${HERE}?done=saved#mine`])
    const [row] = await of(her)
    const id = row?.id ?? ''
    expect(await get(`?edit=${id}`)).toContain(`<input type="hidden" name="id" value="${id}"/>`)
    expect(led(await post({ ...fields, id, hour: '18' }))).toEqual([303, `${HERE}?done=saved#mine`])
    expect(await of(her)).toMatchObject([{ id, weekday: 5, hour: 18 }])
    expect(led(await post({ act: 'remove', id }))).toEqual([303, `${HERE}?done=removed#mine`])
    expect(await of(her)).toEqual([])
  })

  it('gives a wrong form back with what was typed, still about the same reminder', async () => {
    const her = await learner()
    await callAs(her.sessionId)
    await set(her, FRIDAY_9, null, new Date())
    const [row] = await of(her)
    const id = row?.id ?? ''

    const answer = await post({ act: 'save', id, what: her.courseId, weekday: 'once', day: '2020-01-01', hour: '10' })
    const html = await answer.text()

    expect(answer.status).toBe(400)
    expect(html).toContain(t('fields.problems.not-ahead'))
    expect(html).toContain('value="2020-01-01"')
    expect(html).toContain(`<input type="hidden" name="id" value="${id}"/>`)
  })

  it('tells a person without a course that a reminder needs one', async () => {
    await callAs((await insertPerson()).sessionId)

    expect(await get()).toContain(t('reminders.noCourse'))
  })
})
