import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Letter } from '@/domain/letter/letter'
import type { LetterChoices } from '@/domain/letter/letter-budget'
import { chooseLetters, stopLetters } from '@/server/account/letters/choose-letters'
import { myLetters } from '@/server/account/letters/my-letters'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { executeRetention } from '@/server/account-removal/retention'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { reminderPage } from '@/server/cohort/reminders/reminder-page'
import { sendReminders } from '@/server/cohort/reminders/send-reminders'
import { db, sql } from '@/server/db/client'
import { claimMails } from '@/server/db/mail/mails'
import { env } from '@/server/env'
import { sendDue } from '@/server/mail/send-due'
import { storeNecessary, storeWithinBudget } from '@/server/mail/store-letters'
import { writeDigests } from '@/server/mail/write-digests'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { linkIn, mailTo } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { actorNow, insertStaff } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

const NOW = new Date('2026-11-25T10:00:00Z')
const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS)
const WEEK = 7 * 24
/** The hours from `NOW` to eight in the morning in Morocco on the seventh day after. */
const MORNING = WEEK - 3

beforeEach(async () => {
  await db().mail.deleteMany()
})

type Someone = Awaited<ReturnType<typeof insertPerson>>
const reminderTo = ({ email }: Someone, course = 'Les fondamentaux'): Letter<'reminder'> => ({
  kind: 'reminder',
  to: email,
  name: 'Fatima Alaoui',
  locale: 'fr',
  link: 'http://localhost:3000/fr/courses/fundamentals',
  about: {
    institution: 'École',
    course,
    cohort: 'Promotion 2026',
    reminder: { why: 'late', from: 'Houda Mrabet', note: null },
  },
})
const send = (person: Someone, at = NOW, course?: string) =>
  db().$transaction((tx) =>
    storeWithinBudget(tx, [{ letter: reminderTo(person, course), accountId: person.accountId }], at),
  )
const fates = async (sent: ReturnType<typeof send>) => (await sent).map(({ fate }) => fate)
const statesOf = async ({ accountId }: Someone) =>
  (await db().mail.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind, state }) => `${kind} ${state}`,
  )
const choose = (person: Someone, choices: Partial<LetterChoices>, at = NOW) =>
  chooseLetters(mayChange(person), choices, at)

describe('the budget of a person', () => {
  it('lets two reminders of a week through, and gathers the others in one letter when the week is over', async () => {
    const her = await insertPerson({ locale: 'fr' })
    for (const [hours, course] of ['Un', 'Deux', 'Trois', 'Quatre'].entries()) await send(her, later(hours), course)
    await sendDue(() => later(4))
    expect(await statesOf(her)).toEqual(['reminder sent', 'reminder sent', 'reminder held', 'reminder held'])

    expect(await writeDigests(later(MORNING - 0.1))).toBe(0)
    expect(await writeDigests(later(MORNING))).toBe(1)
    expect(await writeDigests(later(MORNING))).toBe(0)
    await sendDue(() => later(MORNING))

    expect(await statesOf(her)).toEqual([
      'reminder sent',
      'reminder sent',
      'reminder gathered',
      'reminder gathered',
      'digest sent',
    ])
    const digest = mailTo(her.email).at(-1) ?? ''
    expect(digest).toContain('\nSubject: Vos rappels, réunis en un courrier\n')
    expect(digest).toMatch(
      /\n\nRappel\s: Trois \(25 novembre 2026\)\n\n[\s\S]*\n\nRappel\s: Quatre \(25 novembre 2026\)\n\n/,
    )
    expect(digest).toContain('/fr/learning\n')
    expect(digest).not.toContain('Bonjour Fatima Alaoui,\n\nVous participez')
  })

  it('is not exceeded, however many write at once', async () => {
    const her = await insertPerson()

    const all = await Promise.all(Array.from({ length: 8 }, () => fates(send(her))))

    expect(all.flat().filter((fate) => fate === 'goes')).toHaveLength(2)
    expect(all.flat().filter((fate) => fate === 'gathered')).toHaveLength(6)
  })

  it('is counted for each letter of one batch', async () => {
    const [her, other] = [await insertPerson(), await insertPerson()]
    const batch = [her, her, other, her].map((person) => ({
      letter: reminderTo(person),
      accountId: person.accountId,
    }))

    const decided = await db().$transaction((tx) => storeWithinBudget(tx, batch, NOW))

    expect(decided.map(({ fate }) => fate)).toEqual(['goes', 'goes', 'goes', 'gathered'])
  })

  it('does not count a letter that failed, nor a necessary one', async () => {
    const her = await insertPerson()
    await send(her)
    await send(her)
    await db().mail.updateMany({ where: { accountId: her.accountId }, data: { state: 'failed' } })
    const necessary = {
      kind: 'changed',
      to: her.email,
      name: '',
      locale: 'fr',
      link: 'http://localhost:3000/',
    } as const
    for (let n = 0; n < 3; n += 1) await storeNecessary(db(), necessary, { accountId: her.accountId }, NOW)

    expect(await fates(send(her, later(1)))).toEqual(['goes'])
  })

  it('lets no reminder reach an address that is not confirmed, or a disabled account', async () => {
    const [unconfirmed, disabled] = [await insertPerson({ confirmed: false }), await insertPerson({ disabled: true })]

    expect(await fates(send(unconfirmed))).toEqual(['stopped'])
    expect(await fates(send(disabled))).toEqual(['stopped'])
    expect(await db().mail.count()).toBe(0)
  })

  it('drops what was held for an account that was disabled meanwhile', async () => {
    const her = await insertPerson()
    await choose(her, { reminders: 'digest' })
    await send(her)
    await db().account.update({ where: { id: her.accountId }, data: { disabledAt: NOW } })

    expect(await writeDigests(later(1))).toBe(0)
    expect(await statesOf(her)).toEqual(['reminder stopped'])
  })

  it('writes one digest when several servers do the job at once', async () => {
    const her = await insertPerson()
    await choose(her, { reminders: 'digest' })
    await send(her)

    const written = await Promise.all([1, 2, 3, 4].map(() => writeDigests(later(1))))

    expect(written.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await statesOf(her)).toEqual(['reminder gathered', 'digest waiting'])
  })

  it('still holds the letters of a person whose digest fails, and goes on with other people', async () => {
    const [her, other] = [await insertPerson(), await insertPerson()]
    for (const person of [her, other]) {
      await choose(person, { reminders: 'digest' })
      await send(person)
    }
    // This letter cannot be read, so the transaction of its digest fails half-way.
    await db().mail.updateMany({
      where: { accountId: her.accountId },
      data: { letter: { kind: 'digest', locale: 'fr', about: { gathered: 1 } } },
    })
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)

    expect(await writeDigests(later(1))).toBe(1)
    log.mockRestore()

    expect(await statesOf(her)).toEqual(['reminder held'])
    expect(await statesOf(other)).toEqual(['reminder gathered', 'digest waiting'])
  })

  it('survives the daily deletion, however short letters are kept', async () => {
    vi.stubEnv('RETENTION_LETTER_DAYS', '1')
    env.reset()
    const her = await insertPerson()
    const at = new Date(Date.now() - 3 * 24 * HOUR_MS)
    await send(her, at)
    await sendDue(() => at)
    await executeRetention(new Date())
    vi.unstubAllEnvs()
    env.reset()

    expect(await statesOf(her)).toEqual(['reminder sent'])
  })
})

describe('a person whose account is disabled', () => {
  it('gets only necessary letters, even if others are already waiting', async () => {
    const [her, other] = [await insertPerson(), await insertPerson()]
    for (const person of [her, other]) await send(person)
    const refs = { accountId: her.accountId }
    await storeNecessary(db(), { ...reminderTo(her), kind: 'changed' }, refs, NOW)
    // A letter whose sender died.
    await send(her, later(-1))
    await db().mail.updateMany({ where: { ...refs, createdAt: later(-1) }, data: { state: 'sending' } })
    await db().account.update({ where: { id: her.accountId }, data: { disabledAt: NOW } })

    // It is not sent either if the account is disabled after the sending has begun.
    expect((await claimMails(sql(), 20, NOW)).map(({ letter }) => [letter.kind, letter.to])).toEqual(
      expect.not.arrayContaining([['reminder', her.email]]),
    )
    await sendDue(() => later(24))

    expect((await statesOf(her)).toSorted()).toEqual(['changed sent', 'reminder stopped', 'reminder stopped'])
    expect(await db().mail.findMany({ where: { ...refs, state: 'stopped' } })).toMatchObject([
      { letter: null },
      { letter: null },
    ])
    expect(await statesOf(other)).toEqual(['reminder sent'])
  })
})

describe('what a person chooses', () => {
  it('gathers all reminders of a week in one letter', async () => {
    const her = await insertPerson()
    await choose(her, { reminders: 'digest' })

    expect(await fates(send(her))).toEqual(['gathered'])
    await writeDigests(later(1))
    expect(await fates(send(her, later(2)))).toEqual(['gathered'])
    expect(await writeDigests(later(MORNING - 0.1))).toBe(0)
    expect(await writeDigests(later(MORNING))).toBe(1)
  })

  it('stops what is already waiting, and does not send it if she begins again later', async () => {
    const her = await insertPerson()
    await choose(her, { reminders: 'digest' })
    await send(her)
    await stopLetters({ accountId: her.accountId, letterClass: 'reminder' }, NOW)

    expect(await statesOf(her)).toEqual(['reminder stopped'])
    expect(await fates(send(her, later(1)))).toEqual(['stopped'])
    await choose(her, { reminders: 'each' }, later(2))
    expect(await writeDigests(later(3))).toBe(0)
    expect(await fates(send(her, later(3)))).toEqual(['goes'])
  })

  it('stops also what waits for the mail server, and nothing of another class', async () => {
    const her = await insertPerson()
    await send(her)
    expect(await statesOf(her)).toEqual(['reminder waiting'])
    await stopLetters({ accountId: her.accountId, letterClass: 'review' }, NOW)
    expect(await statesOf(her)).toEqual(['reminder waiting'])
    await stopLetters({ accountId: her.accountId, letterClass: 'reminder' }, NOW)
    expect(await statesOf(her)).toEqual(['reminder stopped'])
  })

  it('holds reminders while she pauses, and sends them when she ends the pause', async () => {
    const her = await insertPerson()
    await choose(her, { pausedUntil: '2026-12-20' })
    expect(await fates(send(her))).toEqual(['gathered'])
    expect(await writeDigests(later(24))).toBe(0)

    await choose(her, { pausedUntil: null }, later(25))

    expect(await writeDigests(later(25))).toBe(1)
  })

  it('is shown with what waits and what was sent', async () => {
    const her = await insertPerson()
    for (let n = 0; n < 3; n += 1) await send(her, later(n))

    const { choices, waiting, last } = await myLetters(mayRead(her), later(3))

    expect(choices).toEqual({ reminders: 'each', reviews: false, announcements: true, pausedUntil: null })
    expect(waiting).toEqual({ count: 1, from: later(MORNING) })
    expect(last.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'reminder held',
      'reminder waiting',
      'reminder waiting',
    ])
  })

  it('is deleted with her account', async () => {
    const her = await insertPerson()
    await choose(her, { reviews: true })

    await deleteAccount(mayChange(her), PASSWORD, visitOf())

    expect(await db().letterChoice.count({ where: { accountId: her.accountId } })).toBe(0)
  })
})

describe('a tutor', () => {
  async function cohortOf() {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
    const her = await insertParticipant(cohort, { now: NOW })
    const permit = permitFor(await actorNow(tutor), 'cohort:remind', targetOf(cohort))
    return { cohort, her, permit, order: { why: 'not-started' as const, note: null, shown: [her.memberId] } }
  }

  it('is not quoted in a digest to a person who has left the cohort since', async () => {
    const { her } = await cohortOf()
    await choose(her, { reminders: 'digest' })
    const { accountId, memberId } = her
    await db().$transaction((tx) => storeWithinBudget(tx, [{ letter: reminderTo(her), accountId, memberId }], NOW))
    await db().cohortMember.update({ where: { id: memberId }, data: { status: 'withdrawn' } })

    expect(await writeDigests(later(WEEK))).toBe(0)
    expect(await statesOf(her)).toEqual(['reminder stopped'])
  })

  it('is told that a reminder waits for the digest, and sees it in the log', async () => {
    const { cohort, her, permit, order } = await cohortOf()
    await send(her)
    await send(her)

    const outcome = await sendReminders(permit, order, later(1))

    expect(outcome).toEqual({ sent: 0, gathered: 1, left: 0, rested: 0 })
    const { runs } = await reminderPage(permit, cohort, { why: null, note: null, page: 1 }, later(2))
    expect(runs).toMatchObject([{ why: 'not-started', people: [{ letter: 'held' }] }])
  })

  it('sees who wants no reminders, and sends her none', async () => {
    const { cohort, her, permit, order } = await cohortOf()
    await stopLetters({ accountId: her.accountId, letterClass: 'reminder' }, NOW)

    const { chosen } = await reminderPage(permit, cohort, { why: 'not-started', note: null, page: 1 }, NOW)

    expect(chosen?.group.unreachable).toMatchObject([{ memberId: her.memberId }])
    expect(await sendReminders(permit, order, NOW)).toEqual({ sent: 0, gathered: 0, left: 1, rested: 0 })
    expect(await db().reminder.count({ where: { memberId: her.memberId } })).toBe(0)
  })
})

it('says at the end of a reminder how to stop them, in the letter and to the mail program', async () => {
  const her = await insertPerson({ locale: 'fr' })
  await send(her)
  await sendDue(() => NOW)

  const [mail = ''] = mailTo(her.email)

  const stop = mail.match(/^http:\S+\/fr\/letters\/stop\?token=(\S+)$/m)
  expect(stop).not.toBeNull()
  expect(mail).toContain(`\nList-Unsubscribe: <http://localhost:3000/api/letters/stop?token=${stop?.[1]}>\n`)
  expect(mail).toContain('\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n')
  expect(linkIn(mail).pathname).toBe('/fr/courses/fundamentals')
})

it('offers no such link in a necessary letter', async () => {
  const to = `${randomUUID()}@example.ma`
  const letter = { kind: 'changed', to, name: '', locale: 'fr', link: 'http://localhost:3000/' } as const
  await storeNecessary(db(), letter, {}, NOW)
  await sendDue(() => NOW)

  expect(mailTo(to).join()).not.toMatch(/List-Unsubscribe|letters\/stop/)
})
