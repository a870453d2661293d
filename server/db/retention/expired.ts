import 'server-only'
import type { ExpiringKind } from '@/domain/account/terms'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import { ANSWER_TABLES, countAnswers, deleteAnswers, forAnswers, type OnFailure, orTell } from './expired-answers'

/**
 * The number of rows deleted at once: few enough not to block other requests, and to stay within the timeout of a
 * query.
 */
const AT_ONCE = 5000

type Table = { name: Prisma.ModelName; isExpired: (before: Date) => Prisma.Sql }
/** These are removed in ways of their own. */
type Apart = 'answers' | 'audit' | 'unclaimed'

const dayOld = Prisma.sql`t."createdAt" < now() - interval '24 hours'`

/** Condition: the debrief of the group began more than a day ago, or the term of its run is over. */
const sharedIsOver = (before: Date) => Prisma.sql`
  t."debriefAt" < now() - interval '24 hours' or t."openedAt" < ${before}`

/** The tables of each kind, and the condition for a row whose term began before a moment. */
const TABLES: Record<Exclude<ExpiringKind, Apart>, readonly Table[]> = {
  // These rows have an expiry date of their own, set from their term.
  session: [{ name: 'Session', isExpired: () => Prisma.sql`t."expiresAt" < now()` }],
  browser: [{ name: 'KnownBrowser', isExpired: (before) => Prisma.sql`t."usedAt" < ${before}` }],
  link: [
    { name: 'EmailToken', isExpired: () => Prisma.sql`t."expiresAt" < now()` },
    { name: 'SignUp', isExpired: () => Prisma.sql`t."expiresAt" < now()` },
    { name: 'SignOnVisit', isExpired: () => Prisma.sql`t."expiresAt" < now()` },
  ],
  // The system gives up on an unsent letter after two days. It is kept as long as a sent one; so is a letter that a
  // digest replaced or that she did not want. Sent letters are kept for at least eight days: the budget counts those of
  // seven days, of which one may have 25 hours.
  letters: [
    {
      name: 'Mail',
      isExpired: (before) =>
        Prisma.sql`(t.state = 'sent' and t."sentAt" < least(${before}, now() - interval '8 days'))
          or (t.state in ('failed', 'gathered', 'stopped') and t."createdAt" < ${before})`,
    },
    // The rows of the last days prevent a second letter on the same day.
    {
      name: 'WorkLetter',
      isExpired: (before) => Prisma.sql`t.at < least(${before}, now() - interval '7 days')`,
    },
    // A delivery that still waits is tried for three days.
    {
      name: 'WebhookDelivery',
      isExpired: (before) => Prisma.sql`t."queuedAt" < least(${before}, now() - interval '4 days')`,
    },
  ],
  errors: [{ name: 'ErrorReport', isExpired: (before) => Prisma.sql`t."reportedAt" < ${before}` }],
  words: [
    {
      name: 'Announcement',
      isExpired: (before) => Prisma.sql`t.state not in ('scheduled', 'leaving')
        and coalesce(t."withdrawnAt", t."sentAt", t."changedAt") < ${before}`,
    },
    { name: 'TutorThread', isExpired: (before) => Prisma.sql`t."lastAt" < ${before}` },
    { name: 'ResearchCall', isExpired: (before) => Prisma.sql`t.deadline < ${before}` },
    // A contact that is shown stays. One that has expired can still be replaced, and a proposal decided, for the whole
    // term.
    {
      name: 'RegionalContact',
      isExpired: (before) => Prisma.sql`(t.state = 'proposed' and t."proposedAt" < ${before})
        or (t.state = 'refused' and t."decidedAt" < ${before})
        or (t.state in ('withdrawn', 'superseded') and t."endedAt" < ${before})
        or (t.state = 'accepted' and t."expiresAt" < ${before})`,
    },
    {
      name: 'ApiToken',
      isExpired: (before) => Prisma.sql`least(t."revokedAt", t."expiresAt") < ${before}`,
    },
    // The figures stay with the survey.
    {
      name: 'SurveyAnswer',
      isExpired: (before) => Prisma.sql`t."surveyId" in (
        select s.id from "Survey" s where s.figures is not null and s."closesAt" < ${before})`,
    },
  ],
  list: [
    { name: 'ImportFile', isExpired: () => dayOld },
    // The rows of an import that nobody started are deleted together with its file.
    {
      name: 'ImportRun',
      isExpired: (before) => Prisma.sql`t."createdAt" < ${before} or (t."startedAt" is null and ${dayOld})`,
    },
    // A choice that nobody confirmed within its hour can no longer be used.
    {
      name: 'PeopleSet',
      isExpired: (before) =>
        Prisma.sql`t."createdAt" < ${before} or (t."startedAt" is null and t."createdAt" < now() - interval '1 hour')`,
    },
  ],
  // The place of a person without an account, who cannot have it deleted together with an account.
  guests: [
    {
      name: 'SeminarRegistration',
      isExpired: (before) => Prisma.sql`t."guestEmail" is not null and t."seminarId" in (
        select s.id from "Seminar" s where s."endsAt" < ${before})`,
    },
    // A check-in that no organiser has answered.
    { name: 'UnlistedCheckIn', isExpired: (before) => Prisma.sql`t.at < ${before}` },
  ],
  needs: [
    {
      name: 'SeminarNeed',
      isExpired: (before) => Prisma.sql`t."registrationId" in (
        select r.id from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId" where s."endsAt" < ${before})`,
    },
  ],
  shared: [{ name: 'SharedRun', isExpired: sharedIsOver }],
  // The term begins when the offer was answered or withdrawn, or expired.
  offers: [{ name: 'RoleOffer', isExpired: (before) => Prisma.sql`least(t."endedAt", t."expiresAt") < ${before}` }],
  counters: [
    { name: 'RateCounter', isExpired: (before) => Prisma.sql`t."windowEnd" < ${before}` },
    { name: 'SignInFailure', isExpired: (before) => Prisma.sql`t."lastAt" < ${before}` },
  ],
}

/** The tables whose rows the nightly job deletes for this kind, without those that go with them by a cascade. */
export function deletedTables(kind: ExpiringKind): string[] {
  if (kind === 'answers') return ANSWER_TABLES.map(({ name }) => name)
  return expiringRows(kind, new Date(0)).map(({ name }) => name)
}

/** A place that nobody has taken since it was assigned or the last invitation to it was written. */
const unclaimed = (before: Date) => Prisma.sql`
  t."accountId" is null and t."statusSince" < ${before} and not exists (
    select 1 from "Invitation" i where i."memberId" = t.id and i."createdAt" >= ${before})`

const rethrow: OnFailure = (_, error) => {
  throw error
}

/** @param onFailure is told of each table that cannot be counted; the others are. */
export async function countExpired(
  sql: Sql,
  kind: ExpiringKind,
  before: Date,
  onFailure: OnFailure = rethrow,
): Promise<number> {
  if (kind === 'answers')
    return forAnswers(sql, before, onFailure, (table, people) => countAnswers(sql, table, people, before))
  let sum = 0
  for (const { name, where } of expiringRows(kind, before)) {
    const from = Prisma.sql`${Prisma.raw(`"${name}"`)} t where ${where}`
    sum += await orTell(name, onFailure, () => count(sql, from))
  }
  return sum
}

/**
 * @param onFailure is told of each table whose rows cannot be deleted; those of the others are.
 * @returns the number of deleted rows, without those deleted by a cascade.
 */
export async function deleteExpired(
  sql: Sql,
  kind: Exclude<ExpiringKind, 'unclaimed'>,
  before: Date,
  onFailure: OnFailure = rethrow,
): Promise<number> {
  if (kind === 'audit') return untilNone('AuditEntry', onFailure, () => expireAudit(sql, before))
  if (kind === 'answers') {
    const batch = { before, atMost: AT_ONCE }
    return forAnswers(sql, before, onFailure, (table, people, tell) =>
      untilNone(table.name, tell, () => deleteAnswers(sql, table, people, batch)),
    )
  }
  let sum = 0
  for (const { name, where } of expiringRows(kind, before)) {
    const table = Prisma.raw(`"${name}"`)
    sum += await untilNone(
      name,
      onFailure,
      () => sql.$executeRaw`
        delete from ${table} where ctid in (
          select t.ctid from ${table} t where ${where} limit ${AT_ONCE} for update skip locked)`,
    )
  }
  return sum
}

function expiringRows(kind: Exclude<ExpiringKind, 'answers'>, before: Date): { name: string; where: Prisma.Sql }[] {
  if (kind === 'unclaimed') return [{ name: 'CohortMember', where: unclaimed(before) }]
  if (kind === 'audit')
    return [{ name: 'AuditEntry', where: Prisma.sql`t.at < least(${before}, now() - interval '1 year')` }]
  return TABLES[kind].map(({ name, isExpired }) => ({ name, where: isExpired(before) }))
}

async function count(sql: Sql, from: Prisma.Sql): Promise<number> {
  const rows = await sql.$queryRaw<{ count: number }[]>(Prisma.sql`select count(*)::int as count from ${from}`)
  return rows[0]?.count ?? 0
}

/** Uploaded lists are deleted after exactly a day by the job `lists`, which does not wait for the night. */
export async function deleteOldLists(sql: Sql): Promise<void> {
  await sql.$executeRaw`delete from "ImportFile" t where ${dayOld}`
  await sql.$executeRaw`delete from "ImportRun" t where t."startedAt" is null and ${dayOld}`
}

/**
 * What a group played is deleted exactly a day after its debrief by the job `lists`, which does not wait for the night.
 */
export async function deleteEndedShared(sql: Sql): Promise<void> {
  await sql.$executeRaw`delete from "SharedRun" t where t."debriefAt" < now() - interval '24 hours'`
}

async function expireAudit(sql: Sql, before: Date): Promise<number> {
  const rows = await sql.$queryRaw<{ removed: number }[]>`
    select "expire_audit"(${before}::timestamptz, ${AT_ONCE}::int)::int as removed`
  return rows[0]?.removed ?? 0
}

/** @returns the number of removed rows, also if it failed in between. */
async function untilNone(table: string, onFailure: OnFailure, remove: () => Promise<number>): Promise<number> {
  let sum = 0
  await orTell(table, onFailure, async () => {
    let removed: number
    do {
      removed = await remove()
      sum += removed
    } while (removed === AT_ONCE)
    return sum
  })
  return sum
}

/** The cohorts with places that nobody has taken within the term. */
export async function cohortsWithUnclaimed(sql: Sql, before: Date): Promise<string[]> {
  const rows = await sql.$queryRaw<{ cohortId: string }[]>(
    Prisma.sql`select distinct t."cohortId" from "CohortMember" t where ${unclaimed(before)}`,
  )
  return rows.map(({ cohortId }) => cohortId)
}

/** @param cohortId locked: a person who accepts her place at this moment comes first, or finds it deleted. */
export async function deleteUnclaimed(sql: Sql, cohortId: string, before: Date): Promise<number> {
  return sql.$executeRaw`
    delete from "CohortMember" t where t."cohortId" = ${cohortId}::uuid and ${unclaimed(before)}`
}
