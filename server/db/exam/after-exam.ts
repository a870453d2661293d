import 'server-only'
import { type CertificateRow, SELECT_CERTIFICATE } from '../certificate/certificates'
import type { Sql } from '../sql'

type Row = (CertificateRow | { [Column in keyof CertificateRow]: null }) & { begun: string[] }

/**
 * A certificate by its number, and the ids of the courses in which its holder is enrolled. One query, because a whole
 * cohort opens its results at once.
 */
export async function findAfterExam(
  sql: Sql,
  accountId: string,
  number: string | null,
): Promise<{ held: CertificateRow | null; begun: string[] }> {
  const [row] = await sql.$queryRaw<Row[]>`
    select held.*, enrolled.begun
    from (select coalesce(json_agg(e."courseId"), '[]') as begun from "Enrolment" e
      where e."accountId" = ${accountId}::uuid) enrolled
    left join (${SELECT_CERTIFICATE} where c.number = ${number}) held on true`
  if (!row) return { held: null, begun: [] }
  const { begun, ...held } = row
  return { held: held.id === null ? null : held, begun }
}
