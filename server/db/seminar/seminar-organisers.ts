import 'server-only'
import type { OrganiserFacts } from '@/domain/seminar/organiser'
import type { Texts } from '@/domain/text/texts'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'

export type OrganiserTimes = OrganiserFacts & { askedAt: Date }

/** Stores the request to an institution. A seminar has one request for each institution: asking again replaces it. */
export async function storeOrganiser(
  tx: Tx,
  seminarId: string,
  institutionId: string,
  times: OrganiserTimes,
): Promise<void> {
  const where = { seminarId_institutionId: { seminarId, institutionId } }
  await tx.seminarOrganiser.upsert({ where, create: { seminarId, institutionId, ...times }, update: times })
}

type Possible = { id: string; nameArabic: string; nameLatin: string }

/** Every institution that is not archived. */
export async function findPossibleOrganisers(db: Db): Promise<Possible[]> {
  return db.institution.findMany({
    where: { archivedAt: null },
    select: { id: true, nameArabic: true, nameLatin: true },
    orderBy: { nameLatin: 'asc' },
  })
}

/** `nameArabic`, `nameLatin`: of the institution that asks. */
export type SeminarRequest = {
  id: string
  titles: Texts
  startsAt: Date
  endsAt: Date
  nameArabic: string
  nameLatin: string
  acceptedAt: Date | null
}

export type AskedToOrganise = { institutionId: string; count: number; since: Date }

/** How many requests to organise a seminar together these institutions have not answered. */
export async function countAskedToOrganise(
  sql: Sql,
  institutionIds: readonly string[],
  now: Date,
): Promise<AskedToOrganise[]> {
  return sql.$queryRaw<AskedToOrganise[]>`
    select o."institutionId", count(*)::int as count, min(o."askedAt") as since
    from "SeminarOrganiser" o join "Seminar" s on s.id = o."seminarId"
    where o."institutionId" = any(${[...institutionIds]}::uuid[]) and o."acceptedAt" is null
      and o."withdrawnAt" is null and s.status <> 'cancelled' and s."endsAt" > ${now}
    group by 1`
}

/** The requests to an institution, unless they were declined or withdrawn, or the seminar is cancelled or over. */
export async function findRequestsTo(sql: Sql, institutionId: string): Promise<SeminarRequest[]> {
  return sql.$queryRaw<SeminarRequest[]>`
    select s.id, s.titles, s."startsAt", s."endsAt", i."nameArabic", i."nameLatin", o."acceptedAt"
    from "SeminarOrganiser" o join "Seminar" s on s.id = o."seminarId"
    join "Institution" i on i.id = s."institutionId"
    where o."institutionId" = ${institutionId}::uuid and o."withdrawnAt" is null and s.status <> 'cancelled'
      and s."endsAt" > now()
    order by o."askedAt" desc limit 100`
}
