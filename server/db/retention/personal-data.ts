import 'server-only'
import type { TermKind } from '@/domain/account/terms'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'

type Rows = readonly Record<string, unknown>[]
/** `term`: how long its rows are kept. */
type Rule = { term: TermKind } & (
  | {
      /**
       * The rows about a person. `withheld`: columns that are left out, because they are secrets or their hashes,
       * belong to other people, repeat other columns, or say nothing about her.
       */
      rows: (db: Db, accountId: string) => Promise<Rows>
      withheld: readonly string[]
    }
  /** Why the table contains nothing about a person. */
  | { nothing: string }
)

/**
 * The personal data in each table, and how long it is kept. A table without a rule or a term does not compile, so that
 * no export forgets a table and every table has a decided term.
 */
export const PERSONAL_DATA = {
  Account: {
    term: 'record',
    rows: (db, id) => db.account.findMany({ where: { id }, omit: { passwordHash: true } }),
    withheld: ['passwordHash'],
  },
  Session: {
    term: 'session',
    rows: (db, accountId) =>
      db.session.findMany({
        where: { accountId },
        omit: { idToken: true, challenge: true },
        orderBy: { createdAt: 'asc' },
      }),
    withheld: ['idToken', 'challenge'],
  },
  KnownBrowser: {
    term: 'browser',
    rows: (db, accountId) =>
      db.knownBrowser.findMany({
        where: { accountId },
        omit: { hash: true, network: true },
        orderBy: { createdAt: 'asc' },
      }),
    withheld: ['hash', 'network'],
  },
  EmailToken: {
    term: 'link',
    rows: (db, accountId) =>
      db.emailToken.findMany({ where: { accountId }, omit: { hash: true }, orderBy: { createdAt: 'asc' } }),
    withheld: ['hash'],
  },
  SignUp: {
    term: 'link',
    rows: async (db, accountId) =>
      db.signUp.findMany({
        where: { email: await confirmedAddress(db, accountId) },
        omit: { hash: true },
        orderBy: { createdAt: 'asc' },
      }),
    withheld: ['hash'],
  },
  Enrolment: {
    term: 'record',
    rows: (db, accountId) => db.enrolment.findMany({ where: { accountId }, orderBy: { enrolledAt: 'asc' } }),
    withheld: [],
  },
  LessonState: {
    term: 'record',
    rows: (db, accountId) =>
      db.lessonState.findMany({ where: { enrolment: { accountId } }, orderBy: { openedAt: 'asc' } }),
    withheld: [],
  },
  PracticeAnswer: {
    term: 'answers',
    rows: (db, accountId) =>
      db.practiceAnswer.findMany({ where: { enrolment: { accountId } }, orderBy: { answeredAt: 'asc' } }),
    withheld: [],
  },
  ReviewPlan: {
    term: 'record',
    rows: (db, accountId) => db.reviewPlan.findMany({ where: { accountId }, orderBy: { startedOn: 'asc' } }),
    withheld: [],
  },
  ReviewCard: {
    term: 'record',
    rows: (db, accountId) => db.reviewCard.findMany({ where: { accountId }, orderBy: { id: 'asc' } }),
    withheld: [],
  },
  ReviewAnswer: {
    term: 'answers',
    rows: (db, accountId) =>
      db.reviewAnswer.findMany({ where: { card: { accountId } }, orderBy: { answeredAt: 'asc' } }),
    withheld: [],
  },
  GridAttempt: {
    term: 'answers',
    rows: (db, accountId) =>
      db.gridAttempt.findMany({
        where: { accountId },
        omit: { writer: true, step: true },
        orderBy: { startedAt: 'asc' },
      }),
    // The random id of a loaded page, and how often it had changed: nothing about a person or a device.
    withheld: ['writer', 'step'],
  },
  PracticeDone: {
    term: 'record',
    rows: (db, accountId) => db.practiceDone.findMany({ where: { accountId }, orderBy: { firstAt: 'asc' } }),
    withheld: [],
  },
  ReferralPlan: {
    term: 'answers',
    rows: (db, accountId) => db.referralPlan.findMany({ where: { accountId }, orderBy: { changedAt: 'asc' } }),
    withheld: [],
  },
  SimulationRun: {
    term: 'answers',
    rows: (db, accountId) => db.simulationRun.findMany({ where: { accountId }, orderBy: { startedAt: 'asc' } }),
    withheld: [],
  },
  SimulationStep: {
    term: 'answers',
    rows: (db, accountId) =>
      db.simulationStep.findMany({
        where: { run: { accountId } },
        orderBy: [{ run: { startedAt: 'asc' } }, { number: 'asc' }],
      }),
    withheld: [],
  },
  SharedRun: {
    term: 'shared',
    rows: (db, accountId) =>
      db.sharedRun.findMany({ where: { seats: { some: { accountId } } }, orderBy: { openedAt: 'asc' } }),
    withheld: [],
  },
  SharedSeat: {
    term: 'shared',
    rows: (db, accountId) => db.sharedSeat.findMany({ where: { accountId }, orderBy: { joinedAt: 'asc' } }),
    withheld: [],
  },
  SharedStep: {
    term: 'shared',
    // The steps of all seats of her group: she sees them while it plays.
    rows: (db, accountId) =>
      db.sharedStep.findMany({
        where: { run: { seats: { some: { accountId } } } },
        orderBy: [{ run: { openedAt: 'asc' } }, { number: 'asc' }],
      }),
    withheld: [],
  },
  CorrectionNoted: {
    term: 'record',
    rows: (db, accountId) => db.correctionNoted.findMany({ where: { accountId }, orderBy: { notedAt: 'asc' } }),
    withheld: [],
  },
  PassageNote: {
    term: 'record',
    rows: (db, accountId) => db.passageNote.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } }),
    withheld: [],
  },
  Attempt: {
    term: 'record',
    rows: (db, accountId) =>
      db.attempt.findMany({ where: { enrolment: { accountId } }, orderBy: { startedAt: 'asc' } }),
    withheld: [],
  },
  AttemptQuestion: {
    term: 'answers',
    rows: async (db, accountId) => {
      const rows = await db.attemptQuestion.findMany({
        where: { attempt: { enrolment: { accountId } } },
        orderBy: [{ attempt: { startedAt: 'asc' } }, { position: 'asc' }],
      })
      return rows.map(({ savedSeq, certaintySeq, flaggedSeq, ...row }) => ({
        ...row,
        savedSeq: momentOf(savedSeq),
        certaintySeq: momentOf(certaintySeq),
        flaggedSeq: momentOf(flaggedSeq),
      }))
    },
    withheld: [],
  },
  RegradedAttempt: {
    term: 'record',
    rows: (db, accountId) =>
      db.regradedAttempt.findMany({
        where: { attempt: { enrolment: { accountId } } },
        omit: { proposalId: true },
        orderBy: { regradedAt: 'asc' },
      }),
    withheld: ['proposalId'],
  },
  Certificate: {
    term: 'certificate',
    rows: (db, accountId) => db.certificate.findMany({ where: { accountId }, orderBy: { issuedAt: 'asc' } }),
    withheld: [],
  },
  LawUpdate: {
    term: 'certificate',
    rows: (db, accountId) =>
      db.lawUpdate.findMany({ where: { certificate: { accountId } }, orderBy: { updatedAt: 'asc' } }),
    withheld: [],
  },
  LawUpdateAnswer: {
    term: 'answers',
    rows: (db, accountId) =>
      db.lawUpdateAnswer.findMany({ where: { certificate: { accountId } }, orderBy: { answeredAt: 'asc' } }),
    withheld: [],
  },
  Paper: {
    term: 'certificate',
    rows: (db, accountId) =>
      db.paper.findMany({ where: { certificates: { some: { accountId } } }, orderBy: { createdAt: 'asc' } }),
    withheld: [],
  },
  Signatory: {
    term: 'certificate',
    // A signatory is named, not linked to an account: hers are those with both of her names, in institutions where she
    // holds or held a role.
    rows: async (db, accountId) => {
      const account = await db.account.findUnique({
        where: { id: accountId },
        select: { nameArabic: true, nameLatin: true },
      })
      if (!account) return []
      const institution = { roles: { some: { accountId } } }
      return db.signatory.findMany({ where: { ...account, institution }, orderBy: { fromDay: 'asc' } })
    },
    withheld: [],
  },
  CertificateProposal: {
    term: 'record',
    rows: (db, accountId) =>
      db.certificateProposal.findMany({ where: { certificate: { accountId } }, orderBy: { proposedAt: 'asc' } }),
    withheld: [],
  },
  ErrorReport: {
    term: 'errors',
    // The hash of a question includes its key. Who answered belongs to the data of the staff.
    rows: (db, accountId) =>
      db.errorReport.findMany({
        where: { accountId },
        omit: { passageHash: true, answeredById: true },
        orderBy: { reportedAt: 'asc' },
      }),
    withheld: ['passageHash', 'answeredById'],
  },
  ImportRow: {
    term: 'list',
    // The entries of a roster about her address, from when it was read until it is deleted.
    rows: async (db, accountId) =>
      db.importRow.findMany({
        where: { email: await confirmedAddress(db, accountId) },
        orderBy: [{ runId: 'asc' }, { line: 'asc' }],
      }),
    withheld: [],
  },
  Role: {
    term: 'record',
    rows: (db, accountId) => db.role.findMany({ where: { accountId }, orderBy: { grantedAt: 'asc' } }),
    withheld: [],
  },
  RoleOffer: {
    term: 'offers',
    // Offers made to her address before she had an account belong to her data too.
    rows: async (db, accountId) =>
      db.roleOffer.findMany({
        where: { email: await confirmedAddress(db, accountId) },
        omit: { linkHash: true },
        orderBy: { offeredAt: 'asc' },
      }),
    withheld: ['linkHash'],
  },
  EditorialSignature: {
    term: 'editorial',
    rows: (db, accountId) =>
      db.editorialSignature.findMany({
        where: { accountId },
        omit: { held: true, wording: true },
        orderBy: { signedAt: 'asc' },
      }),
    // The text, language, area, hash and signer again, as one string; and the text of the course itself.
    withheld: ['held', 'wording'],
  },
  EditorialThread: { term: 'editorial', nothing: 'which passage of a text comments are about' },
  EditorialComment: {
    term: 'editorial',
    rows: (db, accountId) => db.editorialComment.findMany({ where: { accountId }, orderBy: { writtenAt: 'asc' } }),
    withheld: [],
  },
  EditorialProposal: {
    term: 'editorial',
    // Who accepted or decided belongs to the data of the staff.
    rows: (db, accountId) =>
      db.editorialProposal.findMany({
        where: { proposedById: accountId },
        omit: { acceptedById: true, decidedById: true },
        orderBy: { proposedAt: 'asc' },
      }),
    withheld: ['acceptedById', 'decidedById'],
  },
  EditorialAssignment: {
    term: 'record',
    rows: (db, accountId) => db.editorialAssignment.findMany({ where: { accountId }, orderBy: { since: 'asc' } }),
    withheld: [],
  },
  EditorialReading: {
    term: 'record',
    rows: (db, accountId) => db.editorialReading.findMany({ where: { accountId }, orderBy: { reachedEndAt: 'asc' } }),
    withheld: [],
  },
  BankOpening: {
    term: 'record',
    rows: (db, accountId) => db.bankOpening.findMany({ where: { accountId }, orderBy: { openedAt: 'asc' } }),
    withheld: [],
  },
  EditorialCandidate: { term: 'site', nothing: 'files that are not published yet' },
  IdentityConfirmation: {
    term: 'record',
    rows: (db, accountId) =>
      db.identityConfirmation.findMany({ where: { accountId }, orderBy: { confirmedAt: 'asc' } }),
    withheld: [],
  },
  SecondFactor: {
    term: 'record',
    rows: (db, accountId) => db.secondFactor.findMany({ where: { accountId }, omit: { secret: true, offered: true } }),
    withheld: ['secret', 'offered'],
  },
  RecoveryCode: {
    term: 'record',
    rows: (db, accountId) => db.recoveryCode.findMany({ where: { accountId }, omit: { hash: true } }),
    withheld: ['hash'],
  },
  Passkey: {
    term: 'record',
    rows: async (db, accountId) => {
      const where = { accountId }
      const rows = await db.passkey.findMany({ where, omit: { publicKey: true }, orderBy: { createdAt: 'asc' } })
      // JSON has no large integers, and a device counts in 32 bits.
      return rows.map(({ counter, ...row }) => ({ ...row, counter: Number(counter) }))
    },
    withheld: ['publicKey'],
  },
  LinkedIdentity: {
    term: 'record',
    rows: (db, accountId) => db.linkedIdentity.findMany({ where: { accountId }, orderBy: { linkedAt: 'asc' } }),
    withheld: [],
  },
  SignOnProvider: { term: 'site', nothing: 'providers of institutions; the audit log says who saved one' },
  SignOnDomain: { term: 'site', nothing: 'domains of institutions; the audit log says who added one' },
  SignOnVisit: { term: 'link', nothing: 'a browser on its way to a provider; gone within minutes' },
  AuditEntry: {
    term: 'audit',
    rows: async (db, accountId) => {
      // Her acts about other people belong to their data: their ids and the reasons stay out of her copy.
      const rows = await db.auditEntry.findMany({
        where: { OR: [{ subjectId: accountId }, { actorId: accountId, subjectId: null }] },
        orderBy: { id: 'asc' },
      })
      return rows.map((row) => ({ ...row, id: row.id.toString() }))
    },
    withheld: [],
  },
  CohortTutor: {
    term: 'record',
    rows: (db, accountId) => db.cohortTutor.findMany({ where: { accountId }, orderBy: { addedAt: 'asc' } }),
    withheld: [],
  },
  CohortMember: {
    term: 'record',
    rows: async (db, accountId) =>
      db.cohortMember.findMany({
        // A place that she has not taken yet can only be found by its address.
        where: { OR: [{ accountId }, { accountId: null, email: await confirmedAddress(db, accountId) }] },
        omit: { foundBy: true, latinKey: true, arabicKey: true },
        orderBy: { statusSince: 'asc' },
      }),
    // Copies of her own names and address, for the search and the order of lists.
    withheld: ['foundBy', 'latinKey', 'arabicKey'],
  },
  ChosenMember: {
    term: 'list',
    rows: (db, accountId) =>
      db.chosenMember.findMany({ where: { member: { accountId } }, orderBy: [{ setId: 'asc' }, { position: 'asc' }] }),
    withheld: [],
  },
  MemberMove: {
    term: 'record',
    rows: async (db, accountId) => {
      const rows = await db.memberMove.findMany({ where: { member: { accountId } }, orderBy: { id: 'asc' } })
      return rows.map((row) => ({ ...row, id: row.id.toString() }))
    },
    withheld: [],
  },
  Mail: {
    term: 'letters',
    rows: async (db, accountId) =>
      db.mail.findMany({
        where: { OR: [{ accountId }, { member: { accountId } }, { to: await confirmedAddress(db, accountId) }] },
        omit: { letter: true },
        orderBy: { createdAt: 'asc' },
      }),
    withheld: ['letter'],
  },
  LetterChoice: {
    term: 'record',
    rows: (db, accountId) => db.letterChoice.findMany({ where: { accountId } }),
    withheld: [],
  },
  WorkLetter: {
    term: 'letters',
    rows: (db, accountId) => db.workLetter.findMany({ where: { accountId }, orderBy: { at: 'asc' } }),
    withheld: [],
  },
  CalendarFeed: {
    term: 'record',
    rows: (db, accountId) => db.calendarFeed.findMany({ where: { accountId }, omit: { hash: true, sealed: true } }),
    withheld: ['hash', 'sealed'],
  },
  OwnReminder: {
    term: 'record',
    rows: (db, accountId) => db.ownReminder.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } }),
    withheld: [],
  },
  TryAgain: {
    term: 'record',
    rows: (db, accountId) =>
      db.tryAgain.findMany({ where: { attempt: { enrolment: { accountId } } }, orderBy: { askedAt: 'asc' } }),
    withheld: [],
  },
  Invitation: {
    term: 'record',
    rows: (db, accountId) =>
      db.invitation.findMany({ where: { member: { accountId } }, omit: { hash: true }, orderBy: { createdAt: 'asc' } }),
    withheld: ['hash'],
  },
  Reminder: {
    term: 'record',
    rows: (db, accountId) => db.reminder.findMany({ where: { member: { accountId } }, orderBy: { at: 'asc' } }),
    withheld: [],
  },
  Announcement: {
    term: 'words',
    // The announcements that she got. Who wrote them belongs to the data of the staff.
    rows: (db, accountId) =>
      db.announcement.findMany({
        where: { people: { some: { member: { accountId }, fate: { in: ['letter', 'page'] } } } },
        omit: { authorId: true, audience: true, version: true },
        orderBy: { createdAt: 'asc' },
      }),
    withheld: ['authorId', 'audience', 'version'],
  },
  AnnouncementRecipient: {
    term: 'words',
    rows: (db, accountId) =>
      db.announcementRecipient.findMany({ where: { member: { accountId } }, orderBy: { announcementId: 'asc' } }),
    withheld: [],
  },
  TutorThread: {
    term: 'words',
    rows: (db, accountId) => db.tutorThread.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } }),
    withheld: [],
  },
  ThreadMessage: {
    term: 'words',
    // All messages of her own threads; of other people's threads only what she wrote as a tutor.
    rows: (db, accountId) =>
      db.threadMessage.findMany({
        where: { OR: [{ thread: { accountId } }, { authorId: accountId }] },
        omit: { authorId: true },
        orderBy: { at: 'asc' },
      }),
    withheld: ['authorId'],
  },
  ThreadRead: {
    term: 'words',
    rows: (db, accountId) => db.threadRead.findMany({ where: { accountId }, orderBy: { readAt: 'asc' } }),
    withheld: [],
  },
  TestSitting: {
    term: 'record',
    rows: (db, accountId) => db.testSitting.findMany({ where: { accountId }, orderBy: { startedAt: 'asc' } }),
    withheld: [],
  },
  TestAnswer: {
    term: 'answers',
    rows: (db, accountId) =>
      db.testAnswer.findMany({
        where: { sitting: { accountId } },
        orderBy: [{ sitting: { startedAt: 'asc' } }, { position: 'asc' }],
      }),
    withheld: [],
  },
  SeminarRegistration: {
    term: 'record',
    // A place that she took as a guest can only be found by her address.
    rows: async (db, accountId) =>
      db.seminarRegistration.findMany({
        where: { OR: [{ accountId }, { guestEmail: await confirmedAddress(db, accountId) }] },
        orderBy: { createdAt: 'asc' },
      }),
    withheld: [],
  },
  SeminarNeed: {
    term: 'needs',
    rows: async (db, accountId) =>
      db.seminarNeed.findMany({
        where: { registration: { OR: [{ accountId }, { guestEmail: await confirmedAddress(db, accountId) }] } },
        orderBy: { consentAt: 'asc' },
      }),
    withheld: [],
  },
  SeminarTests: { term: 'site', nothing: 'questions drawn for a seminar, and figures about nobody' },
  SeminarQuota: { term: 'site', nothing: 'how many people institutions may name for a seminar' },
  SeminarCheckIn: {
    term: 'record',
    rows: async (db, accountId) =>
      db.seminarCheckIn.findMany({
        where: { registration: { OR: [{ accountId }, { guestEmail: await confirmedAddress(db, accountId) }] } },
        // The organiser who ticked or struck it is left out: the audit log says what was done about her.
        omit: { byId: true },
        orderBy: { at: 'asc' },
      }),
    withheld: ['byId'],
  },
  UnlistedCheckIn: {
    term: 'guests',
    rows: async (db, accountId) =>
      db.unlistedCheckIn.findMany({
        where: { OR: [{ accountId }, { guestEmail: await confirmedAddress(db, accountId) }] },
        orderBy: { at: 'asc' },
      }),
    withheld: [],
  },
  AttendanceList: { term: 'site', nothing: 'when the list of a seminar was closed; the audit log says by whom' },
  Seminar: { term: 'site', nothing: 'seminars of institutions; who entered one belongs to the data of the staff' },
  SeminarSitting: { term: 'site', nothing: 'the agenda of a seminar, which names its speakers as it was announced' },
  SeminarHalfDay: { term: 'site', nothing: 'the half-days of a seminar' },
  SeminarOrganiser: { term: 'site', nothing: 'institutions that organise a seminar together' },
  SurveyTicket: {
    term: 'record',
    rows: async (db, accountId) =>
      db.surveyTicket.findMany({
        where: { OR: [{ accountId }, { registration: { guestEmail: await confirmedAddress(db, accountId) } }] },
        orderBy: { surveyId: 'asc' },
      }),
    withheld: [],
  },
  SurveyAnswer: { term: 'words', nothing: 'answers that are nobody’s: neither a person nor a time stands with them' },
  WaitingAnswer: { term: 'record', nothing: 'sealed answers to surveys that are open, which name nobody' },
  Survey: { term: 'site', nothing: 'questions of an institution, and figures about nobody' },
  TestForms: { term: 'site', nothing: 'questions drawn for a cohort' },
  RecallTest: { term: 'site', nothing: 'questions drawn for a cohort' },
  ImportRun: {
    term: 'list',
    nothing: 'when a roster was read, and by whom; its entry about a person is in her place in the cohort',
  },
  ImportFile: {
    term: 'list',
    nothing: 'a roster as it was uploaded, kept for a day; its entry about a person is a row of the import',
  },
  ImportChoice: { term: 'site', nothing: 'which function, court or language the words of an institution’s lists mean' },
  PeopleSet: {
    term: 'list',
    nothing: 'which act people were chosen for, when, and by whom; the choice of each is in a table of its own',
  },
  KeptFigures: {
    term: 'figures',
    nothing: 'figures about nobody; the audit log says who stored them',
  },
  ClosedGroup: {
    term: 'figures',
    nothing: 'figures about nobody, of at least ten people at once; who they are is not kept',
  },
  CohortStanding: { term: 'site', nothing: 'how many people of a cohort do what, without the people' },
  CorrectionRun: { term: 'site', nothing: 'how far the letters about a correction have come' },
  LawUpdateRun: { term: 'site', nothing: 'how far the letters about a changed law have come' },
  RegradeProposal: { term: 'site', nothing: 'which key was wrong; the audit log says who proposed and who decided' },
  JobRun: { term: 'site', nothing: 'when the jobs of the site last ran' },
  Cohort: { term: 'site', nothing: 'editions of a course, not people' },
  CohortCourse: { term: 'site', nothing: 'courses of a cohort' },
  CohortEntry: {
    term: 'site',
    nothing: 'how a cohort is entered: its code, and domains of addresses without the people',
  },
  Deadline: { term: 'site', nothing: 'days of a cohort' },
  InstitutionFace: { term: 'site', nothing: 'how an institution shows itself: name, logo, address, contact' },
  Logo: { term: 'site', nothing: 'pictures of institutions' },
  Cosignature: { term: 'site', nothing: 'which institutions sign together; the audit log says who agreed' },
  Institution: { term: 'site', nothing: 'schools, courts and offices, not people' },
  RegionalContact: {
    term: 'words',
    // Those that she proposed for her institution. Who decided belongs to the data of the staff.
    rows: (db, accountId) =>
      db.regionalContact.findMany({
        where: { proposedById: accountId },
        omit: { decidedById: true },
        orderBy: { proposedAt: 'asc' },
      }),
    withheld: ['decidedById'],
  },
  ApiToken: {
    term: 'words',
    // Those that she made for her institution.
    rows: (db, accountId) =>
      db.apiToken.findMany({ where: { createdById: accountId }, omit: { hash: true }, orderBy: { createdAt: 'asc' } }),
    withheld: ['hash'],
  },
  Webhook: { term: 'site', nothing: 'addresses of systems of institutions; the audit log says who added one' },
  WebhookDelivery: {
    term: 'letters',
    // What was sent about her to the systems of institutions.
    rows: (db, accountId) =>
      db.webhookDelivery.findMany({ where: { accountId }, omit: { fact: true }, orderBy: { createdAt: 'asc' } }),
    withheld: ['fact'],
  },
  ResearchCall: { term: 'words', nothing: 'calls for research of institutions; the audit log says who published one' },
  SeminarMaterial: { term: 'site', nothing: 'what a seminar hands out' },
  StoredFile: { term: 'site', nothing: 'materials; the audit log says who added or removed one' },
  FileChunk: { term: 'site', nothing: 'the bytes of materials' },
  RateCounter: {
    term: 'counters',
    nothing: 'counts keyed hashes of addresses; they do not tell which one is hers',
  },
  SignInFailure: { term: 'counters', nothing: 'counts keyed hashes of an e-mail with an address; gone within a day' },
  Setting: { term: 'site', nothing: 'keys of the site' },
  Release: { term: 'site', nothing: 'published courses' },
} as const satisfies { [Table in Prisma.ModelName]: Rule }

type Rules = typeof PERSONAL_DATA
/** A table with personal data. */
export type PersonalTable = {
  [Table in keyof Rules]: Rules[Table] extends { nothing: string } ? never : Table
}[keyof Rules]
export type PersonalData = { [Table in PersonalTable]: Awaited<ReturnType<Rules[Table]['rows']>> }

/** All rows of all tables about an account. */
export async function findPersonalData(db: Db, accountId: string): Promise<PersonalData> {
  const rules = Object.entries(PERSONAL_DATA as Record<string, Rule>)
  const held = rules.flatMap(([table, rule]) => ('rows' in rule ? [{ table, rows: rule.rows }] : []))
  const tables = await Promise.all(held.map(async ({ table, rows }) => [table, await rows(db, accountId)]))
  return Object.fromEntries(tables) as PersonalData
}

const NO_ADDRESS = { in: [] }

/**
 * The address as a filter on a column. Before the person has confirmed her address it matches nothing, since data sent
 * to the address may belong to another person.
 */
async function confirmedAddress(db: Db, accountId: string): Promise<string | typeof NO_ADDRESS> {
  const confirmed = { id: accountId, emailConfirmedAt: { not: null } }
  return (await db.account.findFirst({ where: confirmed, select: { email: true } }))?.email ?? NO_ADDRESS
}

/**
 * Deletes the data that can only be found by her address: letters, sign-ups, places that she has not taken or took as a
 * guest, rows of rosters, offered roles. The rest is deleted with her account.
 *
 * @param movedTo another account of hers, which keeps the letters that have moved to it.
 * @returns the cohorts in which a place became free.
 */
export async function deleteByAddress(db: Db, accountId: string, movedTo?: string): Promise<string[]> {
  const email = await confirmedAddress(db, accountId)
  const ofNoOther = movedTo ? { OR: [{ accountId: null }, { accountId: { not: movedTo } }] } : {}
  await db.mail.deleteMany({ where: { to: email, ...ofNoOther } })
  await db.signUp.deleteMany({ where: { email } })
  // A roster as it was uploaded names her too; whoever sent it can send it again without her.
  await db.importFile.deleteMany({ where: { run: { rows: { some: { email } } } } })
  await db.importRow.deleteMany({ where: { email } })
  await db.roleOffer.deleteMany({ where: { email } })
  await db.seminarRegistration.deleteMany({ where: { guestEmail: email } })
  await db.unlistedCheckIn.deleteMany({ where: { guestEmail: email } })
  const unclaimed = { accountId: null, email }
  const places = await db.cohortMember.findMany({ where: unclaimed, select: { cohortId: true } })
  await db.cohortMember.deleteMany({ where: unclaimed })
  return places.map(({ cohortId }) => cohortId)
}

/** JSON has no big integers, and milliseconds would not help her. */
const momentOf = (seq: bigint): Date | null => (seq > 0n ? new Date(Number(seq)) : null)
