import { beforeEach, describe, expect, it } from 'vitest'
import { dayOf, nextDay } from '@/domain/time/day'
import { chooseLetters, stopLetters } from '@/server/account/letters/choose-letters'
import { library } from '@/server/content/library'
import { forgetNewestReleases } from '@/server/content/releases'
import { database, db } from '@/server/db/client'
import { sendDue } from '@/server/mail/send-due'
import { pauseReview, stopReview } from '@/server/review/change-plan'
import { readReviewToken } from '@/server/review/review-link'
import { writeReviewLetters } from '@/server/review/write-review-letters'
import { libraryWith, provision, textVersion } from '@/tests/support/course-factories'
import { publish } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { hearStatements } from '@/tests/support/heard-statements'
import { linkIn, mailTo } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { mayChange } from '@/tests/support/people'
import { dueNow, reviewer } from '@/tests/support/reviews'
import { secondForms } from '@/tests/support/second-forms'

ownOutbox()

const NOW = new Date()
const DAY_MS = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

beforeEach(async () => {
  await db().mail.deleteMany()
  await db().letterChoice.deleteMany()
})

/** A person with questions that are due, who wants letters. */
async function reader(options: Parameters<typeof reviewer>[0] = {}) {
  const her = await reviewer(options)
  await chooseLetters(mayChange(her), { reviews: true }, NOW)
  return her
}
const lettersTo = ({ accountId }: { accountId: string }) => db().mail.count({ where: { accountId, kind: 'review' } })

describe('a letter of review', () => {
  it('goes only to whoever asked for it, with one tap to the question and one to stop', async () => {
    const quiet = await reviewer()
    const her = await reader({ due: 5 })
    expect(await writeReviewLetters(NOW)).toBe(1)
    expect(await lettersTo(quiet)).toBe(0)
    await sendDue(() => NOW)
    const letter = mailTo(her.email).at(-1)
    const token = linkIn(letter).searchParams.get('token') ?? ''
    expect(await readReviewToken(token)).toEqual({ cardId: her.cards[0]?.id, turn: 1 })
    expect(letter).toContain('List-Unsubscribe: ')
    expect(letter).toMatch(/\/letters\/stop\?token=/)

    await stopLetters({ accountId: her.accountId, letterClass: 'review' }, NOW)
    expect(await writeReviewLetters(later(8))).toBe(0)
  })

  it('goes again on the same weekday at the same hour, even if the letter before left later', async () => {
    const her = await reader()
    await writeReviewLetters(NOW)
    await db().mail.updateMany({ data: { state: 'sent', sentAt: new Date(NOW.getTime() + 20_000) } })
    expect(await writeReviewLetters(later(7))).toBe(1)
    expect(await lettersTo(her)).toBe(2)
  })

  it('goes once a week at most, however often the job runs', async () => {
    const her = await reader()
    for (const days of [0, 1, 6]) await writeReviewLetters(later(days))
    expect(await lettersTo(her)).toBe(1)
    expect(await writeReviewLetters(later(7.1))).toBe(1)
  })

  it('stops once the questions have waited for eight weeks without an answer', async () => {
    const her = await reader()
    expect(await writeReviewLetters(later(57))).toBe(1)
    await db().mail.deleteMany()
    for (const { id } of her.cards) await dueNow(id)
    expect(await writeReviewLetters(later(55))).toBe(1)
    await db().mail.deleteMany()
    expect(await writeReviewLetters(later(58))).toBe(0)
  })

  it.each([
    [
      'nothing is due',
      (her: Reader) => db().reviewCard.updateMany({ where: { accountId: her.accountId }, data: { dueOn: later(3) } }),
    ],
    [
      'everything is learned',
      (her: Reader) => db().reviewCard.updateMany({ where: { accountId: her.accountId }, data: { dueOn: null } }),
    ],
    ['the course is paused', (her: Reader) => pauseReview(mayChange(her), her.courseId, nextDay(dayOf(NOW), 5))],
    ['the course is stopped', (her: Reader) => stopReview(mayChange(her), her.courseId, NOW)],
    [
      'she has paused her letters',
      (her: Reader) => chooseLetters(mayChange(her), { pausedUntil: nextDay(dayOf(NOW), 5) }, NOW),
    ],
    [
      'her account is disabled',
      (her: Reader) => db().account.update({ where: { id: her.accountId }, data: { disabledAt: NOW } }),
    ],
    ['the questions are gone', (her: Reader) => publish(her.courseId, 2)],
    ['the course is closed to her', closeTo],
  ])('does not go while %s', async (_, change) => {
    const her = await reader()
    await change(her)
    forgetNewestReleases()
    expect(await writeReviewLetters(NOW)).toBe(0)
  })

  it('does not go for questions whose law has changed since she began', async () => {
    await reader()
    const given = library()
    const provisions = { 'cp-448-1': provision({ versions: [textVersion({ inForceFrom: '2026-09-01' })] }) }
    library.set({ ...given, ...libraryWith({ provisions }) })
    try {
      expect(await writeReviewLetters(NOW)).toBe(0)
    } finally {
      library.set(given)
    }
  })
})

type Reader = Awaited<ReturnType<typeof reader>>

async function closeTo({ courseId, accountId }: Reader) {
  const { file } = smallCourse('x')
  await publish(courseId, 2, { second: secondForms(20), file: { ...file, access: 'closed' } })
  await db().enrolment.deleteMany({ where: { accountId, courseId } })
}

/** Copies the review of a person to so many new accounts, all of which want letters. */
async function crowd({ accountId }: Reader, people: number): Promise<void> {
  await db().$executeRaw`
    insert into "Account" (id, email, "passwordHash", "nameArabic", "nameLatin", function, institution, locale, "emailConfirmedAt")
    select gen_random_uuid(), gen_random_uuid() || '@crowd.example', '-', 'فاطمة', 'Fatima', 'judge', 'Fès', 'fr', now()
    from generate_series(1, ${people}::int)`
  await db().$executeRaw`
    insert into "LetterChoice" ("accountId", reminders, reviews, "savedAt")
    select id, 'each', true, now() from "Account" where email like '%@crowd.example'`
  await db().$executeRaw`
    insert into "ReviewPlan" ("accountId", "courseId", "startedOn")
    select a.id, p."courseId", p."startedOn" from "Account" a, "ReviewPlan" p
    where a.email like '%@crowd.example' and p."accountId" = ${accountId}::uuid`
  await db().$executeRaw`
    insert into "ReviewCard" (id, "accountId", "courseId", "questionId", "dueOn")
    select gen_random_uuid(), a.id, c."courseId", c."questionId", c."dueOn" from "Account" a, "ReviewCard" c
    where a.email like '%@crowd.example' and c."accountId" = ${accountId}::uuid`
}

describe('many people due on one day', () => {
  beforeEach(async () => {
    await db().account.deleteMany({ where: { email: { endsWith: '@crowd.example' } } })
  })
  const toCrowd = () => db().mail.count({ where: { kind: 'review', to: { endsWith: '@crowd.example' } } })

  it('each get one letter, even if three processes write them at once', async () => {
    const her = await reader()
    await crowd(her, 1200)
    const written = await Promise.all([writeReviewLetters(NOW), writeReviewLetters(NOW), writeReviewLetters(NOW)])
    expect(written.reduce((sum, each) => sum + each)).toBe(1201)
    expect(await toCrowd()).toBe(1200)
    expect(await db().mail.groupBy({ by: ['to'], having: { to: { _count: { gt: 1 } } } })).toEqual([])
  })

  it('get the rest of the letters from the next run if one is killed half-way', async () => {
    const her = await reader()
    await crowd(her, 1200)
    const given = database()
    let inserts = 0
    database.set(
      hearStatements(({ text }) => {
        if (/insert into .*"Mail"/is.test(text) && ++inserts === 2) throw new Error('killed')
      }),
    )
    await expect(writeReviewLetters(NOW)).rejects.toThrow()
    await database().close()
    database.set(given)
    const before = await db().mail.count({ where: { kind: 'review' } })
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(1201)
    expect(await writeReviewLetters(NOW)).toBe(1201 - before)
    expect(await db().mail.groupBy({ by: ['to'], having: { to: { _count: { gt: 1 } } } })).toEqual([])
  })

  it('cost a few statements for each batch of letters', async () => {
    const her = await reader()
    await crowd(her, 1600)
    const given = database()
    let statements = 0
    database.set(hearStatements(() => statements++))
    await writeReviewLetters(NOW)
    await database().close()
    database.set(given)
    expect(await toCrowd()).toBe(1600)
    // Four batches, each with statements for the people, the locks, the budget, the letters and their transaction.
    expect(statements).toBeLessThanOrEqual(4 * 7 + 3)
  })
})
