import 'server-only'
import type { CertificateSearch } from '@/domain/certificate/certificate-search'
import { Prisma } from '@/generated/prisma/client'
import { taughtBy } from '../cohort/teachers'
import type { Sql } from '../sql'
import { type CertificateRow, SELECT_CERTIFICATE } from './certificates'

/** A name in the form that `foldName` compares, as far as the database can compute it. */
const folded = (name: Prisma.Sql) => Prisma.sql`
  translate(regexp_replace(regexp_replace(normalize(lower(${name}), NFKD), ${'[\u0300-\u036F\u064B-\u0655\u0670\u0640ء]'}, '', 'g'),
    ${'[^[:alnum:]]+'}, ' ', 'g'), ${'ٱىیةکگڭݣ'}, ${'اييهكككك'})`

export type HeldCertificate = CertificateRow & {
  /** True if a proposal to revoke or reissue it is open. */
  pending: boolean
}

/** One page of the certificates that an institution taught, the newest first. */
export async function findHeldCertificates(
  sql: Sql,
  institutionId: string,
  { number, name }: CertificateSearch,
  { from, limit }: { from: number; limit: number },
): Promise<HeldCertificate[]> {
  return sql.$queryRaw<HeldCertificate[]>`
    select f.*, exists (
      select 1 from "CertificateProposal" p where p."certificateId" = f.id and p.decision is null) as pending
    from (${SELECT_CERTIFICATE}
      where c.id in ${taughtBy(institutionId)} and (${number === '' && name === ''}::boolean
        or (${number} <> '' and starts_with(c.number, ${number}))
        or (${name} <> '' and (strpos(${folded(Prisma.sql`c."nameLatin"`)}, ${name}) > 0
          or strpos(${folded(Prisma.sql`c."nameArabic"`)}, ${name}) > 0)))
      order by c."issuedAt" desc, c.id limit ${limit} offset ${from}) f
    order by f."issuedAt" desc, f.id`
}
