import 'server-only'
import { mayReadText, readScope } from '@/domain/signoff/scope'
import type { TextKey } from '@/domain/signoff/text-key'
import type { Sql } from '../sql'

/** A reviewer as her colleagues see her. */
export type ReviewerRow = {
  accountId: string
  signer: string
  nameArabic: string
  nameLatin: string
  function: string
  body: string
}

/** Everybody who reviews the text now. */
export async function findReviewersOf(sql: Sql, key: TextKey): Promise<ReviewerRow[]> {
  const rows = await sql.$queryRaw<(Omit<ReviewerRow, 'function' | 'body'> & { scope: unknown })[]>`
    select r."accountId", r.signer, r.scope, a."nameArabic", a."nameLatin"
    from "Role" r join "Account" a on a.id = r."accountId"
    where r.role = 'reviewer' and r."endedAt" is null and r.signer is not null
    order by a."nameLatin", r.signer`
  return rows.flatMap(({ scope: stored, ...row }) => {
    const scope = readScope(stored)
    return scope && mayReadText(scope, key) ? { ...row, function: scope.function, body: scope.body } : []
  })
}
