import 'server-only'
import { SEATED } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

export type QuotaRow = { institutionId: string; nameArabic: string; nameLatin: string; places: number; used: number }

/** The quotas of a seminar, or of one institution in it. */
export async function findQuotas(sql: Sql, seminarId: string, institutionIds?: readonly string[]): Promise<QuotaRow[]> {
  const only = institutionIds ? Prisma.sql`and q."institutionId" = any(${[...institutionIds]}::uuid[])` : Prisma.empty
  return sql.$queryRaw<QuotaRow[]>(Prisma.sql`
    select q."institutionId", i."nameArabic", i."nameLatin", q.places,
      (select count(*)::int from "SeminarRegistration" r where r."seminarId" = q."seminarId"
        and r."nominatedByInstitutionId" = q."institutionId" and r.status = any(${[...SEATED]})) as used
    from "SeminarQuota" q join "Institution" i on i.id = q."institutionId"
    where q."seminarId" = ${seminarId}::uuid ${only} order by q."setAt", q."institutionId"`)
}

/**
 * A quota of an institution in a seminar for which it may still name people. `nameArabic`, `nameLatin`: those of the
 * organiser.
 */
export type OpenQuota = {
  institutionId: string
  seminarId: string
  titles: Texts
  startsAt: Date
  endsAt: Date
  nameArabic: string
  nameLatin: string
  places: number
  used: number
  setAt: Date
}

/**
 * The quotas of these institutions in seminars whose registration is open; the seminar that begins first comes first.
 */
export async function findOpenQuotas(sql: Sql, institutionIds: readonly string[], now: Date): Promise<OpenQuota[]> {
  return sql.$queryRaw<OpenQuota[]>(Prisma.sql`
    select q."institutionId", s.id as "seminarId", s.titles, s."startsAt", s."endsAt", i."nameArabic", i."nameLatin",
      q.places, q."setAt",
      (select count(*)::int from "SeminarRegistration" r where r."seminarId" = q."seminarId"
        and r."nominatedByInstitutionId" = q."institutionId" and r.status = any(${[...SEATED]})) as used
    from "SeminarQuota" q join "Seminar" s on s.id = q."seminarId" join "Institution" i on i.id = s."institutionId"
    where q."institutionId" = any(${[...institutionIds]}::uuid[]) and s.status = 'open'
      and least(s."registrationClosesAt", s."startsAt") > ${now}
    order by s."startsAt", s.id, q."institutionId" limit 100`)
}

export async function saveQuota(
  tx: Sql,
  seminarId: string,
  { institutionId, places }: { institutionId: string; places: number },
  now: Date,
): Promise<void> {
  if (places === 0) {
    await tx.$executeRaw`
      delete from "SeminarQuota" where "seminarId" = ${seminarId}::uuid and "institutionId" = ${institutionId}::uuid`
    return
  }
  await tx.$executeRaw`
    insert into "SeminarQuota" ("seminarId", "institutionId", places, "setAt")
    values (${seminarId}::uuid, ${institutionId}::uuid, ${places}, ${now})
    on conflict ("seminarId", "institutionId") do update set places = excluded.places`
}
