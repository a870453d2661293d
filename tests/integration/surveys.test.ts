import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { AppError } from '@/domain/errors'
import { surveyReportSchema } from '@/domain/survey/survey-report'
import { SURVEY_TITLES } from '@/domain/survey/templates'
import { dayOf, nextDay } from '@/domain/time/day'
import { writeBackup } from '@/server/backup/write-backup'
import { db, sql } from '@/server/db/client'
import { findHeld } from '@/server/db/mail/held-mails'
import { findSurvey } from '@/server/db/survey/surveys'
import { databaseUrl, env } from '@/server/env'
import { answerSurvey, mySurveys, openSurveyLink } from '@/server/survey/answer-survey'
import {
  createSurvey,
  holdSurvey,
  orderQuestions,
  renameSurvey,
  saveQuestion,
  scheduleSurvey,
  withdrawSurvey,
} from '@/server/survey/build-survey'
import { closeSurveys, openSurvey, runSurveys, tellSurveys } from '@/server/survey/run-surveys'
import { surveyPath } from '@/server/survey/survey-link'
import { MIXED_TOGETHER, mixAnswers } from '@/server/survey/waiting-answers'
import { insertPlace, makeSchool } from '@/tests/support/cohorts'
import { insertPerson, mayRead } from '@/tests/support/people'
import { insertRegistration, makeSeminar } from '@/tests/support/seminars'
import { giveRole } from '@/tests/support/staff'
import {
  answerAll,
  closeOpened,
  levelAndWords,
  mayRun,
  openedSurvey,
  questionsOf,
  surveyedCohort,
  ticketOf,
} from '@/tests/support/surveys'

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const folder = mkdtempSync(path.join(tmpdir(), 'surveys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const WORDS = { kind: 'text', text: { ar: 'س', fr: 'Q', en: 'Q' } } as const
const countOf = async (surveyId: string) => ({
  answers:
    (await db().surveyAnswer.count({ where: { surveyId } })) +
    (await db().waitingAnswer.count({ where: { surveyId } })),
  tickets: await db().surveyTicket.count({ where: { surveyId } }),
})

describe('a survey', () => {
  it('opens by itself three months after the last day of its cohort, and closes after thirty days', async () => {
    const { school, cohort } = await surveyedCohort(6)
    const permit = await mayRun(school)
    const id = await createSurvey(permit, { cohortId: cohort.id }, 'later-3', new Date())
    const day = nextDay(dayOf(new Date()), 97)
    await scheduleSurvey(permit, id, day, new Date())

    await runSurveys(inDays(96))
    expect((await findSurvey(db(), id))?.openedAt).toBeNull()
    await Promise.all([runSurveys(inDays(97)), runSurveys(inDays(97))])
    const open = await findSurvey(db(), id)
    expect(open).toMatchObject({ asked: 6, hasFigures: false })
    expect(
      await db().mail.count({ where: { kind: 'surveyOpen', account: { surveys: { some: { surveyId: id } } } } }),
    ).toBe(6)
    await runSurveys(inDays(126))
    expect((await findSurvey(db(), id))?.hasFigures).toBe(false)
    await runSurveys(inDays(127))
    expect((await findSurvey(db(), id))?.hasFigures).toBe(true)
  })

  it('asks active members who can be reached, never the staff of the institution', async () => {
    const { school, cohort, accounts } = await surveyedCohort(5)
    const add = async (person: Parameters<typeof insertPerson>[0], status: 'active' | 'withdrawn' = 'active') => {
      const { accountId, email } = await insertPerson(person)
      await insertPlace(cohort, { status, accountId, email })
      return accountId
    }
    await add({ disabled: true })
    await add({ confirmed: false })
    await add({}, 'withdrawn')
    await giveRole(await add({}), 'tutor', school.institutionId)
    await insertPlace(cohort, { status: 'invited' })
    const id = await openedSurvey(school, cohort)

    const asked = await db().surveyTicket.findMany({ where: { surveyId: id } })
    expect(asked.map(({ accountId }) => accountId).toSorted()).toEqual(accounts.toSorted())
  })

  it('about a course asks the people of all its cohorts in the institution, and no others', async () => {
    const { school, accounts } = await surveyedCohort(3)
    const second = await surveyedCohort(2, school)
    const elsewhere = await surveyedCohort(2)
    const permit = await mayRun(school)
    const id = await createSurvey(permit, { courseId: school.courseId }, 'reaction', new Date())
    await scheduleSurvey(permit, id, dayOf(new Date()), new Date())
    await openSurvey(id, new Date())

    const asked = (await db().surveyTicket.findMany({ where: { surveyId: id } })).map(({ accountId }) => accountId)
    expect(asked.toSorted()).toEqual([...accounts, ...second.accounts].toSorted())
    expect(asked).not.toContain(elsewhere.accounts[0])
  })

  it('is not scheduled beside another one from which its figures could be subtracted, also if both are scheduled at once', async () => {
    const { school, cohort } = await surveyedCohort(3)
    const other = await surveyedCohort(2, school)
    const permit = await mayRun(school)
    const now = new Date()
    const make = (about: Parameters<typeof createSurvey>[1], kind: 'reaction' | 'later-3' = 'reaction') =>
      createSurvey(permit, about, kind, now)
    const today = dayOf(now)
    const ids = [await make({ cohortId: cohort.id }), await make({ courseId: school.courseId })]

    const two = await Promise.all(ids.map((id) => scheduleSurvey(permit, id, today, now)))
    expect(two.filter((refused) => refused === null)).toHaveLength(1)
    expect(two.filter((refused) => refused !== null)).toEqual([SURVEY_TITLES.reaction])
    const opening = await Promise.all(ids.map(async (id) => (await findSurvey(db(), id))?.opensOn))
    expect(opening.toSorted()).toEqual([today, null].toSorted())

    await withdrawSurvey(permit, ids[1] ?? '', now)
    await scheduleSurvey(permit, ids[0] ?? '', today, now)
    await openSurvey(ids[0] ?? '', now)
    const course = await make({ courseId: school.courseId })
    expect(await scheduleSurvey(permit, course, nextDay(today, 29), now)).toEqual(SURVEY_TITLES.reaction)
    expect(await scheduleSurvey(permit, course, nextDay(today, 30), now)).toBeNull()
    // Other people, and other questions.
    const third = await make({ cohortId: other.cohort.id })
    expect(await scheduleSurvey(permit, third, today, now)).toBeNull()
    expect(await scheduleSurvey(permit, await make({ cohortId: cohort.id }, 'later-3'), today, now)).toBeNull()
  })

  it('waits while there is nobody to ask', async () => {
    const { school, cohort } = await surveyedCohort(0)
    const permit = await mayRun(school)
    const id = await createSurvey(permit, { cohortId: cohort.id }, 'reaction', new Date())
    await scheduleSurvey(permit, id, dayOf(new Date()), new Date())

    expect(await openSurvey(id, new Date())).toBe(false)
    const { accountId, email } = await insertPerson()
    await insertPlace(cohort, { status: 'active', accountId, email })
    expect(await openSurvey(id, inDays(1))).toBe(true)
  })
})

it('asks nobody about a seminar that was cancelled after it was planned', async () => {
  const school = await makeSchool()
  const [kept, cancelled] = [await makeSeminar(school), await makeSeminar(school)]
  const permit = await mayRun(school)
  const opened = []
  for (const seminar of [kept, cancelled]) {
    await insertRegistration(seminar.id, await insertPerson())
    const guest = { guestEmail: `guest-${seminar.id}@example.ma`, guestNameLatin: 'Omar Qiyassi', locale: 'fr' }
    await insertRegistration(seminar.id, guest)
    const id = await createSurvey(permit, { seminarId: seminar.id }, 'reaction', new Date())
    await scheduleSurvey(permit, id, dayOf(new Date()), new Date())
    if (seminar === cancelled) await db().seminar.update({ where: { id: seminar.id }, data: { status: 'cancelled' } })
    opened.push(await openSurvey(id, new Date()))
  }
  expect(opened).toEqual([true, false])
})

it('asks a guest of a seminar months later too, by a letter, since her place is kept for a year', async () => {
  const school = await makeSchool()
  const seminar = await makeSeminar(school)
  const guestEmail = `guest-${seminar.id}@example.ma`
  const guest = { guestEmail, guestNameLatin: 'Omar Qiyassi', locale: 'fr' }
  const { id: registrationId } = await insertRegistration(seminar.id, guest)
  const permit = await mayRun(school)
  const id = await createSurvey(permit, { seminarId: seminar.id }, 'later-3', new Date())
  await scheduleSurvey(permit, id, nextDay(dayOf(new Date()), 97), new Date())

  await runSurveys(inDays(97))

  expect(await db().surveyTicket.findMany({ where: { surveyId: id } })).toMatchObject([{ registrationId, told: true }])
  expect(await db().mail.findMany({ where: { to: guestEmail } })).toMatchObject([{ kind: 'surveyGuest' }])
})

describe('a survey that is planned', () => {
  it('can be changed until it opens, and not afterwards', async () => {
    const { school, cohort } = await surveyedCohort(1)
    const permit = await mayRun(school)
    const now = new Date()
    const id = await createSurvey(permit, { cohortId: cohort.id }, 'reaction', now)
    await saveQuestion(permit, id, null, WORDS, now)
    const [first, second] = await questionsOf(id)
    await orderQuestions(permit, id, second?.id ?? '', 'up', now)
    expect((await questionsOf(id)).map((question) => question.id).slice(0, 2)).toEqual([second?.id, first?.id])
    await renameSurvey(permit, id, { ar: 'ع', fr: 'T', en: 'T' }, now)
    await scheduleSurvey(permit, id, dayOf(now), now)
    await holdSurvey(permit, id, now)
    await scheduleSurvey(permit, id, dayOf(now), now)
    await openSurvey(id, now)

    const refused = [
      saveQuestion(permit, id, null, WORDS, now),
      saveQuestion(permit, id, first?.id ?? '', WORDS, now),
      orderQuestions(permit, id, first?.id ?? '', 'remove', now),
      renameSurvey(permit, id, { ar: 'ع', fr: 'U', en: 'U' }, now),
      scheduleSurvey(permit, id, nextDay(dayOf(now), 9), now),
      holdSurvey(permit, id, now),
    ].map((act) => expect(act).rejects.toMatchObject({ code: 'conflict' }))
    await Promise.all(refused)
    expect(await findSurvey(db(), id)).toMatchObject({ titles: { fr: 'T' } })
    expect(await questionsOf(id)).toHaveLength(8)
  })

  it('is not found by another institution', async () => {
    const { school, cohort } = await surveyedCohort(1)
    const other = await mayRun(await makeSchool())
    const id = await createSurvey(await mayRun(school), { cohortId: cohort.id }, 'reaction', new Date())

    await expect(createSurvey(other, { cohortId: cohort.id }, 'reaction', new Date())).rejects.toThrow(AppError)
    await expect(saveQuestion(other, id, null, WORDS, new Date())).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdrawSurvey(other, id, new Date())).rejects.toMatchObject({ code: 'not-found' })
  })

  it('needs a question and a day in the future', async () => {
    const { school, cohort } = await surveyedCohort(1)
    const permit = await mayRun(school)
    const id = await createSurvey(permit, { cohortId: cohort.id }, 'other', new Date())
    const today = dayOf(new Date())

    await expect(scheduleSurvey(permit, id, today, new Date())).rejects.toMatchObject({ code: 'conflict' })
    await saveQuestion(permit, id, null, WORDS, new Date())
    await expect(scheduleSurvey(permit, id, nextDay(today, -1), new Date())).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('cannot be made for an archived cohort', async () => {
    const { school, cohort } = await surveyedCohort(1)
    await db().cohort.update({ where: { id: cohort.id }, data: { archivedAt: new Date() } })
    await expect(
      createSurvey(await mayRun(school), { cohortId: cohort.id }, 'reaction', new Date()),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('an answer', () => {
  it('is taken once, even if several devices send one at the same moment', async () => {
    const { school, cohort, accounts } = await surveyedCohort(2)
    const id = await openedSurvey(school, cohort)
    const [question] = await questionsOf(id)
    const ticket = await ticketOf(id, accounts[0] ?? '')
    const sent = await Promise.all(
      ['4', '1', '3', '2'].map((level) => answerSurvey(ticket, { [question?.id ?? '']: level }, new Date())),
    )

    expect(sent.toSorted()).toEqual(['received', 'received', 'received', 'taken'])
    expect(await countOf(id)).toEqual({ answers: 1, tickets: 2 })
    const link = await surveyPath(id, ticket.ticketId)
    expect(await openSurveyLink(link.slice('/s/'.length), new Date())).toEqual({ state: 'received' })
  })

  it('is refused after the last day, even if the survey has not been closed yet', async () => {
    const { school, cohort, accounts } = await surveyedCohort(1)
    const id = await openedSurvey(school, cohort)
    const ticket = await ticketOf(id, accounts[0] ?? '')
    const token = (await surveyPath(id, ticket.ticketId)).slice('/s/'.length)

    expect(await answerSurvey(ticket, { a: '1' }, inDays(31))).toBe('closed')
    await closeOpened()
    expect(await answerSurvey(ticket, { a: '1' }, new Date())).toBe('closed')
    expect(await openSurveyLink(token, new Date())).toEqual({ state: 'closed' })
    expect(await countOf(id)).toEqual({ answers: 0, tickets: 0 })
  })

  it('needs a link that this site has signed', async () => {
    const { school, cohort, accounts } = await surveyedCohort(1)
    const id = await openedSurvey(school, cohort)
    const { ticketId } = await ticketOf(id, accounts[0] ?? '')
    const token = (await surveyPath(id, ticketId)).slice('/s/'.length)
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`

    for (const bad of ['', 'x', forged, token.slice(2)])
      expect(await openSurveyLink(bad, new Date())).toEqual({ state: 'bad' })
    expect(await openSurveyLink(token, new Date())).toMatchObject({ state: 'open', surveyId: id })
  })

  it('is asked for on “my learning” until it is given', async () => {
    const { school, cohort } = await surveyedCohort(1)
    const person = await insertPerson()
    await insertPlace(cohort, { status: 'active', ...person })
    const id = await openedSurvey(school, cohort)
    const permit = mayRead(person)
    const ticket = await ticketOf(id, person.accountId)

    expect(await mySurveys(permit, new Date())).toMatchObject([{ path: await surveyPath(id, ticket.ticketId) }])
    expect(await mySurveys(permit, inDays(31))).toEqual([])
    await answerSurvey(ticket, { a: '4' }, new Date())
    expect(await mySurveys(permit, new Date())).toEqual([])
  })
})

describe('letters', () => {
  it('are one for each person, and one reminder, even for those who have answered', async () => {
    const { school, cohort, accounts } = await surveyedCohort(3)
    const id = await openedSurvey(school, cohort)
    await Promise.all([tellSurveys(new Date()), tellSurveys(new Date())])
    await answerAll(id, accounts.slice(0, 1), () => ({ a: '4' }))
    await tellSurveys(inDays(12))
    const sent = () =>
      db().mail.findMany({
        where: { accountId: { in: accounts } },
        select: { kind: true, accountId: true, letter: true },
      })
    expect((await sent()).map(({ kind }) => kind)).toEqual(['surveyOpen', 'surveyOpen', 'surveyOpen'])
    await tellSurveys(inDays(14))
    await tellSurveys(inDays(20))

    const reminders = (await sent()).filter(({ kind }) => kind === 'surveyReminder')
    expect(reminders.map(({ accountId }) => accountId).toSorted()).toEqual(accounts.toSorted())
    const links = (await sent()).map(({ letter }) => new URL((letter as { link: string }).link).pathname)
    expect(new Set(links).size).toBe(3)
    expect(links.every((link) => /^\/fr\/s\/[\w-]{64}$/.test(link))).toBe(true)
  })

  it('are left out of her digest once the survey was withdrawn', async () => {
    const { school, cohort, accounts } = await surveyedCohort(1)
    const [accountId = ''] = accounts
    const pause = { reminders: 'all', reviews: false, pausedUntil: inDays(3), savedAt: new Date() }
    await db().letterChoice.create({ data: { accountId, ...pause } })
    const open = await openedSurvey(school, cohort)
    const withdrawn = await openedSurvey(school, cohort, { kind: 'later-3' })
    await tellSurveys(new Date())
    const held = { accountId, kind: 'surveyOpen', state: 'held' }
    expect(await db().mail.count({ where: held })).toBe(2)

    await withdrawSurvey(await mayRun(school), withdrawn, new Date())

    const left = await findHeld(sql(), accountId, new Date())
    expect(left.map(({ letter }) => letter.about)).toMatchObject([{ surveyId: open }])
  })

  it('are not sent to a person who wants no reminders', async () => {
    const { school, cohort, accounts } = await surveyedCohort(2)
    const [accountId = ''] = accounts
    await db().letterChoice.create({ data: { accountId, reminders: 'none', reviews: false, savedAt: new Date() } })
    await openedSurvey(school, cohort)
    await tellSurveys(new Date())

    expect(await db().mail.count({ where: { accountId } })).toBe(0)
    expect(await db().mail.count({ where: { accountId: accounts[1] ?? '' } })).toBe(1)
  })
})

describe('the figures', () => {
  it('are made once, when it has closed; fewer than five answers give none', async () => {
    const { school, cohort, accounts } = await surveyedCohort(9)
    const few = await openedSurvey(school, cohort)
    const many = await openedSurvey(school, cohort, { kind: 'later-3' })
    await answerAll(few, accounts.slice(0, 4), (_, questions) => levelAndWords(questions, '4', 'mot'))
    await answerAll(many, accounts.slice(0, 7), (_, questions) => levelAndWords(questions, '4', 'mot'))
    expect((await findSurvey(db(), many))?.figures).toBeNull()
    await Promise.all([closeOpened(), closeOpened()])

    const figures = async (id: string) => surveyReportSchema.parse((await findSurvey(db(), id))?.figures)
    expect((await figures(few)).response).toMatchObject({ status: 'hidden', reason: 'too-few-people' })
    expect(JSON.stringify((await figures(few)).questions)).not.toContain('"shown"')
    const before = await figures(many)
    expect(before.response).toMatchObject({ status: 'shown', people: 7, value: { asked: 9 } })
    // An account that is deleted afterwards changes no figure, so no difference reveals an answer.
    await db().account.delete({ where: { id: accounts[0] ?? '' } })
    await closeSurveys(inDays(40))
    expect(await figures(many)).toEqual(before)
  })

  it('count the answer of a person who has deleted her account meanwhile', async () => {
    const { school, cohort, accounts } = await surveyedCohort(6)
    const id = await openedSurvey(school, cohort)
    await answerAll(id, accounts, () => ({ a: '4' }))
    await db().account.delete({ where: { id: accounts[2] ?? '' } })
    await closeOpened()

    const figures = surveyReportSchema.parse((await findSurvey(db(), id))?.figures)
    expect(figures.response).toMatchObject({ people: 6, value: { asked: 6 } })
  })

  it('are not made for a withdrawn survey, whose answers are deleted', async () => {
    const { school, cohort, accounts } = await surveyedCohort(6)
    const id = await openedSurvey(school, cohort)
    await answerAll(id, accounts, () => ({ a: '4' }))
    const permit = await mayRun(school)
    await withdrawSurvey(permit, id, new Date())
    await withdrawSurvey(permit, id, new Date())
    await closeOpened()

    expect(await countOf(id)).toEqual({ answers: 0, tickets: 0 })
    expect(await findSurvey(db(), id)).toMatchObject({ hasFigures: false })
    const draft = await createSurvey(permit, { cohortId: cohort.id }, 'reaction', new Date())
    expect(await withdrawSurvey(permit, draft, new Date())).toBe(true)
    expect(await findSurvey(db(), draft)).toBeNull()
  })
})

describe('who answered what, in the live database while a survey is open', () => {
  /** The transactions that wrote the rows of a survey, in the order of the disk. */
  const writers = async (table: 'SurveyAnswer' | 'SurveyTicket' | 'WaitingAnswer', id: string) =>
    (
      await db().$queryRawUnsafe<{ xmin: string }[]>(
        `select xmin::text from "${table}" where "surveyId" = '${id}' order by ctid`,
      )
    ).map(({ xmin }) => xmin)
  /** People answer in turn, each with words of her own, the later ones with more. */
  const asked = async (people: number) => {
    const { school, cohort, accounts } = await surveyedCohort(people)
    return { id: await openedSurvey(school, cohort), accounts }
  }
  const answerInTurn = (id: string, accounts: readonly string[]) =>
    answerAll(id, accounts, (place, questions) => levelAndWords(questions, '4', `n${place} ${'x'.repeat(40 * place)}`))

  it('is sealed until twenty have answered, whatever they wrote', async () => {
    const { id, accounts } = await asked(2 * MIXED_TOGETHER)
    await answerInTurn(id, accounts.slice(1))

    expect(await mixAnswers(new Date())).toBe(0)
    expect(await db().surveyAnswer.count({ where: { surveyId: id } })).toBe(0)
    const waiting = await db().waitingAnswer.findMany({ where: { surveyId: id } })
    expect(waiting).toHaveLength(2 * MIXED_TOGETHER - 1)
    expect(JSON.stringify(waiting)).not.toMatch(/n[0-9] /)
    expect(new Set(waiting.map(({ sealed }) => sealed.length)).size).toBe(1)
  })

  it('follows neither from transactions nor from places on the disk once the answers were mixed', async () => {
    const { id, accounts } = await asked(4 * MIXED_TOGETHER)
    await answerInTurn(id, accounts.slice(0, 2 * MIXED_TOGETHER))
    expect(await mixAnswers(new Date())).toBeGreaterThan(0)
    const ids = (await db().surveyAnswer.findMany({ where: { surveyId: id } })).map((row) => row.id)
    await answerInTurn(id, accounts.slice(2 * MIXED_TOGETHER))
    await Promise.all([mixAnswers(new Date()), mixAnswers(new Date())])

    const [answers, tickets] = [await writers('SurveyAnswer', id), await writers('SurveyTicket', id)]
    expect(answers).toHaveLength(3 * MIXED_TOGETHER)
    expect(new Set(answers).size).toBe(1)
    expect(new Set(tickets).size).toBe(4 * MIXED_TOGETHER)
    expect(tickets).not.toContain(answers[0])
    expect(await writers('WaitingAnswer', id)).toHaveLength(MIXED_TOGETHER)
    // Not even the earlier answers can be told from the later ones.
    expect(await db().surveyAnswer.count({ where: { id: { in: ids } } })).toBe(0)
  })

  it('is counted when the survey closes, whether it was mixed or waits', async () => {
    const PEOPLE = 2 * MIXED_TOGETHER + 1
    const { id, accounts } = await asked(PEOPLE)
    await answerInTurn(id, accounts.slice(0, -1))
    await mixAnswers(new Date())
    const before = await db().surveyAnswer.count({ where: { surveyId: id } })
    await answerInTurn(id, accounts.slice(-1))
    await mixAnswers(new Date())
    await closeOpened()

    // Two backups, before her answer and after the closing, differ by at least ten answers.
    expect(PEOPLE - before).toBeGreaterThan(MIXED_TOGETHER)
    const figures = surveyReportSchema.parse((await findSurvey(db(), id))?.figures)
    expect(figures.response).toMatchObject({ people: PEOPLE })
    expect(await countOf(id)).toEqual({ answers: PEOPLE, tickets: 0 })
    expect(await writers('WaitingAnswer', id)).toEqual([])
  })

  it('is not lost when the key of the site is missing: it waits until the key is back', async () => {
    const { id, accounts } = await asked(2 * MIXED_TOGETHER)
    await answerInTurn(id, accounts)
    vi.stubEnv('SIGNING_KEY', Buffer.alloc(32, 7).toString('base64'))
    env.reset()
    await expect(mixAnswers(new Date())).rejects.toThrow(/SIGNING_KEY/)
    expect(await db().waitingAnswer.count({ where: { surveyId: id } })).toBe(2 * MIXED_TOGETHER)
    vi.unstubAllEnvs()
    env.reset()

    await mixAnswers(new Date())
    expect(await db().surveyAnswer.count({ where: { surveyId: id } })).toBe(MIXED_TOGETHER)
  })
})

describe('who answered what, from a dump taken after closing', () => {
  const PEOPLE = 40
  /** Everybody answers in the order of `accounts`, each with words of her own. */
  async function answered() {
    const asked = await surveyedCohort(PEOPLE)
    const survey = await openedSurvey(asked.school, asked.cohort)
    await tellSurveys(new Date())
    await answerAll(survey, asked.accounts, (place, questions) =>
      levelAndWords(questions, String((place % 4) + 1), `n${place}`),
    )
    return { id: survey, accounts: asked.accounts }
  }
  const dump = path.join(folder, 'closed')
  let id = ''
  let accounts: string[] = []
  /** The rows in a backup that was made while the survey was open. */
  let open: readonly string[] = []
  beforeAll(async () => {
    ;({ id, accounts } = await answered())
    await mixAnswers(new Date())
    const file = path.join(folder, 'open')
    await writeBackup(databaseUrl(), file, new Date())
    open = tableIn(file, 'SurveyAnswer')
    await closeOpened()
    await writeBackup(databaseUrl(), dump, new Date())
  })

  /** The rows of a table in a backup, in its order. */
  function tableIn(backup: string, table: string): string[] {
    const [header = '', ...lines] = gunzipSync(readFileSync(backup)).toString().split('\n')
    const tables = (JSON.parse(header) as { tables: { name: string }[] }).tables.map(({ name }) => name)
    let from = 0
    for (const name of tables) {
      const to = lines.indexOf('\\.', from)
      if (name === table) return lines.slice(from, to)
      from = to + 1
    }
    throw new Error(`no table ${table}`)
  }
  /** The number of the person whose words a row has. */
  const writerOf = (row: string) => Number(/"n(\d+)"/.exec(row)?.[1])
  /** Spearman’s rank correlation with the order in which people answered; some may be missing. */
  function likeness(order: readonly number[]): number {
    const answered = [...order].sort((a, b) => a - b)
    const squares = order.reduce((sum, place, rank) => sum + (answered.indexOf(place) - rank) ** 2, 0)
    return 1 - (6 * squares) / (order.length * (order.length ** 2 - 1))
  }
  const ofSurvey = (rows: readonly string[]) => rows.filter((row) => row.includes(id))

  it('is in no row: the tickets are gone, and an answer names only its survey', async () => {
    expect(ofSurvey(tableIn(dump, 'SurveyTicket'))).toEqual([])
    const rows = ofSurvey(tableIn(dump, 'SurveyAnswer'))
    expect(rows).toHaveLength(PEOPLE)
    const text = gunzipSync(readFileSync(dump)).toString()
    const known = rows.flatMap((row) => row.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])
    const questions = (await questionsOf(id)).map((question) => question.id)
    // Of the ids in these rows, only those of the survey and of its questions occur elsewhere in the backup.
    const elsewhere = [...new Set(known)].filter(
      (one) => text.split(one).length > rows.filter((row) => row.includes(one)).length + 1,
    )
    expect(elsewhere.filter((one) => one !== id && !questions.includes(one))).toEqual([])
    for (const accountId of accounts) expect(rows.join()).not.toContain(accountId)
  })

  it('does not follow from ids, which are random and not the earlier ones', async () => {
    const ids = ofSurvey(tableIn(dump, 'SurveyAnswer')).map((row) => row.split('\t')[0] ?? '')
    expect(ids.every((one) => /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(one))).toBe(true)
    const before = ofSurvey(open).map((row) => row.split('\t')[0])
    expect(ids.filter((one) => before.includes(one))).toEqual([])
  })

  it('does not follow from any order: of the backup, of the pages of the disk, or of the ids', async () => {
    const onDisk = await db().$queryRaw<{ answers: unknown }[]>`
      select answers from "SurveyAnswer" where "surveyId" = ${id}::uuid order by ctid`
    const orders = [
      ofSurvey(tableIn(dump, 'SurveyAnswer')),
      ofSurvey(open),
      onDisk.map(({ answers }) => JSON.stringify(answers)),
    ].map((rows) => rows.map(writerOf))
    expect(orders.map((order) => new Set(order).size)).toEqual([PEOPLE, PEOPLE - MIXED_TOGETHER, PEOPLE])
    for (const order of orders) {
      // A random order exceeds this about once in a million times.
      expect(Math.abs(likeness(order))).toBeLessThan(0.75)
    }
  })

  it('does not follow from times, counters or transactions', async () => {
    const columns = await db().$queryRaw<{ name: string; type: string }[]>`
      select column_name as name, data_type as type from information_schema.columns
      where table_name in ('SurveyAnswer', 'SurveyTicket', 'WaitingAnswer')`
    expect(columns.filter(({ type }) => /time|date|serial|int/.test(type))).toEqual([])
    const sequences = await db().$queryRaw<unknown[]>`
      select 1 from pg_depend d join pg_class c on c.oid = d.refobjid join pg_class s on s.oid = d.objid and s.relkind = 'S'
      where c.relname in ('SurveyAnswer', 'SurveyTicket', 'WaitingAnswer')`
    expect(sequences).toEqual([])
    const writers = await db().$queryRaw<{ xmin: string }[]>`
      select distinct xmin::text from "SurveyAnswer" where "surveyId" = ${id}::uuid`
    expect(writers).toHaveLength(1)
  })

  it('does not follow from the ticks beside the words of a person', () => {
    const rows = ofSurvey(tableIn(dump, 'SurveyAnswer')).map((row) => JSON.parse(row.split('\t')[2] ?? '') as object)
    // Each person gave all statements the level that follows from her number; now a row mixes levels of several people.
    const whole = rows.filter((row) => {
      const values = Object.values(row)
      const level = String((writerOf(JSON.stringify(row)) % 4) + 1)
      return values.filter((value) => value === level).length === values.length - 1
    })
    expect(whole.length).toBeLessThan(4)
  })

  it('does not follow from letters: everybody was reminded or nobody', async () => {
    const mails = await db().mail.groupBy({ by: ['kind'], where: { accountId: { in: accounts } }, _count: true })
    expect(mails).toEqual([{ kind: 'surveyOpen', _count: PEOPLE }])
  })
})
