import 'server-only'
import type { ExpiringKind } from '@/domain/account/terms'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from './sql'

/**
 * The number of rows deleted at once: few enough not to block other requests, and to stay within the timeout of a
 * query.
 */
const AT_ONCE = 5000

type Table = { name: Prisma.ModelName; isExpired: (before: Date) => Prisma.Sql }
type Removed = 'audit' | 'unclaimed'

/** The accounts with any activity since then. Signing in counts, as does every act of learning. */
const activeSince = (before: Date) => Prisma.sql`
  select "accountId" from "Session" where "createdAt" >= ${before}
  union select "accountId" from "TestSitting" where greatest("startedAt", "handedInAt") >= ${before}
  union select "accountId" from "PassageNote" where "changedAt" >= ${before}
  union select "accountId" from "Enrolment" where "enrolledAt" >= ${before}
  union select c."accountId" from "Certificate" c join "LawUpdateAnswer" u on u."certificateId" = c.id
    where c."accountId" is not null and u."answeredAt" >= ${before}
  union select t."accountId" from "TutorThread" t join "ThreadMessage" w on w."threadId" = t.id
    where w."fromLearner" and w.at >= ${before}
  union select e."accountId" from "Enrolment" e join "LessonState" l on l."enrolmentId" = e.id where l."readAt" >= ${before}
  union select e."accountId" from "Enrolment" e join "PracticeAnswer" p on p."enrolmentId" = e.id
    where p."answeredAt" >= ${before}
  union select r."accountId" from "SimulationRun" r where greatest(r."startedAt", r."endedAt") >= ${before}
  union select c."accountId" from "ReviewCard" c join "ReviewAnswer" r on r."cardId" = c.id
    where r."answeredAt" >= ${before}
  union select "accountId" from "GridAttempt" where "savedAt" >= ${before}
  union select "accountId" from "PracticeDone" where "lastAt" >= ${before}
  union select "accountId" from "ReferralPlan" where "changedAt" >= ${before}
  union select e."accountId" from "Enrolment" e join "Attempt" a on a."enrolmentId" = e.id
    where greatest(a."startedAt", a."handedInAt") >= ${before}`

const inactiveEnrolments = (before: Date) => Prisma.sql`
  select e.id from "Enrolment" e where e."accountId" not in (${activeSince(before)})`
const attemptsOfInactive = (before: Date) => Prisma.sql`
  select a.id from "Attempt" a where a."enrolmentId" in (${inactiveEnrolments(before)})`

const dayOld = Prisma.sql`t."createdAt" < now() - interval '24 hours'`

/** Condition: the debrief of the group began more than a day ago, or the term of its run is over. */
const sharedIsOver = (before: Date) => Prisma.sql`
  t."debriefAt" < now() - interval '24 hours' or t."openedAt" < ${before}`

/** The tables of each kind, and the condition for a row whose term began before a moment. */
const TABLES: Record<Exclude<ExpiringKind, Removed>, readonly Table[]> = {
  // These rows have an expiry date of their own, set from their term.
  session: [{ name: 'Session', isExpired: () => Prisma.sql`t."expiresAt" < now()` }],
  browser: [{ name: 'KnownBrowser', isExpired: (before) => Prisma.sql`t."usedAt" < ${before}` }],
  link: [
    { name: 'EmailToken', isExpired: () => Prisma.sql`t."expiresAt" < now()` },
    { name: 'SignUp', isExpired: () => Prisma.sql`t."expiresAt" < now()` },
    { name: 'SignOnVisit', isExpired: () => Prisma.sql`t."expiresAt" < now()` },
  ],
  answers: [
    {
      name: 'PracticeAnswer',
      isExpired: (before) =>
        Prisma.sql`t."answeredAt" < ${before} and t."enrolmentId" in (${inactiveEnrolments(before)})`,
    },
    {
      name: 'ReviewAnswer',
      isExpired: (before) => Prisma.sql`t."answeredAt" < ${before} and t."cardId" in (
        select c.id from "ReviewCard" c where c."accountId" not in (${activeSince(before)}))`,
    },
    {
      name: 'LawUpdateAnswer',
      isExpired: (before) => Prisma.sql`t."answeredAt" < ${before} and t."certificateId" in (
        select c.id from "Certificate" c where c."accountId" not in (${activeSince(before)}))`,
    },
    {
      name: 'GridAttempt',
      isExpired: (before) => Prisma.sql`t."savedAt" < ${before} and t."accountId" not in (${activeSince(before)})`,
    },
    {
      name: 'ReferralPlan',
      isExpired: (before) => Prisma.sql`t."changedAt" < ${before} and t."accountId" not in (${activeSince(before)})`,
    },
    {
      name: 'SimulationRun',
      isExpired: (before) => Prisma.sql`greatest(t."startedAt", t."endedAt") < ${before} and t."accountId" not in (
        ${activeSince(before)})`,
    },
    // An attempt that was never handed in contains nothing but answers.
    {
      name: 'Attempt',
      isExpired: (before) =>
        Prisma.sql`t."startedAt" < ${before} and t."handedInAt" is null and t."enrolmentId" in (${inactiveEnrolments(before)})`,
    },
    { name: 'AttemptQuestion', isExpired: (before) => Prisma.sql`t."attemptId" in (${attemptsOfInactive(before)})` },
    {
      name: 'TestAnswer',
      isExpired: (before) => Prisma.sql`t."answeredAt" < ${before} and t."sittingId" in (
        select s.id from "TestSitting" s where s."accountId" not in (${activeSince(before)}))`,
    },
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

/** A place that nobody has taken since it was assigned or the last invitation to it was written. */
const unclaimed = (before: Date) => Prisma.sql`
  m."accountId" is null and m."statusSince" < ${before} and not exists (
    select 1 from "Invitation" i where i."memberId" = m.id and i."createdAt" >= ${before})`

export async function countExpired(sql: Sql, kind: ExpiringKind, before: Date): Promise<number> {
  if (kind === 'unclaimed') return count(sql, Prisma.sql`"CohortMember" m where ${unclaimed(before)}`)
  if (kind === 'audit')
    return count(sql, Prisma.sql`"AuditEntry" where at < least(${before}, now() - interval '1 year')`)
  let sum = 0
  for (const { name, isExpired } of TABLES[kind]) {
    sum += await count(sql, Prisma.sql`${Prisma.raw(`"${name}"`)} t where ${isExpired(before)}`)
  }
  return sum
}

async function count(sql: Sql, from: Prisma.Sql): Promise<number> {
  const rows = await sql.$queryRaw<{ count: number }[]>(Prisma.sql`select count(*)::int as count from ${from}`)
  return rows[0]?.count ?? 0
}

/** @returns the number of deleted rows, without those deleted by a cascade. */
export async function deleteExpired(sql: Sql, kind: Exclude<ExpiringKind, 'unclaimed'>, before: Date): Promise<number> {
  if (kind === 'audit') return untilNone(() => expireAudit(sql, before))
  let sum = 0
  for (const { name, isExpired } of TABLES[kind]) {
    const table = Prisma.raw(`"${name}"`)
    sum += await untilNone(
      () => sql.$executeRaw`
        delete from ${table} where ctid in (
          select t.ctid from ${table} t where ${isExpired(before)} limit ${AT_ONCE} for update skip locked)`,
    )
  }
  return sum
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

async function untilNone(remove: () => Promise<number>): Promise<number> {
  let sum = 0
  for (;;) {
    const removed = await remove()
    sum += removed
    if (removed < AT_ONCE) return sum
  }
}

/** The cohorts with places that nobody has taken within the term. */
export async function cohortsWithUnclaimed(sql: Sql, before: Date): Promise<string[]> {
  const rows = await sql.$queryRaw<{ cohortId: string }[]>(
    Prisma.sql`select distinct m."cohortId" from "CohortMember" m where ${unclaimed(before)}`,
  )
  return rows.map(({ cohortId }) => cohortId)
}

/** @param cohortId locked: a person who accepts her place at this moment comes first, or finds it deleted. */
export async function deleteUnclaimed(sql: Sql, cohortId: string, before: Date): Promise<number> {
  return sql.$executeRaw`
    delete from "CohortMember" m where m."cohortId" = ${cohortId}::uuid and ${unclaimed(before)}`
}
