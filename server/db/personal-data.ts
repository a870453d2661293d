import 'server-only'
import type { TermKind } from '@/domain/account/terms'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

type Rows = readonly Record<string, unknown>[]
/** `term`: how long its rows are kept. */
type Rule = { term: TermKind } & (
  | {
      /** The rows about a person. What is withheld is a secret or its hash, of no use to her here and of use to a thief. */
      rows: (db: Db, accountId: string) => Promise<Rows>
      withheld: readonly string[]
    }
  /** Why the table holds nothing about a person. */
  | { nothing: string }
)

/**
 * What each table holds about a person, and for how long. A table without a rule or a term does not compile, so that no export
 * forgets one and nothing is kept without an end that was decided.
 */
export const PERSONAL_DATA = {
  Account: {
    term: 'record',
    rows: (db, id) => db.account.findMany({ where: { id }, omit: { passwordHash: true } }),
    withheld: ['passwordHash'],
  },
  Session: {
    term: 'session',
    rows: (db, accountId) => db.session.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } }),
    withheld: [],
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
  Certificate: {
    term: 'certificate',
    rows: (db, accountId) => db.certificate.findMany({ where: { accountId }, orderBy: { issuedAt: 'asc' } }),
    withheld: [],
  },
  CertificateProposal: {
    term: 'record',
    rows: (db, accountId) =>
      db.certificateProposal.findMany({ where: { certificate: { accountId } }, orderBy: { proposedAt: 'asc' } }),
    withheld: [],
  },
  ImportRow: {
    term: 'list',
    // What a school's list says of her address, from when it was read until it is removed.
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
    // What was offered to her before she had an account is hers too.
    rows: async (db, accountId) =>
      db.roleOffer.findMany({
        where: { email: await confirmedAddress(db, accountId) },
        orderBy: { offeredAt: 'asc' },
      }),
    withheld: [],
  },
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
  AuditEntry: {
    term: 'audit',
    rows: async (db, accountId) => {
      // What she did to others is theirs: their ids and the reasons stay out of her copy.
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
        // A place that she has not taken yet is known by its address alone.
        where: { OR: [{ accountId }, { accountId: null, email: await confirmedAddress(db, accountId) }] },
        orderBy: { statusSince: 'asc' },
      }),
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
  TestForms: { term: 'site', nothing: 'questions drawn for a cohort' },
  ImportRun: {
    term: 'list',
    nothing: 'when a list was read, and by whom; what it said of a person stands in her place in the cohort',
  },
  KeptFigures: {
    term: 'figures',
    nothing: 'figures about nobody, and who kept them; that she did stands in the audit',
  },
  ClosedGroup: {
    term: 'figures',
    nothing: 'figures about nobody, of at least ten people at once; who they are is not kept',
  },
  Cohort: { term: 'site', nothing: 'editions of a course, not people' },
  CohortEntry: {
    term: 'site',
    nothing: 'how a cohort is entered: its code, and domains of addresses without the people',
  },
  Deadline: { term: 'site', nothing: 'days of a cohort' },
  Institution: { term: 'site', nothing: 'schools, courts and offices, not people' },
  RateCounter: {
    term: 'counters',
    nothing: 'counts keyed hashes of addresses; which one is hers cannot be read from it',
  },
  SignInFailure: { term: 'counters', nothing: 'counts keyed hashes of an e-mail with an address; gone within a day' },
  Setting: { term: 'site', nothing: 'keys of the site' },
  Release: { term: 'site', nothing: 'published courses' },
} as const satisfies { [Table in Prisma.ModelName]: Rule }

type Rules = typeof PERSONAL_DATA
/** The tables that hold something about a person. */
export type PersonalTable = {
  [Table in keyof Rules]: Rules[Table] extends { nothing: string } ? never : Table
}[keyof Rules]
export type PersonalData = { [Table in PersonalTable]: Awaited<ReturnType<Rules[Table]['rows']>> }

/** Every row of every table about an account. */
export async function findPersonalData(db: Db, accountId: string): Promise<PersonalData> {
  const rules = Object.entries(PERSONAL_DATA as Record<string, Rule>)
  const held = rules.flatMap(([table, rule]) => ('rows' in rule ? [{ table, rows: rule.rows }] : []))
  const tables = await Promise.all(held.map(async ({ table, rows }) => [table, await rows(db, accountId)]))
  return Object.fromEntries(tables) as PersonalData
}

const NO_ADDRESS = { in: [] }

/** As a filter on a column. Matches nothing before she has shown that the address is hers: what was sent there is not. */
async function confirmedAddress(db: Db, accountId: string): Promise<string | typeof NO_ADDRESS> {
  const confirmed = { id: accountId, emailConfirmedAt: { not: null } }
  return (await db.account.findFirst({ where: confirmed, select: { email: true } }))?.email ?? NO_ADDRESS
}

/**
 * Deletes what is known by her address alone: letters, sign-ups, places that she has not taken, rows of lists, offered roles.
 * The rest goes with her account. @returns the cohorts in which a place became free.
 */
export async function deleteByAddress(db: Db, accountId: string): Promise<string[]> {
  const email = await confirmedAddress(db, accountId)
  await db.mail.deleteMany({ where: { to: email } })
  await db.signUp.deleteMany({ where: { email } })
  await db.importRow.deleteMany({ where: { email } })
  await db.roleOffer.deleteMany({ where: { email } })
  const unclaimed = { accountId: null, email }
  const places = await db.cohortMember.findMany({ where: unclaimed, select: { cohortId: true } })
  await db.cohortMember.deleteMany({ where: unclaimed })
  return places.map(({ cohortId }) => cohortId)
}

/** JSON has no big integers, and she is not helped by milliseconds. */
const momentOf = (seq: bigint): Date | null => (seq > 0n ? new Date(Number(seq)) : null)
