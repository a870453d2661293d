import 'server-only'
import type { LogoType, Paper } from '@/domain/certificate/paper'
import { type Day, ZONE } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** An institution as its papers show it on a day, with its signatory on that day. */
export type PartyRow = {
  nameArabic: string
  nameLatin: string
  nameEnglish: string | null
  addressArabic: string | null
  addressLatin: string | null
  logoHash: string | null
  logoType: LogoType | null
  signatoryArabic: string | null
  signatoryLatin: string | null
  titleArabic: string | null
  titleLatin: string | null
}

const COLUMNS = Prisma.sql`i."nameArabic", i."nameLatin", f."nameEnglish", f."addressArabic", f."addressLatin",
  f."logoHash", l.type as "logoType", s."nameArabic" as "signatoryArabic", s."nameLatin" as "signatoryLatin",
  s."titleArabic", s."titleLatin"`

/** Joins what an institution `i` shows, and its signatory on a day. */
const shownOn = (day: Day) => Prisma.sql`
  left join "InstitutionFace" f on f."institutionId" = i.id
  left join "Logo" l on l.hash = f."logoHash"
  left join lateral (select * from "Signatory" s
    where s."institutionId" = i.id and s."fromDay" <= ${day}::date and coalesce(s."toDay" >= ${day}::date, true)
    order by s."fromDay" desc, s.id desc limit 1) s on true`

/**
 * The institution in whose cohort an attempt was begun, and then those that co-sign, in the order in which they were
 * asked. Co-signing institutions are left out if the attempt was begun after the cohort was over or archived. Empty for
 * an attempt outside of a cohort.
 */
export async function findPartiesOf(sql: Sql, attemptId: string, day: Day): Promise<PartyRow[]> {
  return sql.$queryRaw<PartyRow[]>`
    select ${COLUMNS} from "Attempt" a join "Cohort" k on k.id = a."cohortId"
    join lateral (
      select k."institutionId" as id, 0 as place, null::timestamptz as at
      union all select c."institutionId", 1, c."offeredAt" from "Cosignature" c
      where c."cohortId" = k.id and c.state = 'accepted'
        and a."startedAt" < coalesce(k."archivedAt", 'infinity')
        and (a."startedAt" at time zone ${ZONE})::date <= k."endsOn") p on true
    join "Institution" i on i.id = p.id and (p.place = 0 or i."archivedAt" is null)
    ${shownOn(day)}
    where a.id = ${attemptId}::uuid order by p.place, p.at, i.id`
}

/** An institution as a paper would show it on a day. */
export async function findParty(sql: Sql, institutionId: string, day: Day): Promise<PartyRow | null> {
  const rows = await sql.$queryRaw<PartyRow[]>`
    select ${COLUMNS} from "Institution" i ${shownOn(day)} where i.id = ${institutionId}::uuid`
  return rows[0] ?? null
}

/** Stores what a paper shows, once for all papers that show the same. */
export async function insertPaper(sql: Sql, hash: string, content: Paper): Promise<void> {
  await sql.$executeRaw`
    insert into "Paper" (hash, content) values (${hash}, ${JSON.stringify(content)}::jsonb) on conflict do nothing`
}

export type LogoFile = { hash: string; type: LogoType; bytes: Uint8Array<ArrayBuffer> }

export async function findLogos(sql: Sql, hashes: readonly string[]): Promise<LogoFile[]> {
  if (hashes.length === 0) return []
  return sql.$queryRaw<LogoFile[]>`
    select hash, type, bytes from "Logo" where hash = any(${[...hashes]}::text[])`
}
