import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** Few enough for a statement that reads all that they did since a moment. */
const PEOPLE_AT_ONCE = 1000

/** The ids that a statement asks about: an array, since for a join the planner may read the tables of the whole country. */
const WHO = Prisma.sql`any(array(select id from who))`
const ASLEEP = Prisma.sql`any(array(select id from asleep))`

/** Who of `who` was active since then. Signing in counts, as does every act of learning. */
const activeSince = (before: Date) => Prisma.sql`
  select "accountId" from "Session" where "accountId" = ${WHO} and "createdAt" >= ${before}
  union all select "accountId" from "TestSitting"
    where "accountId" = ${WHO} and greatest("startedAt", "handedInAt") >= ${before}
  union all select "accountId" from "PassageNote" where "accountId" = ${WHO} and "changedAt" >= ${before}
  union all select "accountId" from "Enrolment" where "accountId" = ${WHO} and "enrolledAt" >= ${before}
  union all select c."accountId" from "Certificate" c join "LawUpdateAnswer" u on u."certificateId" = c.id
    where c."accountId" = ${WHO} and u."answeredAt" >= ${before}
  union all select t."accountId" from "TutorThread" t join "ThreadMessage" w on w."threadId" = t.id
    where t."accountId" = ${WHO} and w."fromLearner" and w.at >= ${before}
  union all select e."accountId" from "Enrolment" e join "LessonState" l on l."enrolmentId" = e.id
    where e."accountId" = ${WHO} and l."readAt" >= ${before}
  union all select e."accountId" from "Enrolment" e join "PracticeAnswer" p on p."enrolmentId" = e.id
    where e."accountId" = ${WHO} and p."answeredAt" >= ${before}
  union all select "accountId" from "SimulationRun"
    where "accountId" = ${WHO} and greatest("startedAt", "endedAt") >= ${before}
  union all select c."accountId" from "ReviewCard" c join "ReviewAnswer" r on r."cardId" = c.id
    where c."accountId" = ${WHO} and r."answeredAt" >= ${before}
  union all select "accountId" from "GridAttempt" where "accountId" = ${WHO} and "savedAt" >= ${before}
  union all select "accountId" from "PracticeDone" where "accountId" = ${WHO} and "lastAt" >= ${before}
  union all select "accountId" from "ReferralPlan" where "accountId" = ${WHO} and "changedAt" >= ${before}
  union all select e."accountId" from "Enrolment" e join "Attempt" a on a."enrolmentId" = e.id
    where e."accountId" = ${WHO} and greatest(a."startedAt", a."handedInAt") >= ${before}`

/** Those of these people who did nothing since then, as `asleep`. `not in` would compare each with each. */
const withAsleep = (people: readonly string[], before: Date) => Prisma.sql`
  with who as materialized (select unnest(${[...people]}::uuid[]) as id),
    asleep as materialized (select id from who except (${activeSince(before)}))`

const ofEnrolment = Prisma.sql`t."enrolmentId" = any(array(
  select e.id from "Enrolment" e where e."accountId" = ${ASLEEP}))`
const ofAccount = Prisma.sql`t."accountId" = ${ASLEEP}`

type AnswerTable = { name: Prisma.ModelName; isExpired: (before: Date) => Prisma.Sql }

/** The tables of answers, and the condition for a row of those who are asleep. */
export const ANSWER_TABLES: readonly AnswerTable[] = [
  { name: 'PracticeAnswer', isExpired: (before) => Prisma.sql`t."answeredAt" < ${before} and ${ofEnrolment}` },
  {
    name: 'ReviewAnswer',
    isExpired: (before) => Prisma.sql`t."answeredAt" < ${before} and t."cardId" = any(array(
      select c.id from "ReviewCard" c where c."accountId" = ${ASLEEP}))`,
  },
  {
    name: 'LawUpdateAnswer',
    isExpired: (before) => Prisma.sql`t."answeredAt" < ${before} and t."certificateId" = any(array(
      select c.id from "Certificate" c where c."accountId" = ${ASLEEP}))`,
  },
  { name: 'GridAttempt', isExpired: (before) => Prisma.sql`t."savedAt" < ${before} and ${ofAccount}` },
  { name: 'ReferralPlan', isExpired: (before) => Prisma.sql`t."changedAt" < ${before} and ${ofAccount}` },
  {
    name: 'SimulationRun',
    isExpired: (before) => Prisma.sql`greatest(t."startedAt", t."endedAt") < ${before} and ${ofAccount}`,
  },
  // An attempt that was never handed in contains nothing but answers.
  {
    name: 'Attempt',
    isExpired: (before) => Prisma.sql`t."startedAt" < ${before} and t."handedInAt" is null and ${ofEnrolment}`,
  },
  {
    name: 'AttemptQuestion',
    isExpired: () => Prisma.sql`t."attemptId" = any(array(select a.id from "Attempt" a
      where a."enrolmentId" = any(array(select e.id from "Enrolment" e where e."accountId" = ${ASLEEP}))))`,
  },
  {
    name: 'TestAnswer',
    isExpired: (before) => Prisma.sql`t."answeredAt" < ${before} and t."sittingId" = any(array(
      select s.id from "TestSitting" s where s."accountId" = ${ASLEEP}))`,
  },
]

/** Is told of a table that failed, after which the others go on. */
export type OnFailure = (table: string, error: unknown) => void

export async function orTell(table: string, onFailure: OnFailure, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    onFailure(table, error)
    return 0
  }
}

type Work = (table: AnswerTable, people: readonly string[], tell: OnFailure) => Promise<number>

/** Does this with each table, for all who are asleep. A table that failed is left out from then on. */
export async function forAnswers(sql: Sql, before: Date, onFailure: OnFailure, work: Work): Promise<number> {
  const failed = new Set<string>()
  const tell: OnFailure = (table, error) => {
    failed.add(table)
    onFailure(table, error)
  }
  let sum = 0
  await orTell('Account', onFailure, async () => {
    for await (const people of peopleAsleep(sql, before)) {
      for (const table of ANSWER_TABLES.filter(({ name }) => !failed.has(name))) {
        sum += await orTell(table.name, tell, () => work(table, people, tell))
      }
    }
    return sum
  })
  return sum
}

/** Everybody who was not active since then, some at a time. */
async function* peopleAsleep(sql: Sql, before: Date): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const people = await sql.$queryRaw<{ id: string }[]>`
      select id from "Account" where id > ${after}::uuid order by id limit ${PEOPLE_AT_ONCE}`
    const last = people.at(-1)
    if (!last) return
    const ids = people.map(({ id }) => id)
    const asleep = await sql.$queryRaw<{ id: string }[]>(Prisma.sql`${withAsleep(ids, before)} select id from asleep`)
    if (asleep.length > 0) yield asleep.map(({ id }) => id)
    after = last.id
  }
}

export async function countAnswers(
  sql: Sql,
  { name, isExpired }: AnswerTable,
  people: readonly string[],
  before: Date,
): Promise<number> {
  const rows = await sql.$queryRaw<{ count: number }[]>(Prisma.sql`${withAsleep(people, before)}
    select count(*)::int as count from ${Prisma.raw(`"${name}"`)} t where ${isExpired(before)}`)
  return rows[0]?.count ?? 0
}

/** Whoever has become active meanwhile keeps her answers. */
export async function deleteAnswers(
  sql: Sql,
  { name, isExpired }: AnswerTable,
  people: readonly string[],
  { before, atMost }: { before: Date; atMost: number },
): Promise<number> {
  const table = Prisma.raw(`"${name}"`)
  return sql.$executeRaw(Prisma.sql`${withAsleep(people, before)}
    delete from ${table} where ctid in (
      select t.ctid from ${table} t where ${isExpired(before)} limit ${atMost} for update of t skip locked)`)
}
