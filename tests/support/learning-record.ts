import { randomUUID } from 'node:crypto'
import { db } from '@/server/db/client'
import { CONTACT } from './contacts'
import { giveRole, makeInstitution } from './staff'

const NOW = new Date('2026-11-24T10:00:00Z')
const REVIEWER = { signer: 'R-7K3F', function: 'Conseillère', body: 'Cour d’appel' }

/**
 * One row in every table that refers to an account: her learning and certificates, her roles, and the acts about her.
 */
export async function insertLearningRecord(accountId: string, number: string) {
  const release = await db().release.create({
    data: {
      courseId: `course-${number}`,
      number: 1,
      contentHash: number,
      lawDate: NOW,
      languages: ['ar'],
      content: {},
    },
  })
  const { courseId, id: releaseId } = release
  const enrolment = await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  const enrolmentId = enrolment.id
  await db().lessonState.create({ data: { enrolmentId, lessonId: 'the-offence', block: 3, completedAt: NOW } })
  await db().practiceAnswer.create({ data: { enrolmentId, questionId: 'practice-1', answer: ['b'], releaseId } })
  const passage = { courseId, lessonId: 'the-offence', releaseId, passage: 3, hash: 'of the words' }
  await db().correctionNoted.create({ data: { accountId, releaseId, notedAt: NOW } })
  const words = { ar: 'نص', fr: 'texte', en: 'text' }
  await db().passageNote.create({
    data: { accountId, ...passage, section: words, words, text: 'A note', bookmarkedAt: NOW },
  })
  await insertReview(accountId, { courseId, releaseId })
  const decisions = { create: { number: 1, choice: 'identify', at: NOW } }
  await db().simulationRun.create({
    data: {
      accountId,
      courseId,
      caseId: 'night-report',
      number: 1,
      releaseId,
      steps: 1,
      startedAt: NOW,
      endedAt: NOW,
      decisions,
    },
  })
  const attempt = await db().attempt.create({
    data: { enrolmentId, releaseId, number: 1, handedInAt: NOW, earned: 1, possible: 1, passed: true },
  })
  await db().attemptQuestion.create({
    data: { attemptId: attempt.id, position: 1, questionId: 'exam-1', order: ['b', 'a'], answer: ['a'], savedSeq: 7n },
  })
  const graded = { attemptId: attempt.id, effect: 'points', earnedBefore: 0, earnedAfter: 1, regradedAt: NOW }
  await db().regradeProposal.create({
    data: {
      courseId,
      questionId: `exam-${number}`,
      releaseId,
      reason: 'test',
      effect: {},
      proposedAt: NOW,
      attempts: { create: graded },
    },
  })
  const institutionId = await insertRoles(accountId)
  await insertPlace(accountId, { institutionId, courseId, releaseId })
  const { nameArabic, nameLatin } = await db().account.findUniqueOrThrow({ where: { id: accountId } })
  const titles = { titleArabic: 'المديرة', titleLatin: 'Directrice' }
  await db().signatory.create({
    data: { institutionId, nameArabic, nameLatin, ...titles, fromDay: NOW, toDay: NOW },
  })
  const paper = await db().paper.create({ data: { hash: `paper ${number}`, content: { kind: 'certificate' } } })
  const certificate = await db().certificate.create({
    data: {
      number,
      accountId,
      attemptId: attempt.id,
      releaseId,
      courseId,
      nameArabic: 'فاطمة العلوي',
      nameLatin: 'Fatima Alaoui',
      initials: 'F. A.',
      shareToken: randomUUID(),
      paperHash: paper.hash,
    },
  })
  const brought = { certificateId: certificate.id, since: NOW, releaseId }
  await db().lawUpdate.create({ data: { ...brought, lawDate: NOW, updatedAt: NOW } })
  await db().lawUpdateAnswer.create({ data: { ...brought, questionId: 'practice-1', answer: ['a'], answeredAt: NOW } })
  await db().tryAgain.create({ data: { attemptId: attempt.id, askedAt: NOW, opensAt: NOW } })
  await db().calendarFeed.create({
    data: { accountId, hash: `secret-hash ${accountId}`, sealed: 'sealed', createdAt: NOW },
  })
  await db().ownReminder.create({
    data: { accountId, courseId, weekday: 5, hour: 9, nextAt: NOW, createdAt: NOW },
  })
  await db().letterChoice.create({ data: { accountId, reminders: 'digest', reviews: true, savedAt: NOW } })
  await db().workLetter.create({ data: { accountId, what: 'digest 2026-11-25', at: NOW } })
  await insertSeminarPlace(accountId, institutionId)
  await db().knownBrowser.create({ data: { accountId, hash: 'secret-hash', network: 'secret-hash' } })
  const page = { locale: 'ar', place: 'page', path: '/about', kind: 'other', text: 'test', passageHash: 'secret-hash' }
  await db().errorReport.create({ data: { id: randomUUID(), reportedAt: NOW, accountId, ...page } })
  await insertReviewed(accountId, number)
  const proposal = { certificateId: certificate.id, institutionId, act: 'revoke', reason: 'test' }
  await db().certificateProposal.create({ data: proposal })
  const contact = { ...CONTACT, sourceDay: NOW, region: '03', institutionId, proposedAt: NOW, decidedById: accountId }
  await db().regionalContact.create({ data: { ...contact, proposedById: accountId } })
  await db().linkedIdentity.create({
    data: { accountId, institutionId, issuer: 'https://sso.example.ma', subject: accountId, linkedAt: NOW },
  })
  await db().apiToken.create({
    data: {
      ...{ institutionId, name: 'test', hash: `token ${number}`, ending: 'abcd', allCohorts: true, cohortIds: [] },
      ...{ createdById: accountId, createdAt: NOW, expiresAt: NOW },
    },
  })
  const provider = { issuer: 'https://sso.ecole.ma', clientId: 'formation', sealed: 'secret-hash' }
  await db().signOnProvider.create({ data: { institutionId, ...provider, savedById: accountId, savedAt: NOW } })
  const domain = `${number.toLowerCase()}.example`
  await db().signOnDomain.create({ data: { domain, institutionId, addedById: accountId, addedAt: NOW } })
  await db().webhook.create({
    data: {
      institutionId,
      url: 'https://si.example.ma/',
      events: [],
      sealed: 'sealed',
      createdById: accountId,
      createdAt: NOW,
      deliveries: {
        create: {
          event: 'member.completed',
          fact: number,
          message: {},
          accountId,
          createdAt: NOW,
          queuedAt: NOW,
          nextAttemptAt: NOW,
        },
      },
    },
  })
  return { ...certificate, courseId, releaseId }
}

/** Texts that she signed, commented on, changed, was assigned and read to the end; and a bank that she opened. */
async function insertReviewed(accountId: string, number: string) {
  const text = { kind: 'lesson', textId: `course-${number}/offence`, language: 'fr' }
  const signed = { ...text, area: 'legal', hash: number, signedAt: NOW, held: `signed ${accountId}` }
  await db().editorialSignature.create({ data: { ...signed, accountId, ...REVIEWER } })
  const comment = { accountId, ...REVIEWER, text: 'A remark', writtenAt: NOW }
  await db().editorialThread.create({ data: { ...text, createdAt: NOW, comments: { create: comment } } })
  const wording = { ...text, summary: 'A comma', reason: 'test', files: [], ...REVIEWER, proposedAt: NOW }
  await db().editorialProposal.create({ data: { ...wording, proposedById: accountId } })
  await db().editorialAssignment.create({ data: { ...text, area: 'legal', accountId, since: NOW } })
  await db().editorialReading.create({ data: { ...text, accountId, hash: number, reachedEndAt: NOW } })
  await db().bankOpening.create({ data: { accountId, courseId: `course-${number}`, openedAt: NOW } })
}

async function insertSeminarPlace(accountId: string, institutionId: string) {
  const need = { create: { access: true, interpretation: false, hearing: false, consentAt: NOW } }
  const place = { accountId, status: 'registered', statusSince: NOW, source: 'open', need }
  const span = { startsAt: NOW, endsAt: new Date(NOW.getTime() + 3_600_000) }
  const half = { day: NOW, half: 'morning', ...span, minutes: 60 }
  const seminar = await db().seminar.create({
    data: {
      institutionId,
      titles: { fr: 'Séminaire' },
      ...span,
      registrations: { create: place },
      halfDays: { create: half },
      attendance: { create: { closedAt: NOW, closedById: accountId } },
    },
    include: { registrations: true, halfDays: true },
  })
  const [registrationId = '', halfDayId = ''] = [seminar.registrations[0]?.id, seminar.halfDays[0]?.id]
  const checkIn = { halfDayId, registrationId, at: NOW, way: 'hand', state: 'present', byId: accountId, changedAt: NOW }
  await db().seminarCheckIn.create({ data: checkIn })
  await db().unlistedCheckIn.create({ data: { halfDayId, accountId, at: NOW } })
}

async function insertReview(accountId: string, { courseId, releaseId }: { courseId: string; releaseId: string }) {
  const given = { releaseId, answer: ['a'], certainty: 'sure', right: true, answeredAt: NOW }
  const card = { questionId: 'second-1', turn: 2, dueOn: NOW, answers: { create: { turn: 1, ...given } } }
  await db().reviewPlan.create({ data: { accountId, courseId, startedOn: NOW, cards: { create: card } } })
  const grid = { courseId, caseId: courseId, number: 1, releaseId, startedAt: NOW, savedAt: NOW, handedInAt: NOW }
  const answers = { act: { values: ['made-out'], supports: ['F1'], contradicts: [], certainty: 'sure' } }
  await db().gridAttempt.create({ data: { accountId, ...grid, answers } })
  await db().referralPlan.create({
    data: {
      accountId,
      profileId: 's-begging',
      steps: [{ step: 'secure', actor: 'prosecution', time: 'at-once' }],
      changedAt: new Date(),
      comparedAt: new Date(),
    },
  })
  await db().practiceDone.create({
    data: { accountId, kind: 'grid', caseId: courseId, courseId, firstAt: NOW, lastAt: NOW },
  })
}

async function insertRoles(accountId: string): Promise<string> {
  const institutionId = await makeInstitution()
  await giveRole(accountId, 'learner', institutionId)
  const { email } = await db().account.findUniqueOrThrow({ where: { id: accountId } })
  await db().roleOffer.create({ data: { email, institutionId, role: 'tutor', expiresAt: NOW } })
  await db().secondFactor.create({ data: { accountId, secret: 'sealed', offered: 'sealed', confirmedAt: NOW } })
  await db().recoveryCode.create({ data: { accountId, hash: `secret-hash ${accountId}` } })
  const key = { publicKey: new Uint8Array([1]), counter: 3, transports: ['internal'], createdAt: NOW, lastUsedAt: NOW }
  await db().passkey.create({ data: { accountId, credentialId: `credential ${accountId}`, name: 'Mon poste', ...key } })
  await db().identityConfirmation.create({ data: { accountId, institutionId } })
  await db().auditEntry.create({ data: { act: 'identity-confirmed', subjectId: accountId, institutionId } })
  return institutionId
}

/** A membership in a cohort that she also tutors, with all letters to her about it. */
async function insertPlace(accountId: string, of: { institutionId: string; courseId: string; releaseId: string }) {
  const days = { startsOn: NOW, endsOn: NOW }
  const cohort = await db().cohort.create({
    data: { institutionId: of.institutionId, ...days, name: 'Promotion', locale: 'ar' },
  })
  const { courseId, releaseId } = of
  await db().cohortCourse.create({ data: { cohortId: cohort.id, courseId, releaseId, position: 1 } })
  await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId } })
  const { email, nameArabic, nameLatin, locale } = await db().account.findUniqueOrThrow({ where: { id: accountId } })
  const person = { email, nameArabic, nameLatin, locale, function: 'judge', status: 'active' }
  const { id: memberId } = await db().cohortMember.create({ data: { ...person, cohortId: cohort.id, accountId } })
  const seats = { create: { seat: 'prosecutor', accountId, joinedAt: NOW } }
  const steps = { create: { number: 1, choice: 'identify', at: NOW } }
  await db().sharedRun.create({
    data: { cohortId: cohort.id, courseId, caseId: 'night-report', releaseId, openedAt: NOW, seats, decisions: steps },
  })
  const run = { cohortId: cohort.id, fileName: 'list.csv' }
  const row = { line: 1, email, nameArabic, nameLatin, verdict: 'new' }
  await db().importRun.create({ data: { ...run, rows: { create: row } } })
  await db().memberMove.create({ data: { memberId, to: 'active' } })
  const chosen = { create: { memberId, position: 0, status: 'active' } }
  await db().peopleSet.create({ data: { cohortId: cohort.id, act: 'remind', members: chosen } })
  await db().invitation.create({ data: { memberId, hash: `secret-hash ${memberId}`, expiresAt: NOW } })
  await db().mail.create({ data: { kind: 'invitation', to: email, memberId, accountId } })
  await db().reminder.create({ data: { memberId, why: 'inactive' } })
  await db().testForms.create({ data: { cohortId: cohort.id, courseId, releaseId, before: [], after: [] } })
  await insertWords(accountId, { memberId, cohortId: cohort.id, ...of })
  await insertAsked(accountId, { memberId, cohortId: cohort.id, ...of })
  const answers = { create: { position: 1, answer: ['a'] } }
  const sitting = { cohortId: cohort.id, courseId, accountId, form: 'before', handedInAt: NOW }
  await db().testSitting.create({ data: { ...sitting, answers } })
}

type Told = { memberId: string; cohortId: string; courseId: string; releaseId: string }

/** An announcement to her, and a question that she asked her tutors. */
async function insertWords(accountId: string, { memberId, cohortId, courseId, releaseId }: Told) {
  const times = { createdAt: NOW, changedAt: NOW, dueAt: NOW, sentAt: NOW }
  const people = { create: { memberId, fate: 'page' } }
  const texts = { fr: { subject: 'Séminaire', text: 'Jeudi.' } }
  await db().announcement.create({ data: { cohortId, audience: 'everybody', texts, state: 'sent', ...times, people } })
  const passage = { courseId, lessonId: 'the-offence', releaseId, passage: 3, hash: 'of the words' }
  const words = { ar: 'نص', fr: 'texte', en: 'text' }
  const message = { id: randomUUID(), authorId: accountId, fromLearner: true, text: 'A question', at: NOW }
  const thread = { cohortId, accountId, ...passage, section: words, words, createdAt: NOW, lastAt: NOW }
  const reads = { create: { accountId, readAt: NOW } }
  await db().tutorThread.create({ data: { ...thread, messages: { create: message }, reads } })
}

/** A survey that she is asked. */
async function insertAsked(accountId: string, { cohortId }: Told) {
  const { institutionId } = await db().cohort.findUniqueOrThrow({ where: { id: cohortId } })
  const words = { titles: { ar: 'استمارة', fr: 'Questionnaire', en: 'Survey' }, questions: [] }
  const survey = { institutionId, cohortId, kind: 'other', ...words, createdAt: NOW }
  await db().survey.create({ data: { ...survey, tickets: { create: { accountId } } } })
}
