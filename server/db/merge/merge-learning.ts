import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import type { Pair } from './pair'

// The numbers of attempts are unique in an enrolment, so renumbering goes through numbers that are not in use.
const ASIDE = 1000
const APART = 100_000

/** The enrolments in one course: `k` of the kept account, `o` of the other. */
const inBoth = ({ kept, other }: Pair) => Prisma.sql`
  select k.id as kept, o.id as other from "Enrolment" k join "Enrolment" o on o."courseId" = k."courseId"
  where k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid`

/**
 * Unites the enrolments in courses that are in both accounts: what was done in either counts as done. Attempts are
 * renumbered in the order in which they were begun. The kept account goes on in the release that it reads.
 */
export async function uniteEnrolments(tx: Tx, pair: Pair): Promise<void> {
  await uniteLessons(tx, pair)
  await unitePractice(tx, pair)
  await uniteAttempts(tx, pair)
  await tx.$executeRaw`
    update "Enrolment" k set "enrolledAt" = least(k."enrolledAt", o."enrolledAt"), admitted = k.admitted or o.admitted
    from (${inBoth(pair)}) p join "Enrolment" o on o.id = p.other where k.id = p.kept`
  await tx.$executeRaw`delete from "Enrolment" e using (${inBoth(pair)}) p where e.id = p.other`
}

async function uniteLessons(tx: Tx, pair: Pair): Promise<void> {
  await tx.$executeRaw`
    insert into "LessonState" as l
      ("enrolmentId", "lessonId", block, "openedAt", "readAt", "completedAt", "endReached", "takenBackAt")
    select p.kept, o."lessonId", o.block, o."openedAt", o."readAt", o."completedAt", o."endReached", o."takenBackAt"
    from (${inBoth(pair)}) p join "LessonState" o on o."enrolmentId" = p.other
    on conflict ("enrolmentId", "lessonId") do update set
      block = case when excluded."readAt" > l."readAt" then excluded.block else l.block end,
      "openedAt" = least(l."openedAt", excluded."openedAt"), "readAt" = greatest(l."readAt", excluded."readAt"),
      "completedAt" = least(l."completedAt", excluded."completedAt"),
      "endReached" = l."endReached" or excluded."endReached",
      "takenBackAt" = greatest(l."takenBackAt", excluded."takenBackAt")`
}

async function unitePractice(tx: Tx, pair: Pair): Promise<void> {
  await tx.$executeRaw`
    insert into "PracticeAnswer" as a ("enrolmentId", "questionId", answer, "answeredAt", "releaseId", tries)
    select p.kept, o."questionId", o.answer, o."answeredAt", o."releaseId", o.tries
    from (${inBoth(pair)}) p join "PracticeAnswer" o on o."enrolmentId" = p.other
    on conflict ("enrolmentId", "questionId") do update set
      answer = case when excluded."answeredAt" > a."answeredAt" then excluded.answer else a.answer end,
      "releaseId" = case when excluded."answeredAt" > a."answeredAt" then excluded."releaseId" else a."releaseId" end,
      "answeredAt" = greatest(a."answeredAt", excluded."answeredAt"), tries = greatest(a.tries, excluded.tries)`
}

async function uniteAttempts(tx: Tx, pair: Pair): Promise<void> {
  await tx.$executeRaw`
    update "Attempt" t set "enrolmentId" = p.kept, number = t.number + ${ASIDE}
    from (${inBoth(pair)}) p where t."enrolmentId" = p.other`
  await tx.$executeRaw`
    update "Attempt" t set number = c.number + ${APART} from (
      select a.id, row_number() over (partition by a."enrolmentId" order by a."startedAt", a.id)::int as number
      from "Attempt" a join (${inBoth(pair)}) p on p.kept = a."enrolmentId") c
    where t.id = c.id`
  await tx.$executeRaw`
    update "Attempt" t set number = t.number - ${APART} from (${inBoth(pair)}) p
    where t."enrolmentId" = p.kept and t.number > ${APART}`
}

/** If a question is asked in both accounts, the one with more turns stays, with its answers. */
export async function uniteReviews(tx: Tx, { kept, other }: Pair): Promise<void> {
  const asked = Prisma.sql`k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid
    and o."courseId" = k."courseId" and o."questionId" = k."questionId"`
  await tx.$executeRaw`delete from "ReviewCard" o using "ReviewCard" k where ${asked} and o.turn <= k.turn`
  await tx.$executeRaw`delete from "ReviewCard" k using "ReviewCard" o where ${asked}`
  const plans = Prisma.sql`k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid and o."courseId" = k."courseId"`
  await tx.$executeRaw`
    update "ReviewCard" c set "accountId" = ${kept}::uuid from "ReviewPlan" k, "ReviewPlan" o
    where ${plans} and c."accountId" = ${other}::uuid and c."courseId" = k."courseId"`
  await tx.$executeRaw`
    update "ReviewPlan" k set "startedOn" = least(k."startedOn", o."startedOn") from "ReviewPlan" o where ${plans}`
  await tx.$executeRaw`delete from "ReviewPlan" o using "ReviewPlan" k where ${plans}`
}

/**
 * Attempts at a file are renumbered in the order in which they were begun; of two under way, the one saved last stays.
 */
export async function uniteGrids(tx: Tx, { kept, other }: Pair): Promise<void> {
  const both = Prisma.sql`"accountId" in (${kept}::uuid, ${other}::uuid)`
  await tx.$executeRaw`
    delete from "GridAttempt" where id in (
      select id from (
        select id, row_number() over (partition by "caseId" order by "savedAt" desc, id desc) as place
        from "GridAttempt" where ${both} and "handedInAt" is null) g
      where g.place > 1)`
  await tx.$executeRaw`
    update "GridAttempt" set "accountId" = ${kept}::uuid, number = number + ${ASIDE} where "accountId" = ${other}::uuid`
  await tx.$executeRaw`
    update "GridAttempt" g set number = c.number + ${APART} from (
      select id, row_number() over (partition by "caseId" order by "startedAt", id)::int as number
      from "GridAttempt" where "accountId" = ${kept}::uuid) c
    where g.id = c.id`
  await tx.$executeRaw`
    update "GridAttempt" set number = number - ${APART} where "accountId" = ${kept}::uuid and number > ${APART}`
}

/** What was done in either account counts as done. */
export async function uniteDone(tx: Tx, { kept, other }: Pair): Promise<void> {
  const onOne = Prisma.sql`k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid
    and o.kind = k.kind and o."caseId" = k."caseId"`
  await tx.$executeRaw`
    update "PracticeDone" k set "firstAt" = least(k."firstAt", o."firstAt"),
      "lastAt" = greatest(k."lastAt", o."lastAt"), times = k.times + o.times
    from "PracticeDone" o where ${onOne}`
  await tx.$executeRaw`delete from "PracticeDone" o using "PracticeDone" k where ${onOne}`
}

/** What was noted in either account counts as noted. */
export async function uniteNoted(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "CorrectionNoted" o using "CorrectionNoted" k
    where o."accountId" = ${other}::uuid and k."accountId" = ${kept}::uuid and k."releaseId" = o."releaseId"`
}

/** Two notes on one passage become one: the one of the kept account, followed by the other. */
export async function uniteNotes(tx: Tx, { kept, other }: Pair): Promise<void> {
  const onOne = Prisma.sql`k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid
    and o."courseId" = k."courseId" and o."lessonId" = k."lessonId" and o.hash = k.hash and o.passage = k.passage`
  await tx.$executeRaw`
    update "PassageNote" k set
      text = case when k.text = o.text then k.text else nullif(concat_ws(E'\n\n', k.text, o.text), '') end,
      version = greatest(k.version, o.version) + 1, "bookmarkedAt" = least(k."bookmarkedAt", o."bookmarkedAt"),
      "createdAt" = least(k."createdAt", o."createdAt"), "changedAt" = greatest(k."changedAt", o."changedAt")
    from "PassageNote" o where ${onOne}`
  await tx.$executeRaw`delete from "PassageNote" o using "PassageNote" k where ${onOne}`
}

/** A test is taken once: of two, the one that was handed in first stays; if neither was, the one begun first. */
export async function uniteSittings(tx: Tx, { kept, other }: Pair): Promise<void> {
  const pair = [kept, other]
  await tx.$executeRaw`
    delete from "TestSitting" where id in (
      select id from (
        select id, row_number() over (
          partition by "cohortId", "seminarId", "courseId", form order by "handedInAt" nulls last, "startedAt", id) as place
        from "TestSitting" where "accountId" = any(${pair}::uuid[])) s
      where s.place > 1)`
}

/** The runs of the other account are numbered after the others; of two under way, that of the kept account stays. */
export async function uniteSimulations(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "SimulationRun" o using "SimulationRun" k
    where k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid
      and o."caseId" = k."caseId" and k."endedAt" is null and o."endedAt" is null`
  // Numbers are unique, so each new number is above all existing ones.
  await tx.$executeRaw`
    update "SimulationRun" o set number = o.number + (
      select max(r.number) from "SimulationRun" r where r."accountId" in (${kept}::uuid, ${other}::uuid)
        and r."caseId" = o."caseId")
    where o."accountId" = ${other}::uuid`
}
