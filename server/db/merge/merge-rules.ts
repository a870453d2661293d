import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import { uniteBanks, uniteReadings } from './merge-editorial'
import {
  uniteDone,
  uniteEnrolments,
  uniteGrids,
  uniteNoted,
  uniteNotes,
  uniteReviews,
  uniteSimulations,
  uniteSittings,
} from './merge-learning'
import {
  uniteChoices,
  uniteConfirmations,
  unitePlaces,
  uniteReads,
  uniteRegistrations,
  uniteRoles,
  uniteTickets,
  uniteTutors,
  uniteUnlisted,
} from './merge-people'
import { unitePlans } from './merge-plans'
import type { Pair } from './pair'

/**
 * What happens to a column that names an account. `moves`: it names the kept account instead. `united`: the same, after
 * `unite` has settled the rows that would conflict. `ends`: the row is deleted with the other account, or its reference
 * is set to null.
 */
type Fate = 'moves' | 'united' | 'ends'
type Rule =
  | { columns: Readonly<Record<string, Fate>>; unite?: (tx: Tx, pair: Pair) => Promise<void> }
  /** Its rows refer to rows of that table, and move with them. */
  | { follows: Prisma.ModelName }
  /** Why the table contains nothing about a person, or nothing that is found by her account. */
  | { nothing: string }

/**
 * What happens to each table when a person unites two accounts of her own, in the order of execution. A table without a
 * rule does not compile, so that a new one cannot be forgotten.
 */
export const MERGE_RULES = {
  Account: { nothing: 'the other account is deleted when everything else is done' },
  Session: { columns: { accountId: 'ends' } },
  KnownBrowser: { columns: { accountId: 'ends' } },
  EmailToken: { columns: { accountId: 'ends' } },
  SignUp: { nothing: 'it is found by the address, and deleted with it' },
  SecondFactor: { columns: { accountId: 'ends' } },
  RecoveryCode: { columns: { accountId: 'ends' } },
  Passkey: { columns: { accountId: 'ends' } },
  LinkedIdentity: { columns: { accountId: 'ends' } },
  SignOnProvider: { columns: { savedById: 'moves' } },
  SignOnDomain: { columns: { addedById: 'moves' } },
  SignOnVisit: { nothing: 'a browser on its way to a provider and back' },
  Enrolment: { columns: { accountId: 'united' }, unite: uniteEnrolments },
  LessonState: { follows: 'Enrolment' },
  PracticeAnswer: { follows: 'Enrolment' },
  Attempt: { follows: 'Enrolment' },
  AttemptQuestion: { follows: 'Attempt' },
  TryAgain: { follows: 'Attempt' },
  RegradeProposal: { columns: { proposedById: 'moves', decidedById: 'moves' } },
  RegradedAttempt: { follows: 'Attempt' },
  ReviewPlan: { columns: { accountId: 'united' }, unite: uniteReviews },
  ReviewCard: { follows: 'ReviewPlan' },
  ReviewAnswer: { follows: 'ReviewCard' },
  GridAttempt: { columns: { accountId: 'united' }, unite: uniteGrids },
  PracticeDone: { columns: { accountId: 'united' }, unite: uniteDone },
  ReferralPlan: { columns: { accountId: 'united' }, unite: unitePlans },
  SimulationRun: { columns: { accountId: 'united' }, unite: uniteSimulations },
  SimulationStep: { follows: 'SimulationRun' },
  SharedRun: { nothing: 'what a group of a cohort plays' },
  SharedSeat: { columns: { accountId: 'moves' } },
  SharedStep: { follows: 'SharedRun' },
  CorrectionNoted: { columns: { accountId: 'united' }, unite: uniteNoted },
  CorrectionRun: { nothing: 'how far the letters about a correction have come' },
  PassageNote: { columns: { accountId: 'united' }, unite: uniteNotes },
  Certificate: { columns: { accountId: 'moves' } },
  LawUpdate: { follows: 'Certificate' },
  LawUpdateAnswer: { follows: 'Certificate' },
  LawUpdateRun: { nothing: 'how far the letters about a changed law have come' },
  CertificateProposal: { columns: { proposedById: 'moves', decidedById: 'moves' } },
  ErrorReport: { columns: { accountId: 'moves', answeredById: 'moves' } },
  Role: { columns: { accountId: 'united', grantedById: 'moves', endedById: 'moves' }, unite: uniteRoles },
  RoleOffer: { columns: { offeredById: 'moves' } },
  EditorialSignature: { columns: { accountId: 'moves' } },
  EditorialThread: { nothing: 'passages that comments are about' },
  EditorialComment: { columns: { accountId: 'moves' } },
  EditorialProposal: { columns: { proposedById: 'moves', acceptedById: 'moves', decidedById: 'moves' } },
  EditorialAssignment: { columns: { accountId: 'moves' } },
  EditorialReading: { columns: { accountId: 'united' }, unite: uniteReadings },
  BankOpening: { columns: { accountId: 'united' }, unite: uniteBanks },
  EditorialCandidate: { nothing: 'files that are not published yet' },
  IdentityConfirmation: { columns: { accountId: 'united', confirmedById: 'moves' }, unite: uniteConfirmations },
  CohortTutor: { columns: { accountId: 'united' }, unite: uniteTutors },
  CohortMember: { columns: { accountId: 'united' }, unite: unitePlaces },
  MemberMove: { columns: { byId: 'moves' } },
  PeopleSet: { columns: { byId: 'moves' } },
  ChosenMember: { follows: 'CohortMember' },
  Invitation: { follows: 'CohortMember' },
  Reminder: { columns: { byId: 'moves' } },
  Announcement: { columns: { authorId: 'moves' } },
  AnnouncementRecipient: { follows: 'CohortMember' },
  TutorThread: { columns: { accountId: 'moves' } },
  ThreadMessage: { columns: { authorId: 'moves' } },
  ThreadRead: { columns: { accountId: 'united' }, unite: uniteReads },
  Survey: { columns: { createdById: 'moves' } },
  SurveyAnswer: { nothing: 'answers that are nobody’s' },
  WaitingAnswer: { nothing: 'answers that are nobody’s' },
  TestSitting: { columns: { accountId: 'united' }, unite: uniteSittings },
  TestAnswer: { follows: 'TestSitting' },
  Seminar: { columns: { createdById: 'moves' } },
  SeminarSitting: { nothing: 'the agenda of a seminar' },
  SeminarHalfDay: { nothing: 'the half-days of a seminar' },
  SeminarOrganiser: { nothing: 'institutions that organise together' },
  SeminarRegistration: { columns: { accountId: 'united' }, unite: uniteRegistrations },
  // After the places, since the places that she took as a guest bring their tickets.
  SurveyTicket: { columns: { accountId: 'united' }, unite: uniteTickets },
  SeminarNeed: { follows: 'SeminarRegistration' },
  SeminarTests: { nothing: 'questions drawn for a seminar' },
  SeminarQuota: { nothing: 'how many people institutions may name for a seminar' },
  // The check-ins of two places in one seminar are united with the places.
  SeminarCheckIn: { columns: { byId: 'moves' } },
  UnlistedCheckIn: { columns: { accountId: 'united' }, unite: uniteUnlisted },
  AttendanceList: { columns: { closedById: 'moves' } },
  Mail: { columns: { accountId: 'moves' } },
  LetterChoice: { columns: { accountId: 'united' }, unite: uniteChoices },
  // The letters themselves move with `Mail`; the next one is written to the kept account.
  WorkLetter: { columns: { accountId: 'ends' } },
  // Its token is sealed for the account that it was made for.
  CalendarFeed: { columns: { accountId: 'ends' } },
  OwnReminder: { columns: { accountId: 'moves' } },
  ImportRun: { columns: { byId: 'moves' } },
  ImportFile: { nothing: 'a list as it was sent; it is deleted within a day' },
  ImportChoice: { nothing: 'what the words of a school mean' },
  ImportRow: { nothing: 'it is found by the address, and deleted with it' },
  // The database lets only the function of `uniteAudit` change the people whom an entry names.
  AuditEntry: { columns: { actorId: 'united', subjectId: 'united' }, unite: uniteAudit },
  KeptFigures: { columns: { keptById: 'moves' } },
  ClosedGroup: { nothing: 'figures that were disclosed; who they are about is not kept' },
  TestForms: { nothing: 'questions drawn for a cohort' },
  RecallTest: { nothing: 'questions drawn for a cohort' },
  Cohort: { nothing: 'editions of courses' },
  CohortCourse: { nothing: 'courses of a cohort' },
  CohortStanding: { nothing: 'counts of a cohort' },
  CohortEntry: { nothing: 'how a cohort is entered' },
  Deadline: { nothing: 'days of a cohort' },
  Institution: { nothing: 'schools, courts and offices' },
  InstitutionFace: { nothing: 'what an institution shows of itself' },
  Signatory: { nothing: 'who signs for an institution, with an account or without' },
  Cosignature: { nothing: 'institutions that sign beside another' },
  Logo: { nothing: 'pictures of institutions' },
  RegionalContact: { columns: { proposedById: 'moves', decidedById: 'moves' } },
  ApiToken: { columns: { createdById: 'moves' } },
  Webhook: { columns: { createdById: 'moves' } },
  WebhookDelivery: { columns: { accountId: 'moves' } },
  ResearchCall: { nothing: 'calls for research of institutions' },
  SeminarMaterial: { nothing: 'what a seminar hands out' },
  StoredFile: { nothing: 'materials' },
  FileChunk: { nothing: 'the bytes of materials' },
  Paper: { nothing: 'what certificates show of those who issue them' },
  RateCounter: { nothing: 'counts keyed hashes' },
  SignInFailure: { nothing: 'counts keyed hashes' },
  Setting: { nothing: 'keys of the site' },
  JobRun: { nothing: 'when the jobs of the site ran' },
  Release: { nothing: 'published courses' },
} as const satisfies { [Table in Prisma.ModelName]: Rule }

/** Moves everything of the other account to the kept one. Both must be locked. */
export async function applyMergeRules(tx: Tx, pair: Pair): Promise<void> {
  for (const [table, rule] of Object.entries(MERGE_RULES as Record<string, Rule>)) {
    if (!('columns' in rule)) continue
    await rule.unite?.(tx, pair)
    for (const [column, fate] of Object.entries(rule.columns)) if (fate !== 'ends') await move(tx, table, column, pair)
  }
}

/** `table` and `column` come from the table of rules, so `Prisma.raw` is safe here. */
async function move(tx: Tx, table: string, column: string, { kept, other }: Pair): Promise<void> {
  const named = Prisma.raw(`"${column}"`)
  await tx.$executeRaw`
    update ${Prisma.raw(`"${table}"`)} set ${named} = ${kept}::uuid where ${named} = ${other}::uuid`
}

async function uniteAudit(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`select "merge_audit"(${other}::uuid, ${kept}::uuid)`
}
