import 'server-only'
import type { Locale } from '@/domain/locale'
import type { TextKey } from '@/domain/signoff/text-key'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** The condition on the hash of the earlier text: equal to `is`, or different from `isNot`. */
export type HashAsked = { is: string } | { isNot: string }
type Asked = { key: TextKey; language: Locale } & HashAsked

/**
 * A lesson, a bank or a case from the newest release that meets the condition. PostgreSQL extracts it, since a whole
 * release is too large to read for one of its texts.
 */
export async function findPartOfRelease(sql: Sql, asked: Asked): Promise<{ number: number; part: unknown } | null> {
  const { key, language } = asked
  const [courseId = '', name = ''] = key.id.split('/')
  const { part, hashes, fits } = partOf(key.kind, name)
  const hash = Prisma.sql`${hashes} ->> ${language}::text`
  const wanted = 'is' in asked ? Prisma.sql`${hash} = ${asked.is}` : Prisma.sql`${hash} <> ${asked.isNot}`
  const rows = await sql.$queryRaw<{ number: number; part: unknown }[]>`
    select r.number, ${part} as part from "Release" r ${fits}
    where r."courseId" = ${courseId} and ${wanted}
    order by r.number desc limit 1`
  return rows[0] ?? null
}

function partOf(kind: TextKey['kind'], name: string): { part: Prisma.Sql; hashes: Prisma.Sql; fits: Prisma.Sql } {
  if (kind === 'bank') {
    return {
      part: Prisma.sql`r.content -> 'bank'`,
      hashes: Prisma.sql`(r.content -> 'bankHashes')`,
      fits: Prisma.empty,
    }
  }
  const list = kind === 'case' ? Prisma.sql`r.content -> 'cases'` : Prisma.sql`r.content -> 'lessons'`
  return {
    part: Prisma.sql`p.value`,
    hashes: Prisma.sql`(p.value -> 'hashes')`,
    fits: Prisma.sql`join lateral jsonb_array_elements(${list}) p on p.value -> 'file' ->> 'id' = ${name}`,
  }
}
