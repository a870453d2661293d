import 'server-only'
import type { Names } from '@/domain/person/profile'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import { type Earned, teachersOf } from '../cohort/teachers'
import type { Sql } from '../sql'

export type Confirmation = { accountId: string; confirmedAt: Date; confirmedBy: Names | null }
/**
 * The institution that confirmed the holder, as a certificate names it. Both are null if the holder declared her name
 * herself.
 */
export type Confirmer = { confirmerArabic: string | null; confirmerLatin: string | null }

/** @returns whether the confirmation is new. */
export async function insertConfirmation(
  db: Db,
  row: { accountId: string; institutionId: string; confirmedById: string; confirmedAt: Date },
): Promise<boolean> {
  return (await db.identityConfirmation.createMany({ data: [row], skipDuplicates: true })).count === 1
}

/** @returns whether there was one. */
export async function deleteConfirmation(db: Db, accountId: string, institutionId: string): Promise<boolean> {
  return (await db.identityConfirmation.deleteMany({ where: { accountId, institutionId } })).count === 1
}

export async function findConfirmations(db: Db, institutionId: string): Promise<Confirmation[]> {
  return db.identityConfirmation.findMany({
    where: { institutionId },
    select: { accountId: true, confirmedAt: true, confirmedBy: { select: { nameArabic: true, nameLatin: true } } },
  })
}

/** The institutions that taught a certificate and have confirmed its holder's identity. */
export async function findConfirmers(sql: Sql, certificate: Earned): Promise<string[]> {
  const rows = await sql.$queryRaw<{ institutionId: string }[]>`
    select c."institutionId" from "IdentityConfirmation" c
    where c."accountId" = ${certificate.accountId}::uuid and c."institutionId" in ${teachersOf(certificate)}`
  return rows.map(({ institutionId }) => institutionId)
}

/** The first of these institutions to confirm the holder, under its present name. */
export async function findConfirmer(sql: Sql, certificate: Earned): Promise<Confirmer> {
  const rows = await sql.$queryRaw<Confirmer[]>`
    select i."nameArabic" as "confirmerArabic", i."nameLatin" as "confirmerLatin"
    from "IdentityConfirmation" c join "Institution" i on i.id = c."institutionId"
    where c."accountId" = ${certificate.accountId}::uuid and c."institutionId" in ${teachersOf(certificate)}
    order by c."confirmedAt" limit 1`
  return rows[0] ?? { confirmerArabic: null, confirmerLatin: null }
}

export async function isConfirmedBy(db: Db, accountId: string, institutionId: string): Promise<boolean> {
  return (await db.identityConfirmation.count({ where: { accountId, institutionId } })) > 0
}

/** A person of an institution whose identity it has not confirmed, with the names that its lists give her. */
export type ListedPerson = Names & { accountId: string; email: string; listed: readonly Names[] }

/** By Latin name. @param among only these people; null for everybody. */
export async function findListed(
  sql: Sql,
  institutionId: string,
  among: readonly string[] | null,
): Promise<ListedPerson[]> {
  const ids = among && [...among]
  return sql.$queryRaw<ListedPerson[]>`
    select a.id as "accountId", a.email, a."nameArabic", a."nameLatin",
      json_agg(distinct jsonb_build_object('nameArabic', m."nameArabic", 'nameLatin', m."nameLatin")) as listed
    from "Cohort" c
      join "CohortMember" m on m."cohortId" = c.id and m.listed
      join "Account" a on a.id = m."accountId"
    where c."institutionId" = ${institutionId}::uuid and (${ids}::uuid[] is null or a.id = any(${ids}::uuid[]))
      and exists (select 1 from "Role" r
        where r."accountId" = a.id and r."institutionId" = c."institutionId" and r."endedAt" is null)
      and not exists (select 1 from "IdentityConfirmation" i
        where i."accountId" = a.id and i."institutionId" = c."institutionId")
    group by a.id order by a."nameLatin", a.id`
}

export type AsListed = Names & { institutionId: string; people: number }

/**
 * Two conditions for a listed member `m` with an account: the account has the names of the list, in either script, or
 * it has not.
 */
const AS_LISTED = Prisma.sql`m.listed and m."accountId" is not null and is_as_listed(m."foundBy")`
const UNLIKE_LIST = Prisma.sql`m.listed and m."accountId" is not null and not is_as_listed(m."foundBy")`

/**
 * The number of unconfirmed people of each institution whose accounts have the names of all of its lists. It compares
 * the folded names that the database keeps for the search. One query, which reads one index of each table and compares
 * whole sets instead of checking thousands of people one by one.
 *
 * @param reader left out, because nobody confirms herself. @param most the count of an institution stops here.
 */
export async function countAsListed(
  sql: Sql,
  institutionIds: readonly string[],
  { reader, most }: { reader: string; most: number },
): Promise<AsListed[]> {
  if (institutionIds.length === 0) return []
  const counts = institutionIds.map((id) => {
    const own = Prisma.sql`"institutionId" = ${id}::uuid`
    return Prisma.sql`
      select ${id}::uuid as id, count(*)::int as people from (
        select l."accountId"
        from "Cohort" k join lateral (
          select m."accountId" from "CohortMember" m where m."cohortId" = k.id and ${AS_LISTED} offset 0) l on true
        where k.${own} and l."accountId" <> ${reader}::uuid
          and l."accountId" not in (select "accountId" from "IdentityConfirmation" where ${own})
          and l."accountId" not in (
            select m."accountId" from "Cohort" k join "CohortMember" m on m."cohortId" = k.id
            where k.${own} and ${UNLIKE_LIST})
          and l."accountId" in (select "accountId" from "Role" where ${own} and "endedAt" is null)
        group by 1 limit ${most}) o`
  })
  return sql.$queryRaw<AsListed[]>`
    select i.id as "institutionId", i."nameArabic", i."nameLatin", x.people
    from (${Prisma.join(counts, ' union all ')}) x join "Institution" i on i.id = x.id
    where x.people > 0 order by i."nameLatin", i.id`
}
