import 'server-only'
import type { FileChange, ProposalState } from '@/domain/editorial/proposal'
import type { TextKey } from '@/domain/editorial/text-key'
import type { Locale } from '@/domain/locale'
import type { Sql } from './sql'

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
  decidedAt: Date | null
  answer: string | null
}

export async function findProposal(sql: Sql, key: TextKey, id: string): Promise<StoredProposal | null> {
  const rows = await sql.$queryRaw<StoredProposal[]>`
    select id, kind, "textId", language, summary, reason, files, "proposedById", function, body, "proposedAt", state,
      "decidedAt", answer
    from "EditorialProposal" where id = ${id}::uuid and kind = ${key.kind} and "textId" = ${key.id}`
  return rows[0] ?? null
}

export type NewProposal = Pick<
  StoredProposal,
  'id' | 'language' | 'summary' | 'reason' | 'files' | 'function' | 'body'
> & {
  key: TextKey
  proposedById: string
  signer: string
}

/** @returns false if the form was sent before. */
export async function insertProposal(sql: Sql, row: NewProposal, now: Date): Promise<boolean> {
  const count = await sql.$executeRaw`
    insert into "EditorialProposal" (id, kind, "textId", language, summary, reason, files, "proposedById", signer,
      function, body, "proposedAt")
    values (${row.id}::uuid, ${row.key.kind}, ${row.key.id}, ${row.language}, ${row.summary}, ${row.reason},
      ${JSON.stringify(row.files)}::jsonb, ${row.proposedById}::uuid, ${row.signer}, ${row.function}, ${row.body}, ${now})
    on conflict (id) do nothing`
  return count === 1
}

export type Decided = { id: string; key: TextKey; accountId: string; accepted: boolean; answer: string | null }

/** @returns false if it was decided before, by her or by somebody else. */
export async function decideProposal(sql: Sql, row: Decided, now: Date): Promise<boolean> {
  const count = await sql.$executeRaw`
    update "EditorialProposal"
    set state = ${row.accepted ? 'accepted' : 'rejected'}, "decidedById" = ${row.accountId}::uuid, "decidedAt" = ${now},
      answer = ${row.answer}
    where id = ${row.id}::uuid and kind = ${row.key.kind} and "textId" = ${row.key.id} and state = 'open'
      and "proposedById" is distinct from ${row.accountId}::uuid`
  return count === 1
}
