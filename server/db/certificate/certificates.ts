import 'server-only'
import { haveSameNames } from '@/domain/certificate/match-name'
import type { Paper } from '@/domain/certificate/paper'
import type { Names } from '@/domain/person/profile'
import { Prisma } from '@/generated/prisma/client'
import type { Db, Tx } from '../client'
import { taughtBy } from '../cohort/teachers'
import type { Confirmer } from '../institution/confirmations'
import type { Sql } from '../sql'
import { copyLawUpdates, LAW_UPDATES_JSON, type LawUpdateRow } from './law-updates'

export type CertificateRow = {
  id: string
  number: string
  accountId: string | null
  attemptId: string | null
  /** Null for an attestation of attendance, which is about a seminar. */
  releaseId: string | null
  courseId: string | null
  seminarId: string | null
  registrationId: string | null
  nameArabic: string | null
  nameLatin: string | null
  initials: string
  shareToken: string
  statusIndex: number
  issuedAt: Date
  revokedAt: Date | null
  revokedReason: string | null
  supersedesId: string | null
  /**
   * The institution that confirmed the holder's identity, under its name at that time; null if the holder declared her
   * name herself.
   */
  confirmerArabic: string | null
  confirmerLatin: string | null
  paperHash: string | null
  /** What the certificate shows of those who issue and sign it; null for certificates from before this was stored. */
  paper: Paper | null
  /** The number of the certificate that replaces this one. */
  supersededBy: string | null
  /** The law updates of the certificate, the oldest first. */
  updates: LawUpdateRow[]
}
export type NewCertificate = {
  number: string
  accountId: string | null
  attemptId: string | null
  /** Null for an attestation of attendance, which is about a seminar. */
  releaseId: string | null
  courseId: string | null
  seminarId: string | null
  registrationId: string | null
  nameArabic: string
  nameLatin: string
  initials: string
  shareToken: string
  issuedAt: Date
  confirmerArabic: string | null
  confirmerLatin: string | null
  paperHash: string | null
}

/** Inserts one certificate for each attempt, or for each place in a seminar. Idempotent. */
export async function insertCertificate(sql: Sql, c: NewCertificate): Promise<void> {
  await sql.$executeRaw`
    insert into "Certificate" (id, number, "accountId", "attemptId", "releaseId", "courseId", "seminarId",
      "registrationId", "nameArabic", "nameLatin", initials, "shareToken", "issuedAt", "confirmerArabic", "confirmerLatin",
      "paperHash")
    values (gen_random_uuid(), ${c.number}, ${c.accountId}::uuid, ${c.attemptId}::uuid, ${c.releaseId}::uuid, ${c.courseId},
      ${c.seminarId}::uuid, ${c.registrationId}::uuid, ${c.nameArabic}, ${c.nameLatin}, ${c.initials}, ${c.shareToken}, ${c.issuedAt}, ${c.confirmerArabic}, ${c.confirmerLatin},
      ${c.paperHash})
    on conflict do nothing`
}

/** The beginning of a query for certificates, with the alias `c`. */
export const SELECT_CERTIFICATE = Prisma.sql`
  select c.id, c.number, c."accountId", c."attemptId", c."releaseId", c."courseId", c."seminarId", c."registrationId",
    c."nameArabic", c."nameLatin", c.initials, c."shareToken", c."statusIndex", c."issuedAt", c."revokedAt", c."revokedReason", c."supersedesId",
    c."confirmerArabic", c."confirmerLatin", c."paperHash", p.content as paper, n.number as "supersededBy",
    ${LAW_UPDATES_JSON} as updates
  from "Certificate" c left join "Certificate" n on n."supersedesId" = c.id left join "Paper" p on p.hash = c."paperHash"`

export async function findCertificate(sql: Sql, number: string): Promise<CertificateRow | null> {
  return (await sql.$queryRaw<CertificateRow[]>`${SELECT_CERTIFICATE} where c.number = ${number}`)[0] ?? null
}

/** Whether a person holds a certificate of a course that is in force. */
export async function holdsCertificate(sql: Sql, accountId: string, courseId: string): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "Certificate" c
    where c."accountId" = ${accountId}::uuid and c."courseId" = ${courseId} and c."revokedAt" is null
      and not exists (select 1 from "Certificate" n where n."supersedesId" = c.id) limit 1`
  return rows.length > 0
}

/** Locks the certificate until the transaction ends, so that two commands take turns. */
export async function lockCertificate(sql: Sql, number: string): Promise<CertificateRow | null> {
  await sql.$queryRaw`select id from "Certificate" where number = ${number} for update`
  return findCertificate(sql, number)
}

/**
 * Moves the attempt, or the place in the seminar, to the new certificate, since each can have only one certificate. The
 * old certificate keeps its facts.
 */
export async function replaceCertificate(db: Tx, old: CertificateRow, reason: string, data: NewCertificate) {
  await db.certificate.update({
    where: { id: old.id },
    data: { attemptId: null, registrationId: null, revokedReason: reason },
  })
  const { id } = await db.certificate.create({ data: { ...data, supersedesId: old.id } })
  await copyLawUpdates(db, old.id, id)
}

export async function revokeCertificateRow(db: Db, id: string, reason: string, now: Date): Promise<void> {
  await db.certificate.update({ where: { id }, data: { revokedAt: now, revokedReason: reason } })
}

/**
 * Writes the confirmation into the holder's certificates in force that the institution taught and that have none yet.
 *
 * @param names those that are confirmed: a certificate in other names stays as it is.
 */
export async function confirmCertificates(
  sql: Sql,
  { accountId, institutionId }: { accountId: string; institutionId: string },
  names: Names,
  { confirmerArabic, confirmerLatin }: Confirmer,
): Promise<void> {
  const found = await sql.$queryRaw<(Names & { id: string })[]>`
    select c.id, coalesce(c."nameArabic", '') as "nameArabic", coalesce(c."nameLatin", '') as "nameLatin"
    from "Certificate" c
    where c."accountId" = ${accountId}::uuid and c."revokedAt" is null and c."confirmerLatin" is null
      and c.id in ${taughtBy(institutionId)}
      and not exists (select 1 from "Certificate" n where n."supersedesId" = c.id)`
  const ids = found.filter((certificate) => haveSameNames(names, certificate)).map(({ id }) => id)
  if (ids.length === 0) return
  await sql.$executeRaw`
    update "Certificate" set "confirmerArabic" = ${confirmerArabic}, "confirmerLatin" = ${confirmerLatin}
    where id = any(${ids}::uuid[])`
}

/** The indexes in the status list, from `from` to before `to`, whose certificates are revoked or superseded. */
export async function findWithdrawn(sql: Sql, from: number, to: number): Promise<number[]> {
  const rows = await sql.$queryRaw<{ place: number }[]>`
    select c."statusIndex" as place from "Certificate" c
    where c."statusIndex" >= ${from} and c."statusIndex" < ${to} and (c."revokedAt" is not null
      or exists (select 1 from "Certificate" n where n."supersedesId" = c.id))
    order by place`
  return rows.map(({ place }) => place)
}

/** The highest index used in the status lists so far; 0 before the first certificate. */
export async function lastStatusPlace(db: Db): Promise<number> {
  const { _max } = await db.certificate.aggregate({ _max: { statusIndex: true } })
  return _max.statusIndex ?? 0
}

/** The newest first. */
export async function findCertificatesOf(sql: Sql, accountId: string): Promise<CertificateRow[]> {
  return sql.$queryRaw<CertificateRow[]>`
    ${SELECT_CERTIFICATE} where c."accountId" = ${accountId}::uuid order by c."issuedAt" desc`
}

/**
 * Removes the holder from a person's certificates for good, with any reason that may name her and all proposals. The
 * bare facts stay.
 */
export async function forgetHolder(db: Db, accountId: string): Promise<void> {
  await db.certificateProposal.deleteMany({ where: { certificate: { accountId } } })
  await db.lawUpdateAnswer.deleteMany({ where: { certificate: { accountId } } })
  await db.certificate.updateMany({
    where: { accountId },
    data: {
      accountId: null,
      nameArabic: null,
      nameLatin: null,
      initials: '',
      confirmerArabic: null,
      confirmerLatin: null,
      revokedReason: null,
    },
  })
}
