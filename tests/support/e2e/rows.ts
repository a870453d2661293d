import { randomUUID } from 'node:crypto'
// Rows that a test needs in the database of the site under test, made by the site's own use cases.
import { encode } from 'next-auth/jwt'
import type { Person } from '@/domain/auth/policy'
import { GUARDED_ROLES, type Role } from '@/domain/auth/role'
import type { Course } from '@/domain/course/course'
import type { Library } from '@/domain/library/library'
import type { QuestionKey, QuestionKind } from '@/domain/question/question'
import { dayOf, nextDay } from '@/domain/time/day'
import { makeConfirmLink } from '@/server/account/email-link'
import { startPasskey } from '@/server/account/second-factor/register-passkey'
import { type Permit, permitFor } from '@/server/auth/permit'
import { renewFeed } from '@/server/calendar/feed'
import { saveReminder } from '@/server/calendar/reminders/own-reminders'
import { propose } from '@/server/certificate/propose'
import { targetOf } from '@/server/cohort/cohort-permit'
import { changeEntry } from '@/server/cohort/entry/entry-settings'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { sendInvitation } from '@/server/cohort/people/send-invitation'
import { createCohort } from '@/server/cohort/save-cohort'
import { placeOf } from '@/server/cohort/tests/draw-recalls'
import { holdTests } from '@/server/cohort/tests/hold-tests'
import { library as openLibrary } from '@/server/content/library'
import { passagesOf } from '@/server/content/passages'
import { currentRelease, currentReleases } from '@/server/content/releases'
import { admit } from '@/server/course/admit'
import { enrol as enrolNow } from '@/server/course/enrol'
import { forgetProofs } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { findMember, insertMember, moveMember } from '@/server/db/cohort/cohort-members'
import { closeSitting, findSittings, insertSitting } from '@/server/db/cohort/cohort-tests'
import { findCohort } from '@/server/db/cohort/cohorts'
import { insertReminders } from '@/server/db/cohort/reminders'
import { findLearner, type Learner } from '@/server/db/course/learners'
import { findQuestions } from '@/server/db/exam/attempts'
import { insertMail } from '@/server/db/mail/mails'
import { reportError as reportNow } from '@/server/error-report/report-error'
import { handIn as handInNow } from '@/server/exam/hand-in'
import { startExam } from '@/server/exam/start-exam'
import { confirmIdentity as confirmNow } from '@/server/institution/confirm-identity'
import { offerRole } from '@/server/institution/offer-role'
import { sessionKey } from '@/server/keys'
import { stopLinks } from '@/server/mail/stop-link'
import { bookmark, writeNote } from '@/server/note/keep-note'
import { answerPractice } from '@/server/practice/answer-practice'
import { handInGrid as handInGridNow, openGrid } from '@/server/practice/grid'
import { beginRun, openRun, takeDecision } from '@/server/practice/simulation/own-runs'
import { openShared } from '@/server/practice/simulation/shared-runs'
import { finishLesson } from '@/server/progress/finish-lesson'
import { beginReview as beginReviewNow } from '@/server/review/change-plan'
import { reviewLink } from '@/server/review/review-link'
import { cohortOf, draftOfCohort, tokenFor } from '../cohorts'
import { holdRow } from '../held-row'
import { insertPerson, mayChange, mayRead, PASSWORD, signUpOf } from '../people'
import { mayPropose } from '../proposals'
import { passkeyFor, setUpFor, startFor } from '../second-factor'
import { actorNow, giveRole, makeInstitution, passSecondFactor } from '../staff'
import { insertTrained } from '../trained'
import { visitOf } from '../visit'
import { proposeContacts } from './contact-rows'
import { awaitRegrade, proposeLesson, removeReviewed, reviewLessons } from './editorial-rows'
import { changeLaw } from './law-rows'
import { askToOrganise, beginSeminarTest, makeRunning, makeSeminar, takePlace } from './seminar-rows'
import { connectSchool } from './sign-on-rows'
import { openSignOnSchool, removeSignOnSchool } from './single-sign-on-rows'
import { makeSurveys } from './survey-rows'
import { makeWebhook } from './webhook-rows'
import { announce, askTutor } from './word-rows'

export type Someone = Awaited<ReturnType<typeof person>>
export type DrawnQuestion = Awaited<ReturnType<typeof findQuestions>>[number]
export type Attempt = { id: string; number: number; questions: DrawnQuestion[] }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

async function person(overrides: Parameters<typeof insertPerson>[0] = {}) {
  const { confirmed = true, nameArabic = 'فاطمة العلوي', nameLatin = 'Fatima Alaoui', locale = 'ar' } = overrides
  const made = await insertPerson({ ...overrides, nameArabic, nameLatin, locale })
  const { password = PASSWORD } = overrides
  // A run of tests takes longer than a staff session may stay idle.
  const lastSeenAt = new Date(Date.now() + DAY_MS)
  await db().session.update({ where: { id: made.sessionId }, data: { lastSeenAt } })
  return { ...made, confirmed, nameArabic, nameLatin, locale, password, cookie: await cookieOf(made.sessionId) }
}

async function cookieOf(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: await sessionKey() })
}

/** Puts an account first on the list of accounts, which begins with the newest. */
async function putFirst({ accountId }: Someone): Promise<void> {
  await db().account.update({ where: { id: accountId }, data: { createdAt: new Date(Date.now() + DAY_MS) } })
}

/** The cookie of another browser of hers. */
async function anotherSession({ accountId }: Someone): Promise<string> {
  const expiresAt = new Date(Date.now() + HOUR_MS)
  const { id } = await db().session.create({ data: { accountId, expiresAt } })
  return cookieOf(id)
}

/** Ends all her sessions, as their expiry does. */
async function expireSessions({ accountId }: Someone): Promise<void> {
  await db().session.updateMany({ where: { accountId }, data: { expiresAt: new Date(0) } })
}

async function enrol(someone: Someone, courseId: string): Promise<void> {
  await enrolNow(permitFor(actorOf(someone), 'course:enrol', { courseId, access: 'open' }))
}

/** Enrols her in a closed course, as the operator does. */
async function admitToClosed({ email }: Someone, courseId: string): Promise<void> {
  await admit(permitFor({ kind: 'operator' }, 'course:admit', { email, courseId }))
}

/** @param count the number of lessons, from the first; by default all of them. */
async function completeLessons(someone: Someone, courseId: string, count?: number): Promise<void> {
  const learner = await learnerOf(someone, courseId)
  const permit = permitFor(actorOf(someone), 'course:learn', { courseId, learnerId: someone.accountId })
  for (const { file, practice } of (await course(courseId)).lessons.slice(0, count)) {
    await Promise.all(practice.map((asked) => answerPractice(permit, learner, asked, asked.correct, new Date())))
    const isDone = await finishLesson(permit, learner, file.id, { end: true }, new Date())
    if (!isDone) throw new Error(`${file.id} asks for more`)
  }
}

/** Writes a note on the first passage of the first lesson, and bookmarks the one after it. @returns the note's id. */
async function keepNotes(someone: Someone, courseId: string, text: string): Promise<string> {
  const permit = permitFor(actorOf(someone), 'note:keep', { accountId: someone.accountId })
  const release = await currentRelease(courseId)
  const lesson = release?.course.lessons[0]
  if (!release || !lesson) throw new Error(`${courseId} has no lesson`)
  await writeNote(permit, { release, lesson, block: 1 }, { text, seen: '' }, new Date())
  await bookmark(permit, { release, lesson, block: 2 }, new Date())
  return (await db().passageNote.findFirstOrThrow({ where: { accountId: someone.accountId, text } })).id
}

async function startAttempt(someone: Someone, courseId: string): Promise<Attempt> {
  await startExam(sitting(someone, courseId), await learnerOf(someone, courseId), new Date())
  return openAttempt(someone, courseId)
}

/** The attempt under way, as the database has it now. */
async function openAttempt(someone: Someone, courseId: string): Promise<Attempt> {
  const { attempts } = await learnerOf(someone, courseId)
  const open = attempts.find(({ handedInAt }) => handedInAt === null)
  if (!open) throw new Error('no attempt under way')
  return { id: open.id, number: open.number, questions: await findQuestions(sql(), open.id) }
}

/**
 * The position of a question of a kind in the attempt under way. If none was drawn, one is put there, while nothing is
 * answered yet.
 */
async function placeOfKind(someone: Someone, courseId: string, kind: QuestionKind): Promise<number> {
  const { id, questions } = await openAttempt(someone, courseId)
  const ofKind = (await course(courseId)).bank.filter((question) => question.kind === kind)
  const drawn = questions.find(({ questionId }) => ofKind.some((question) => question.id === questionId))
  if (drawn) return drawn.position
  const [first] = ofKind
  if (!first) throw new Error(`no ${kind} in the bank of ${courseId}`)
  const where = { attemptId_position: { attemptId: id, position: 1 } }
  await db().attemptQuestion.update({
    where,
    data: { questionId: first.id, order: first.options.map((option) => option.id) },
  })
  return 1
}

/** Answers every question of the attempt under way correctly. */
async function answerRight(someone: Someone, courseId: string): Promise<void> {
  const { id, questions } = await openAttempt(someone, courseId)
  const { bank } = await course(courseId)
  for (const { position, questionId } of questions) {
    const { correct } = bank.find((question) => question.id === questionId) as QuestionKey
    const where = { attemptId_position: { attemptId: id, position } }
    await db().attemptQuestion.update({ where, data: { answer: correct } })
  }
}

/**
 * Hands in the attempt under way, with all answers right or as it is.
 *
 * @param at the time of the hand-in, instead of the database's clock.
 */
async function handIn(someone: Someone, courseId: string, outcome: 'right' | 'wrong', at?: Date): Promise<void> {
  if (outcome === 'right') await answerRight(someone, courseId)
  const learner = await learnerOf(someone, courseId)
  const attempt = learner.attempts.find(({ handedInAt }) => handedInAt === null)
  if (!attempt) return
  await handInNow(sitting(someone, courseId), learner, attempt, 'fr')
  if (!at) return
  await db().attempt.update({ where: { id: attempt.id }, data: { startedAt: at, handedInAt: at } })
  await db().certificate.updateMany({ where: { attemptId: attempt.id }, data: { issuedAt: at } })
}

async function certificateOf({ accountId }: Someone) {
  const { number, shareToken } = await db().certificate.findFirstOrThrow({ where: { accountId } })
  return { number, shareToken }
}

async function countCertificates({ accountId }: Someone): Promise<number> {
  return db().certificate.count({ where: { accountId } })
}

async function revoke({ accountId }: Someone): Promise<void> {
  await db().certificate.updateMany({ where: { accountId }, data: { revokedAt: new Date(), revokedReason: 'test' } })
}

/** The published course, including its answer keys. */
async function course(courseId: string): Promise<Course> {
  const found = (await courses()).find(({ file }) => file.id === courseId)
  if (!found) throw new Error(`${courseId} is not published`)
  return found
}

async function courses(): Promise<Course[]> {
  return (await currentReleases()).map((release) => release.course)
}

async function library(): Promise<Library> {
  return openLibrary()
}

async function offerSecondFactor(someone: Someone): Promise<void> {
  await startFor(someone, new Date(), someone.password)
}

/** Sets up an authenticator app an hour ago; no open browser has entered a code. */
async function setUpSecondFactor(someone: Someone) {
  const made = await setUpFor(someone, new Date(Date.now() - HOUR_MS), someone.password)
  await forgetProof(someone)
  return made
}

/** Registers a passkey an hour ago as her first second factor; no open browser has used it. */
async function setUpPasskey(someone: Someone): Promise<void> {
  await passkeyFor(someone, new Date(Date.now() - HOUR_MS), someone.password)
  await forgetProof(someone)
}

/** Her browsers ask for a code again. */
async function forgetProof({ accountId }: Someone): Promise<void> {
  await forgetProofs(db(), accountId)
}

/** Lets her browser register a passkey for as long as the tests take. */
async function beginPasskey(someone: Someone): Promise<void> {
  await startPasskey(mayChange(someone), someone.password, visitOf())
  const challengedAt = new Date(Date.now() + DAY_MS)
  await db().session.updateMany({ where: { accountId: someone.accountId }, data: { challengedAt } })
}

/**
 * Gives her roles in an institution or (null) on the platform, with a second factor just passed if a role needs one.
 */
async function empower({ accountId }: Someone, institutionId: string | null, roles: readonly Role[]): Promise<void> {
  for (const role of roles) await giveRole(accountId, role, institutionId)
  if (!roles.some((role) => GUARDED_ROLES.includes(role))) return
  if ((await db().secondFactor.count({ where: { accountId } })) === 0) await passSecondFactor(accountId)
}

/** Offers a role to an address, as an administrator does. */
async function offer(by: Someone, institutionId: string, email: string, role: Role): Promise<void> {
  const permit = permitFor(await actorNow(by), 'people:read', { institutionId })
  await offerRole(permit, { email, role, locale: 'fr' }, new Date())
}

/** Ends all her roles. */
async function endRoles({ accountId }: Someone): Promise<void> {
  await db().role.updateMany({ where: { accountId, endedAt: null }, data: { held: null, endedAt: new Date() } })
}

/** A cohort of an administrator's institution with these tutors, in its second week. @returns its id. */
async function makeCohort(by: Someone, institutionId: string, courseId: string, tutors: Someone[]): Promise<string> {
  const permit = permitFor(await actorNow(by), 'cohort:create', { institutionId })
  const tutorIds = tutors.map(({ accountId }) => accountId)
  const today = dayOf(new Date())
  const fields = { startsOn: nextDay(today, -9), endsOn: nextDay(today, 60) }
  return createCohort(permit, draftOfCohort([courseId], { fields, tutorIds }), new Date())
}

/** Puts a person into a cohort; without an account, an invitation that waits for its answer. */
async function seat(cohortId: string, someone: Someone | null, now = new Date()): Promise<void> {
  const named = someone ?? { accountId: null, email: `${randomUUID()}@example.ma`, nameArabic: '', nameLatin: '' }
  const { accountId, email, nameArabic, nameLatin } = named
  const status = accountId ? 'active' : 'invited'
  const member = { cohortId, accountId, email, nameArabic, nameLatin, function: 'judge', locale: 'fr', status } as const
  await insertMember(db(), member, null, now)
}

/** Invites a person without an account to the cohort. @returns the secret of the link in her letter. */
async function invitationToken(cohortId: string): Promise<string> {
  const { id } = await db().cohortMember.findFirstOrThrow({ where: { cohortId, accountId: null, status: 'invited' } })
  const [member, cohort] = await Promise.all([findMember(db(), id), findCohort(sql(), cohortId)])
  if (!member || !cohort) throw new Error('nobody is invited')
  await db().$transaction((tx) => sendInvitation(tx, member, cohort, new Date()))
  return tokenFor(id)
}

/** Invites a person without an account. The letter to her fails. */
async function inviteInVain(cohortId: string): Promise<void> {
  const email = `${randomUUID()}@example.ma`
  const names = { nameArabic: 'سعيد بناني', nameLatin: 'Said Bennani' }
  const person = {
    cohortId,
    accountId: null,
    email,
    ...names,
    function: 'judge',
    locale: 'fr',
    status: 'invited',
  } as const
  const memberId = await insertMember(db(), person, null, new Date())
  const letter = {
    kind: 'invitation',
    to: email,
    name: names.nameLatin,
    locale: 'fr',
    link: 'https://example.ma',
  } as const
  const id = await insertMail(db(), letter, { memberId }, new Date())
  await db().mail.update({ where: { id }, data: { state: 'failed', problem: '550' } })
}

/** Signs up for an account. @returns the secret of the link in the letter. */
async function signUp(): Promise<string> {
  const details = { nameArabic: '', nameLatin: '', function: '', institution: '' }
  const link = await makeConfirmLink({ ...signUpOf(), ...details }, new Date(), null)
  return new URL(link).searchParams.get('token') ?? ''
}

/** @returns the token of the link that stops a person's reminders. */
async function stopToken({ accountId }: Someone): Promise<string> {
  const { page } = await stopLinks({ accountId, letterClass: 'reminder' }, 'ar')
  return new URL(page).searchParams.get('token') ?? ''
}

/** A reminder that she sets herself, and the address of her calendar. */
async function remindHerself(her: Someone, courseId: string): Promise<void> {
  const time = { day: null, weekday: 5, hour: 9 } as const
  await saveReminder(mayChange(her), null, { courseId, lessonId: null, time }, new Date())
  await renewFeed(mayChange(her), new Date())
}

/** Draws the tests before and after the course of a cohort. */
async function drawTests(by: Someone, cohortId: string): Promise<void> {
  const cohort = await cohortOf(cohortId)
  await holdTests(permitFor(await actorNow(by), 'cohort:change', targetOf(cohort)), cohort, new Date())
}

/** Begins the test before the course; with `handedIn`, hands it in as it is. */
async function beginTest(cohortId: string, { accountId }: Someone, handedIn = false): Promise<void> {
  const place = placeOf(await cohortOf(cohortId))
  await insertSitting(db(), { ...place, accountId, form: 'before' }, new Date())
  const [sitting] = await findSittings(db(), place, accountId)
  if (sitting && handedIn) await closeSitting(db(), sitting.id, accountId, new Date())
}

/** Begins the review of a course that she has passed, with three questions due. @returns the link to the first one. */
async function beginReview(someone: Someone, courseId: string): Promise<string> {
  const { accountId } = someone
  await beginReviewNow(mayChange(someone), courseId, new Date())
  const cards = await db().reviewCard.findMany({ where: { accountId }, orderBy: { id: 'asc' }, take: 3 })
  const ids = cards.map(({ id }) => id)
  await db().reviewCard.updateMany({ where: { id: { in: ids } }, data: { dueOn: new Date(dayOf(new Date())) } })
  return reviewLink({ cardId: ids[0] ?? '', turn: 1 }, 'ar')
}

/** Plays a simulation as far as these choices lead. */
async function playSimulation(someone: Someone, caseId: string, choices: readonly string[]): Promise<void> {
  const permit = mayRead(someone)
  await beginRun(permit, caseId, new Date())
  for (const [place, choice] of choices.entries()) {
    const open = await openRun(permit, caseId)
    if (open) await takeDecision(permit, open, { number: place + 1, choice }, new Date())
  }
}

/** Hands in a grid with nothing ticked, so that it has a result. */
async function handInGrid(someone: Someone, caseId: string): Promise<void> {
  const permit = mayRead(someone)
  const { number, version, release, owner } = await openGrid(permit, caseId)
  const page = { number, version, releaseId: release.id, owner, writer: null, step: 0 }
  await handInGridNow(permit, caseId, { ...page, field: () => [] }, new Date())
}

/** Opens a simulation for a cohort, to be played in seats. @returns the id of the run. */
async function openGroup(tutor: Someone, cohortId: string, caseId: string): Promise<string> {
  const target = targetOf(await cohortOf(cohortId))
  return openShared(permitFor(await actorNow(tutor), 'cohort:play', target), caseId, new Date())
}

/**
 * A court or prosecution office that exists for a year, with people who hold a certificate. @returns their accounts.
 */
async function makeOffice(kind: 'court' | 'prosecution', region: string, people: number, courseId: string) {
  const institutionId = await makeInstitution(kind)
  const createdAt = new Date(Date.now() - 365 * DAY_MS)
  await db().institution.update({ where: { id: institutionId }, data: { region, createdAt } })
  const release = await db().release.findFirstOrThrow({ where: { courseId }, orderBy: { number: 'desc' } })
  const since = new Date(Date.now() - 30 * DAY_MS)
  const personFunction = kind === 'court' ? 'judge' : 'prosecutor'
  const certificate = { courseId, releaseId: release.id }
  return insertTrained({ institutionId, people, function: personFunction, certificate, since })
}

/** Marks everyone in a cohort as reminded of the exam now, with all letters sent but the first. */
async function remind({ accountId: byId }: Someone, cohortId: string): Promise<void> {
  const now = new Date()
  const members = await db().cohortMember.findMany({ where: { cohortId, status: 'active' }, orderBy: { id: 'asc' } })
  const sent = members.map(({ id: memberId, email }, place) => ({
    memberId,
    kind: 'reminder',
    to: email,
    state: place === 0 ? 'failed' : 'sent',
    createdAt: now,
  }))
  await db().mail.createMany({ data: sent })
  const reminders = sent.map(({ memberId }) => ({ memberId, byId, why: 'ready' as const }))
  await db().$transaction((tx) => insertReminders(tx, reminders, now))
}

/** Opens a cohort for self-enrolment, by code and by the domain of these tests. */
async function openEntry(by: Someone, cohortId: string): Promise<void> {
  const cohort = await findCohort(sql(), cohortId)
  if (!cohort) throw new Error('no cohort')
  const permit = permitFor(await actorNow(by), 'cohort:change', targetOf(cohort))
  await changeEntry(permit, { way: 'both', domains: ['example.ma'], approval: true }, new Date())
}

/** A list of people (CSV) that an administrator had checked for a cohort. @returns its id. */
async function checkedList(by: Someone, cohortId: string, text: string): Promise<string> {
  const file = { name: 'promotion.csv', bytes: new TextEncoder().encode(text) }
  const checked = await validateImport(await mayList(by, cohortId), file, new Date())
  if (checked.status !== 'checked') throw new Error(checked.status)
  return checked.runId
}

async function beginList(by: Someone, cohortId: string, runId: string): Promise<void> {
  await startImport(await mayList(by, cohortId), runId, new Date())
}

async function mayList(by: Someone, cohortId: string): Promise<Permit<'cohort:enrol'>> {
  const cohort = await findCohort(sql(), cohortId)
  if (!cohort) throw new Error('no cohort')
  return permitFor(await actorNow(by), 'cohort:enrol', targetOf(cohort))
}

/** Runs the imports that were started, as the site's own job does. */
async function runStartedImports(): Promise<void> {
  await runImports()
}

let letGo = async () => {}

/** Locks a row of an import, so that it waits until `unlockImportRow`. */
async function lockImportRow(runId: string, line: number): Promise<void> {
  letGo = await holdRow('ImportRow', '"runId" = $1::uuid and line = $2', [runId, line])
}

async function unlockImportRow(): Promise<void> {
  await letGo()
}

/** A person's request to join a cohort, with this status. @returns the id of her membership. */
async function request(
  cohortId: string,
  { accountId, email, nameArabic, nameLatin, locale }: Someone,
  status: 'asked' | 'waiting' | 'refused',
): Promise<string> {
  const person = { accountId, email, nameArabic, nameLatin, locale, function: 'judge' }
  const first = status === 'refused' ? 'asked' : status
  const id = await insertMember(db(), { ...person, cohortId, status: first }, accountId, new Date())
  if (!id) throw new Error('no request')
  const reason = 'Promotion réservée aux attachés de justice'
  if (status === 'refused')
    await moveMember(db(), { id, status: 'asked' }, { to: 'refused', by: null, reason }, new Date())
  return id
}

/** An administrator confirms the identity of a person in her institution. */
async function confirmIdentity(by: Someone, { accountId, ...seen }: Someone, institutionId: string): Promise<void> {
  const permit = permitFor(await actorNow(by), 'identity:confirm', { institutionId, accountId })
  await confirmNow(permit, seen, new Date())
}

/** An administrator proposes that a certificate be reissued under another name. */
async function proposeReissue(by: Someone, institutionId: string, number: string): Promise<void> {
  const names = { nameArabic: 'مريم التازي الإدريسي', nameLatin: 'Meryem Tazi Idrissi' }
  const proposal = { act: 'supersede', reason: 'Le second nom de famille manque.', ...names } as const
  await propose(await mayPropose(by, number), institutionId, proposal, new Date())
}

const REMOVAL_MS = 60_000

/** Removes accounts with all rows that refer to them. */
async function remove(where: { ids: string[] } | { email: string }): Promise<void> {
  const account = 'ids' in where ? { id: { in: where.ids } } : where
  if ('ids' in where) await removeReviewed(where.ids)
  await db().$transaction(
    async (tx) => {
      // The workers end at the same time. Rows that refer to people of both would make their deletions a deadlock.
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('remove accounts', 0))::text`
      await tx.certificate.deleteMany({ where: { account } })
      await tx.account.deleteMany({ where: account })
    },
    { maxWait: REMOVAL_MS, timeout: REMOVAL_MS },
  )
}

/** Removes the certificate of a deleted account: no other row refers to it. */
async function removeCertificate(number: string): Promise<void> {
  await db().certificate.deleteMany({ where: { number } })
}

/** Reports an error in the first sentence of a course. @returns the id of the report. */
async function reportError({ accountId }: Someone, courseId: string): Promise<string> {
  const release = (await currentReleases()).find((each) => each.courseId === courseId)
  const [lesson] = release?.course.lessons ?? []
  const passage = release && lesson && passagesOf(release.course, lesson)[1]
  if (!passage) throw new Error(`${courseId} has no text`)
  const path = `/courses/${courseId}/lessons/${lesson.file.id}`
  const at = { place: 'lesson', path, courseId, releaseId: release.id, lessonId: lesson.file.id } as const
  const words = { part: String(passage.block), passageHash: passage.hash, passage: passage.words.ar, choices: [] }
  const draft = randomUUID()
  const typed = { draft, block: '', errorKind: 'law', errorText: 'التاريخ المذكور هنا غير صحيح.' } as const
  await reportNow({ accountId, address: '', locale: 'ar' }, { ...at, ...words }, typed, new Date())
  return draft
}

function actorOf({ accountId, sessionId, confirmed, locale }: Someone): Person {
  return { kind: 'person', accountId, sessionId, confirmed, locale }
}

function sitting(someone: Someone, courseId: string): Permit<'exam:sit'> {
  return permitFor(actorOf(someone), 'exam:sit', { courseId, learnerId: someone.accountId })
}

async function learnerOf({ accountId }: Someone, courseId: string): Promise<Learner> {
  const learner = await findLearner(sql(), accountId, courseId)
  if (!learner) throw new Error(`not enrolled in ${courseId}`)
  return learner
}

export const rows = {
  putFirst,
  person,
  anotherSession,
  expireSessions,
  enrol,
  admitToClosed,
  completeLessons,
  keepNotes,
  startAttempt,
  openAttempt,
  placeOfKind,
  answerRight,
  handIn,
  certificateOf,
  countCertificates,
  revoke,
  offerSecondFactor,
  setUpSecondFactor,
  setUpPasskey,
  beginPasskey,
  forgetProof,
  course,
  courses,
  library,
  makeInstitution,
  makeOffice,
  empower,
  offer,
  endRoles,
  makeCohort,
  seat,
  invitationToken,
  inviteInVain,
  signUp,
  stopToken,
  remindHerself,
  drawTests,
  beginTest,
  beginReview,
  playSimulation,
  handInGrid,
  openGroup,
  remind,
  announce,
  askTutor,
  makeRunning,
  makeSeminar,
  askToOrganise,
  takePlace,
  beginSeminarTest,
  makeSurveys,
  reviewLessons,
  proposeLesson,
  awaitRegrade,
  openEntry,
  checkedList,
  beginList,
  runStartedImports,
  lockImportRow,
  unlockImportRow,
  request,
  confirmIdentity,
  proposeContacts,
  makeWebhook,
  connectSchool,
  openSignOnSchool,
  removeSignOnSchool,
  proposeReissue,
  remove,
  removeCertificate,
  reportError,
  changeLaw,
}
export type Rows = typeof rows
