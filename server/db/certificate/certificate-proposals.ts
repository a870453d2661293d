import 'server-only'
import {
  type ProposalDecision,
  type ProposedAct,
  type ProposedHalfDay,
  proposedHalfDays,
} from '@/domain/certificate/proposal'
import type { Names } from '@/domain/person/profile'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import { taughtBy } from '../cohort/teachers'
import type { Sql } from '../sql'

const STORED = {
  id: true,
  act: true,
  reason: true,
  nameArabic: true,
  nameLatin: true,
  halfDays: true,
  institutionId: true,
  proposedById: true,
  proposedAt: true,
  decidedById: true,
  decidedAt: true,
  decision: true,
  refusalReason: true,
  institution: { select: { nameArabic: true, nameLatin: true } },
} as const
const WITH_PEOPLE = {
  ...STORED,
  proposedBy: { select: { nameArabic: true, nameLatin: true } },
  decidedBy: { select: { nameArabic: true, nameLatin: true } },
} as const
type Stored<T extends Prisma.CertificateProposalSelect> = Prisma.CertificateProposalGetPayload<{ select: T }>
type Read<T> = Omit<T, 'act' | 'decision' | 'halfDays'> & {
  act: ProposedAct
  decision: ProposalDecision | null
  halfDays: ProposedHalfDay[] | null
}
export type ProposalRow = Read<Stored<typeof STORED>>
export type NamedProposal = Read<Stored<typeof WITH_PEOPLE>>
export type NewProposalRow = {
  certificateId: string
  institutionId: string
  act: ProposedAct
  reason: string
  nameArabic?: string
  nameLatin?: string
  halfDays?: ProposedHalfDay[]
  proposedById: string
  proposedAt: Date
}

/** @returns false if a proposal for the certificate is open already: there may be only one. */
export async function insertProposal(db: Db, row: NewProposalRow): Promise<boolean> {
  return (await db.certificateProposal.createMany({ data: [row], skipDuplicates: true })).count === 1
}

/** One proposal about a certificate, without the names of people. */
export async function findProposal(db: Db, certificateId: string, id: string): Promise<ProposalRow | null> {
  const row = await db.certificateProposal.findFirst({ where: { certificateId, id }, select: STORED })
  return row && read(row)
}

/** The proposals about a certificate, the newest first. */
export async function findProposals(db: Db, certificateId: string): Promise<NamedProposal[]> {
  const where = { certificateId }
  const rows = await db.certificateProposal.findMany({ where, select: WITH_PEOPLE, orderBy: { proposedAt: 'desc' } })
  return rows.map(read)
}

function read<T extends { act: string; decision: string | null; halfDays: unknown }>(row: T): Read<T> {
  const { act, decision, halfDays, ...rest } = row
  return {
    ...rest,
    act: act as ProposedAct,
    decision: decision as ProposalDecision | null,
    halfDays: proposedHalfDays(halfDays),
  }
}

type Closing = { decision: ProposalDecision; decidedById: string; decidedAt: Date; refusalReason?: string }

/** @returns false if it was closed in the meantime. */
export async function closeProposal(db: Db, id: string, closing: Closing): Promise<boolean> {
  return (await db.certificateProposal.updateMany({ where: { id, decision: null }, data: closing })).count === 1
}

export type OpenProposal = Names & { number: string; holderId: string; act: ProposedAct; proposedAt: Date }

/** The open proposals about the certificates that an institution taught, the oldest first. */
export async function findOpenProposals(sql: Sql, institutionId: string, limit: number): Promise<OpenProposal[]> {
  return sql.$queryRaw<OpenProposal[]>`
    select c.number, c."accountId" as "holderId", c."nameArabic", c."nameLatin", p.act, p."proposedAt"
    from "CertificateProposal" p join "Certificate" c on c.id = p."certificateId"
    where p.decision is null and c.id in ${taughtBy(institutionId)}
    order by p."proposedAt", p.id limit ${limit}`
}
