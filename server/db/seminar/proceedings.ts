import 'server-only'
import type { CitedSeminar, Participation, PeopleCount } from '@/domain/seminar/proceedings'
import type { Tx } from '../client'
import type { Sql } from '../sql'

/** The seminars whose proceedings are public, the latest first. */
export async function findProceedings(sql: Sql, now: Date): Promise<CitedSeminar[]> {
  return sql.$queryRaw<CitedSeminar[]>`
    select s.id, s.titles, s."startsAt", s."proceedingsBy" as authors from "Seminar" s
    where s."proceedingsAt" is not null and (s.status = 'held' or (s.status in ('open', 'closed') and s."endsAt" <= ${now}))
    order by s."startsAt" desc, s.id limit 1000`
}

/** Who was registered or present, by country and function. */
export async function countParticipants(sql: Sql, seminarId: string): Promise<PeopleCount[]> {
  return sql.$queryRaw<PeopleCount[]>`
    with people as (
      select r.country, coalesce(a.function::text, r.function) as function, r.status, exists (
        select 1 from "SeminarCheckIn" c where c."registrationId" = r.id and c.state = 'present') as present
      from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
      where r."seminarId" = ${seminarId}::uuid)
    select country, function, present, count(*)::int as people from people
    where status = 'registered' or present group by country, function, present`
}

/** The data stored when the proceedings became public, as JSON: its shape is checked elsewhere. */
export async function findKept(sql: Sql, seminarId: string): Promise<{ participation: unknown; authors: unknown }> {
  const [row] = await sql.$queryRaw<{ participation: unknown; authors: unknown }[]>`
    select participation, "proceedingsBy" as authors from "Seminar" where id = ${seminarId}::uuid`
  return row ?? { participation: null, authors: null }
}

/**
 * @param published null: the proceedings are no longer public. Their data stays stored until they are published again.
 */
export async function saveProceedings(
  tx: Tx,
  seminarId: string,
  published: { at: Date; participation: Participation; authors: CitedSeminar['authors'] } | null,
): Promise<void> {
  const data = published
    ? {
        proceedingsAt: published.at,
        participation: published.participation,
        proceedingsBy: published.authors.map((names) => ({ ...names })),
      }
    : { proceedingsAt: null }
  await tx.seminar.update({ where: { id: seminarId }, data })
}
