import 'server-only'
import type { FileChange, ProposalState } from '@/domain/editorial/proposal'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { TextKey } from '@/domain/signoff/text-key'
import type { Sql } from '../sql'

export type StoredProposal = {
  id: string
  kind: TextKey['kind']
  textId: string
  language: Locale | null
  summary: string
  reason: string
  files: readonly FileChange[]
  proposedById: string | null
  function: string
  body: string
  proposedAt: Date
  state: ProposalState
  acceptedAt: Date | null
  decidedAt: Date | null
  answer: string | null
}
/** With the names of the people who accepted and decided it; null once their accounts are deleted. */
export type OpenedProposal = StoredProposal & { acceptedBy: Names | null; decidedBy: Names | null }

export async function findProposal(sql: Sql, key: TextKey, id: string): Promise<OpenedProposal | null> {
  const rows = await sql.$queryRaw<OpenedProposal[]>`
    select p.id, p.kind, p."textId", p.language, p.summary, p.reason, p.files, p."proposedById", p.function, p.body,
      p."proposedAt", p.state, p."acceptedAt", p."decidedAt", p.answer,
      case when a.id is not null then json_build_object('nameArabic', a."nameArabic", 'nameLatin', a."nameLatin") end
        as "acceptedBy",
      case when d.id is not null then json_build_object('nameArabic', d."nameArabic", 'nameLatin', d."nameLatin") end
        as "decidedBy"
    from "EditorialProposal" p left join "Account" a on a.id = p."acceptedById"
      left join "Account" d on d.id = p."decidedById"
    where p.id = ${id}::uuid and p.kind = ${key.kind} and p."textId" = ${key.id}`
  return rows[0] ?? null
}

export type NewProposal = Pick<
  StoredProposal,
  'id' | 'language' | 'summary' | 'reason' | 'files' | 'function' | 'body'
> & {
  key: TextKey
  proposedById: string
  signer: string
  /** The key of a new text, question or translation that the proposal would create. */
  creates?: string
}

/** `again`: the form was sent before. `taken`: another proposal, open or accepted, creates the same. */
export async function insertProposal(sql: Sql, row: NewProposal, now: Date): Promise<'stored' | 'again' | 'taken'> {
  const count = await sql.$executeRaw`
    insert into "EditorialProposal" (id, kind, "textId", language, summary, reason, files, creates, "proposedById", signer,
      function, body, "proposedAt")
    values (${row.id}::uuid, ${row.key.kind}, ${row.key.id}, ${row.language}, ${row.summary}, ${row.reason},
      ${JSON.stringify(row.files)}::jsonb, ${row.creates ?? null}, ${row.proposedById}::uuid, ${row.signer}, ${row.function},
      ${row.body}, ${now})
    on conflict do nothing`
  if (count === 1) return 'stored'
  const [known] = await sql.$queryRaw<unknown[]>`select 1 from "EditorialProposal" where id = ${row.id}::uuid`
  return known ? 'again' : 'taken'
}

/** A proposal of something new, as a list shows it. */
export type CreationRow = Pick<
  StoredProposal,
  'id' | 'kind' | 'textId' | 'summary' | 'proposedAt' | 'state' | 'function' | 'body'
>

/** Older ones are only in the history of their texts. */
const MOST_CREATIONS = 100

/** The proposals of new texts, questions and translations, the newest first. */
export function listCreations(sql: Sql): Promise<CreationRow[]> {
  return sql.$queryRaw<CreationRow[]>`
    select id, kind, "textId", summary, "proposedAt", state, function, body from "EditorialProposal"
    where creates is not null order by "proposedAt" desc, id limit ${MOST_CREATIONS}`
}

/** The text that a proposal of something new belongs to; null if there is no such proposal. */
export async function findProposedText(sql: Sql, id: string): Promise<TextKey | null> {
  const [row] = await sql.$queryRaw<TextKey[]>`
    select kind, "textId" as id from "EditorialProposal" where id = ${id}::uuid and creates is not null`
  return row ?? null
}

export type Decided = { id: string; key: TextKey; accountId: string; accepted: boolean; answer: string | null }

/** @returns false if it was decided before, by her or by somebody else. */
export async function decideProposal(sql: Sql, row: Decided, now: Date): Promise<boolean> {
  const count = await sql.$executeRaw`
    update "EditorialProposal"
    set state = ${row.accepted ? 'accepted' : 'rejected'}, "decidedById" = ${row.accountId}::uuid, "decidedAt" = ${now},
      "acceptedById" = case when ${row.accepted} then ${row.accountId}::uuid end,
      "acceptedAt" = case when ${row.accepted} then ${now}::timestamptz end, answer = ${row.answer}
    where id = ${row.id}::uuid and kind = ${row.key.kind} and "textId" = ${row.key.id} and state = 'open'
      and "proposedById" is distinct from ${row.accountId}::uuid`
  return count === 1
}

/**
 * Rejects a proposal that was accepted and is not in the files. It stays noted who accepted it.
 *
 * @returns the account that made the proposal, null if it is deleted; undefined if the proposal was rejected or
 * exported before.
 */
export async function rejectAccepted(
  sql: Sql,
  { id, key, accountId, answer }: Omit<Decided, 'accepted'>,
  now: Date,
): Promise<string | null | undefined> {
  const rows = await sql.$queryRaw<{ proposedById: string | null }[]>`
    update "EditorialProposal"
    set state = 'rejected', "decidedById" = ${accountId}::uuid, "decidedAt" = ${now}, answer = ${answer}
    where id = ${id}::uuid and kind = ${key.kind} and "textId" = ${key.id} and state in ('accepted', 'conflict')
      and "proposedById" is distinct from ${accountId}::uuid
    returning "proposedById"`
  return rows[0]?.proposedById
}
