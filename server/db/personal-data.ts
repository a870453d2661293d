import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

type Rows = readonly Record<string, unknown>[]
type Rule =
  /** The rows about a person. What is withheld is a secret or its hash, of no use to her here and of use to a thief. */
  | { rows: (db: Db, accountId: string) => Promise<Rows>; withheld: readonly string[] }
  /** Why the table holds nothing about a person. */
  | { nothing: string }

/** What each table holds about a person. A table without a rule does not compile, so that no export forgets one. */
export const PERSONAL_DATA = {
  Account: {
    rows: (db, id) => db.account.findMany({ where: { id }, omit: { passwordHash: true } }),
    withheld: ['passwordHash'],
  },
  Session: {
    rows: (db, accountId) => db.session.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } }),
    withheld: [],
  },
  EmailToken: {
    rows: (db, accountId) =>
      db.emailToken.findMany({ where: { accountId }, omit: { hash: true }, orderBy: { createdAt: 'asc' } }),
    withheld: ['hash'],
  },
  Enrolment: {
    rows: (db, accountId) => db.enrolment.findMany({ where: { accountId }, orderBy: { enrolledAt: 'asc' } }),
    withheld: [],
  },
  LessonState: {
    rows: (db, accountId) =>
      db.lessonState.findMany({ where: { enrolment: { accountId } }, orderBy: { openedAt: 'asc' } }),
    withheld: [],
  },
  PracticeAnswer: {
    rows: (db, accountId) =>
      db.practiceAnswer.findMany({ where: { enrolment: { accountId } }, orderBy: { answeredAt: 'asc' } }),
    withheld: [],
  },
  Attempt: {
    rows: (db, accountId) =>
      db.attempt.findMany({ where: { enrolment: { accountId } }, orderBy: { startedAt: 'asc' } }),
    withheld: [],
  },
  AttemptQuestion: {
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
    rows: (db, accountId) => db.certificate.findMany({ where: { accountId }, orderBy: { issuedAt: 'asc' } }),
    withheld: [],
  },
  CertificateProposal: {
    rows: (db, accountId) =>
      db.certificateProposal.findMany({ where: { certificate: { accountId } }, orderBy: { proposedAt: 'asc' } }),
    withheld: [],
  },
  ImportRow: {
    // What a school's list says of her address, from when it was read until it is removed a month later.
    rows: async (db, id) => {
      const account = await db.account.findUnique({ where: { id }, select: { email: true } })
      return db.importRow.findMany({
        where: { email: { in: account ? [account.email] : [] } },
        orderBy: [{ runId: 'asc' }, { line: 'asc' }],
      })
    },
    withheld: [],
  },
  Role: {
    rows: (db, accountId) => db.role.findMany({ where: { accountId }, orderBy: { grantedAt: 'asc' } }),
    withheld: [],
  },
  IdentityConfirmation: {
    rows: (db, accountId) =>
      db.identityConfirmation.findMany({ where: { accountId }, orderBy: { confirmedAt: 'asc' } }),
    withheld: [],
  },
  SecondFactor: {
    rows: (db, accountId) => db.secondFactor.findMany({ where: { accountId }, omit: { secret: true, offered: true } }),
    withheld: ['secret', 'offered'],
  },
  RecoveryCode: {
    rows: (db, accountId) => db.recoveryCode.findMany({ where: { accountId }, omit: { hash: true } }),
    withheld: ['hash'],
  },
  AuditEntry: {
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
    rows: (db, accountId) => db.cohortTutor.findMany({ where: { accountId }, orderBy: { addedAt: 'asc' } }),
    withheld: [],
  },
  CohortMember: {
    rows: (db, accountId) => db.cohortMember.findMany({ where: { accountId }, orderBy: { statusSince: 'asc' } }),
    withheld: [],
  },
  MemberMove: {
    rows: async (db, accountId) => {
      const rows = await db.memberMove.findMany({ where: { member: { accountId } }, orderBy: { id: 'asc' } })
      return rows.map((row) => ({ ...row, id: row.id.toString() }))
    },
    withheld: [],
  },
  Mail: {
    rows: (db, accountId) =>
      db.mail.findMany({
        where: { OR: [{ accountId }, { member: { accountId } }] },
        omit: { letter: true },
        orderBy: { createdAt: 'asc' },
      }),
    withheld: ['letter'],
  },
  Invitation: {
    rows: (db, accountId) =>
      db.invitation.findMany({ where: { member: { accountId } }, omit: { hash: true }, orderBy: { createdAt: 'asc' } }),
    withheld: ['hash'],
  },
  Reminder: {
    rows: (db, accountId) => db.reminder.findMany({ where: { member: { accountId } }, orderBy: { at: 'asc' } }),
    withheld: [],
  },
  TestSitting: {
    rows: (db, accountId) => db.testSitting.findMany({ where: { accountId }, orderBy: { startedAt: 'asc' } }),
    withheld: [],
  },
  TestAnswer: {
    rows: (db, accountId) =>
      db.testAnswer.findMany({
        where: { sitting: { accountId } },
        orderBy: [{ sitting: { startedAt: 'asc' } }, { position: 'asc' }],
      }),
    withheld: [],
  },
  TestForms: { nothing: 'questions drawn for a cohort' },
  ImportRun: {
    nothing: 'when a list was read, and by whom; what it said of a person stands in her place in the cohort',
  },
  KeptFigures: { nothing: 'figures about nobody, and who kept them; that she did stands in the audit' },
  Cohort: { nothing: 'editions of a course, not people' },
  CohortEntry: { nothing: 'how a cohort is entered: its code, and domains of addresses without the people' },
  Deadline: { nothing: 'days of a cohort' },
  Institution: { nothing: 'schools, courts and offices, not people' },
  RateCounter: { nothing: 'counts keyed hashes of addresses; which one is hers cannot be read from it' },
  SignInFailure: { nothing: 'counts keyed hashes of an e-mail with an address; gone within a day' },
  Setting: { nothing: 'keys of the site' },
  Release: { nothing: 'published courses' },
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

/** JSON has no big integers, and she is not helped by milliseconds. */
const momentOf = (seq: bigint): Date | null => (seq > 0n ? new Date(Number(seq)) : null)
