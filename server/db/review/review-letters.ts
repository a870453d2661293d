import 'server-only'
import type { Day } from '@/domain/time/day'
import { LEFT_COMMISSION } from '../course/learners'
import type { Sql } from '../sql'

/** A second form that is still asked. `since`: only in plans begun then or later. `closed`: its course is closed. */
export type FormInForce = { courseId: string; questionId: string; since: Day | null; closed: boolean }
/**
 * A person who wants letters, with the number of her questions that are due. `cardId`, `turn`, `courseId`: those of the
 * question that has been due longest.
 */
export type LetterPerson = {
  accountId: string
  email: string
  nameArabic: string
  nameLatin: string
  locale: string
  due: number
  cardId: string | null
  turn: number | null
  courseId: string | null
}
type Page = {
  /** People after this account, in the order of their ids. */
  after: string
  limit: number
  today: Day
  /** Whoever was written to since this moment is left out. */
  since: Date
  /** Questions that have waited since before this day are left out too. */
  notBefore: Day
}

/**
 * The next people who want letters of review and have had none lately. People without a question that is due are
 * included, so that the last row tells where the next page begins. One statement, whatever their number.
 */
export async function findLetterPeople(
  sql: Sql,
  forms: readonly FormInForce[],
  { after, limit, today, since, notBefore }: Page,
): Promise<LetterPerson[]> {
  return sql.$queryRaw<LetterPerson[]>`
    with people as (
      select l."accountId" from "LetterChoice" l
      where l.reviews and l."accountId" > ${after}::uuid and (l."pausedUntil" is null or l."pausedUntil" <= ${today}::date)
        and not exists (select 1 from "Mail" m where m."accountId" = l."accountId" and m.kind = 'review'
          and m.state in ('waiting', 'sending', 'sent') and coalesce(m."sentAt", m."createdAt") >= ${since})
      order by l."accountId" limit ${limit}
    ), forms as materialized (
      select * from unnest(${forms.map(({ courseId }) => courseId)}::text[],
        ${forms.map(({ questionId }) => questionId)}::text[], ${forms.map((form) => form.since)}::date[],
        ${forms.map(({ closed }) => closed)}::boolean[]) as f("courseId", "questionId", since, closed)
    )
    select a.id as "accountId", a.email, a."nameArabic", a."nameLatin", a.locale, d.due, d."cardId", d.turn, d."courseId"
    from people join "Account" a on a.id = people."accountId" cross join lateral (
      select count(*)::int as due, (array_agg(c.id order by c."dueOn", c.id))[1] as "cardId",
        (array_agg(c.turn order by c."dueOn", c.id))[1] as turn,
        (array_agg(c."courseId" order by c."dueOn", c.id))[1] as "courseId"
      from "ReviewCard" c
        join "ReviewPlan" p on p."accountId" = c."accountId" and p."courseId" = c."courseId"
        join forms f on f."courseId" = c."courseId" and f."questionId" = c."questionId"
          and (f.since is null or f.since <= p."startedOn")
      where c."accountId" = a.id and c."dueOn" <= ${today}::date and p."stoppedAt" is null
        and greatest(c."dueOn", p."pausedUntil") between ${notBefore}::date and ${today}::date
        and (not f.closed or exists (select 1 from "Enrolment" e where e."accountId" = a.id
          and e."courseId" = c."courseId" and (e.admitted or not ${LEFT_COMMISSION})))
    ) d
    order by a.id`
}
