import 'server-only'
import type { Admission, RegistrationStatus } from '@/domain/seminar/seminar'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** Somebody on the organiser's list, or on that of the institution that named her. */
export type Participant = {
  id: string
  accountId: string | null
  email: string
  nameArabic: string
  nameLatin: string
  function: string | null
  /** The country of her delegation. */
  country: string | null
  institution: string
  status: RegistrationStatus
  statusSince: Date
  source: Admission
  nominatedBy: { nameArabic: string; nameLatin: string } | null
  language: string | null
}

/** Who takes part, waits or has left, in the order of arrival. */
export async function findParticipants(sql: Sql, seminarId: string): Promise<Participant[]> {
  return sql.$queryRaw<Participant[]>(Prisma.sql`
    select r.id, a.id as "accountId", coalesce(a.email, r."guestEmail") as email,
      coalesce(a."nameArabic", r."guestNameArabic", '') as "nameArabic",
      coalesce(a."nameLatin", r."guestNameLatin", '') as "nameLatin",
      coalesce(a.function::text, r.function) as function, r.country,
      coalesce(a.institution, '') as institution,
      r.status, r."statusSince", r.source, r.language,
      (select json_build_object('nameArabic', i."nameArabic", 'nameLatin', i."nameLatin")
        from "Institution" i where i.id = r."nominatedByInstitutionId") as "nominatedBy"
    from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${seminarId}::uuid
    order by (r.status = 'waiting') desc, r.arrival, r."createdAt", r.id limit 2000`)
}

/** The people whom an institution has named, without telling it whether they have accounts. */
export type Nominee = { id: string; email: string; nameArabic: string; nameLatin: string; status: RegistrationStatus }

export async function findNominees(sql: Sql, seminarId: string, institutionId: string): Promise<Nominee[]> {
  return sql.$queryRaw<Nominee[]>`
    select r.id, coalesce(a.email, r."guestEmail") as email, coalesce(a."nameArabic", r."guestNameArabic", '') as "nameArabic",
      coalesce(a."nameLatin", r."guestNameLatin", '') as "nameLatin", r.status
    from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${seminarId}::uuid and r."nominatedByInstitutionId" = ${institutionId}::uuid
    order by r.arrival, r.id limit 500`
}

/** The addresses that have a place already, or once had one. */
export async function findPlaced(
  sql: Sql,
  seminarId: string,
  emails: readonly string[],
): Promise<Map<string, PlacedRow>> {
  const rows = await sql.$queryRaw<PlacedRow[]>`
    select coalesce(r."guestEmail", a.email) as email, r.id, r.status from "SeminarRegistration" r
    left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${seminarId}::uuid and coalesce(r."guestEmail", a.email) = any(${[...emails]})`
  return new Map(rows.map((row) => [row.email, row]))
}

export type PlacedRow = { email: string; id: string; status: RegistrationStatus }
