import 'server-only'
import type { Wording } from '@/domain/editorial/compare-texts'
import { type ProposalState, WAITING_STATES } from '@/domain/editorial/proposal'
import type { Locale } from '@/domain/locale'
import type { Area } from '@/domain/signoff/scope'
import { nameOfText, type TextKey } from '@/domain/signoff/text-key'
import { listOf, type Sql } from '../sql'

/** A signature of a text, of whatever language. Names stay in the account. */
export type SignatureRow = {
  id: string
  language: Locale
  area: Area
  hash: string
  signedAt: Date
  accountId: string | null
  signer: string
  function: string
  body: string
  withdrawnAt: Date | null
  reason: string | null
}
/** A proposed wording as lists show it, without its files. */
export type ProposalRow = {
  id: string
  language: Locale | null
  summary: string
  state: ProposalState
  proposedAt: Date
  decidedAt: Date | null
  proposedById: string | null
  function: string
  body: string
}
type Counted = { block: string | null; open: number; all: number }
/** The state of a text, without its wording and its comments. */
export type TextState = {
  signatures: readonly SignatureRow[]
  proposals: readonly ProposalRow[]
  /** The threads of the language, by block. */
  threads: readonly Counted[]
  /** The hash of the text that she last read to its end, in the language. */
  readHash: string | null
}

type Asked = { key: TextKey; language: Locale; accountId: string }

/** Older proposals are only on their own pages. */
const MOST_PROPOSALS = 30

/** One statement, because the page of a text is opened often and each part has few rows. */
export async function findTextState(sql: Sql, { key, language, accountId }: Asked): Promise<TextState> {
  const rows = await sql.$queryRaw<TextState[]>`
    select
      (select coalesce(json_agg(json_build_object('id', s.id, 'language', s.language, 'area', s.area, 'hash', s.hash,
          'signedAt', s."signedAt", 'accountId', s."accountId", 'signer', s.signer, 'function', s.function,
          'body', s.body, 'withdrawnAt', s."withdrawnAt", 'reason', s.reason) order by s."signedAt" desc, s.id), '[]')
        from "EditorialSignature" s where s.kind = ${key.kind} and s."textId" = ${key.id}) as signatures,
      (select coalesce(json_agg(json_build_object('id', p.id, 'language', p.language, 'summary', p.summary,
          'state', p.state, 'proposedAt', p."proposedAt", 'decidedAt', p."decidedAt", 'proposedById', p."proposedById",
          'function', p.function, 'body', p.body) order by p."proposedAt" desc, p.id), '[]')
        from (select * from "EditorialProposal" where kind = ${key.kind} and "textId" = ${key.id}
          order by state in (${listOf(WAITING_STATES)}) desc, "proposedAt" desc limit ${MOST_PROPOSALS}) p) as proposals,
      (select coalesce(json_agg(json_build_object('block', c.block, 'open', c.open, 'all', c."all")), '[]')
        from (select t.block, count(*) filter (where t."resolvedAt" is null)::int as open, count(*)::int as "all"
          from "EditorialThread" t
          where t.kind = ${key.kind} and t."textId" = ${key.id} and t.language = ${language}
          group by t.block) c) as threads,
      (select r.hash from "EditorialReading" r where r."accountId" = ${accountId}::uuid and r.kind = ${key.kind}
        and r."textId" = ${key.id} and r.language = ${language}) as "readHash"`
  const [state] = rows
  if (!state) throw new Error('one row is always found')
  return { ...state, signatures: state.signatures.map(signatureOf), proposals: state.proposals.map(proposalOf) }
}

// JSON has no dates.
const day = (at: Date | null) => (at === null ? null : new Date(at))
const signatureOf = (row: SignatureRow): SignatureRow => ({
  ...row,
  signedAt: new Date(row.signedAt),
  withdrawnAt: day(row.withdrawnAt),
})
const proposalOf = (row: ProposalRow): ProposalRow => ({
  ...row,
  proposedAt: new Date(row.proposedAt),
  decidedAt: day(row.decidedAt),
})

/** The wording that was last signed in a language by a signature in force; null if no wording was stored. */
export async function findSignedWording(
  sql: Sql,
  key: TextKey,
  language: Locale,
): Promise<{ wording: Wording; signedAt: Date } | null> {
  const rows = await sql.$queryRaw<{ wording: Wording; signedAt: Date }[]>`
    select wording, "signedAt" from "EditorialSignature"
    where kind = ${key.kind} and "textId" = ${key.id} and language = ${language} and "withdrawnAt" is null
      and wording is not null
    order by "signedAt" desc limit 1`
  return rows[0] ?? null
}

/** The wording that was signed with this hash, if somebody signed it and it was kept. */
export async function findWordingOfHash(
  sql: Sql,
  key: TextKey,
  language: Locale,
  hash: string,
): Promise<Wording | null> {
  const rows = await sql.$queryRaw<{ wording: Wording }[]>`
    select wording from "EditorialSignature"
    where kind = ${key.kind} and "textId" = ${key.id} and language = ${language} and hash = ${hash}
      and wording is not null
    limit 1`
  return rows[0]?.wording ?? null
}

/**
 * Locks a text until the transaction ends: if two people sign it at once, the second sees the signature of the first.
 */
export async function lockText(sql: Sql, { kind, id }: TextKey): Promise<void> {
  await sql.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`editorial ${kind} ${id}`}, 0))::text`
}

export type NewSignature = Omit<SignatureRow, 'id' | 'withdrawnAt' | 'reason'> & {
  key: TextKey
  accountId: string
  /** The text as she read it, so that a later one can be compared with it. */
  wording: Wording
}

/** @returns false if she has signed exactly this already, and the signature is in force. */
export async function insertSignature(sql: Sql, row: NewSignature): Promise<boolean> {
  const { key, language, area, hash, signer } = row
  const held = [nameOfText(key), language, area, hash, signer].join(' ')
  const count = await sql.$executeRaw`
    insert into "EditorialSignature" (id, kind, "textId", language, area, hash, "signedAt", "accountId", signer, function,
      body, held, wording)
    values (gen_random_uuid(), ${key.kind}, ${key.id}, ${language}, ${area}, ${hash}, ${row.signedAt},
      ${row.accountId}::uuid, ${signer}, ${row.function}, ${row.body}, ${held}, ${JSON.stringify(row.wording)}::jsonb)
    on conflict (held) do nothing`
  return count === 1
}

/** @returns false if it is not hers, or was withdrawn before. */
export async function withdrawSignature(
  sql: Sql,
  { id, key, accountId, reason }: { id: string; key: TextKey; accountId: string; reason: string },
  now: Date,
): Promise<boolean> {
  const count = await sql.$executeRaw`
    update "EditorialSignature" set "withdrawnAt" = ${now}, reason = ${reason}, held = null
    where id = ${id}::uuid and kind = ${key.kind} and "textId" = ${key.id} and "accountId" = ${accountId}::uuid
      and "withdrawnAt" is null`
  return count === 1
}

/**
 * What keeps her from signing a text: the areas in which she has signed it, and the languages in which a wording of
 * hers was accepted.
 */
export async function findOwnPart(
  sql: Sql,
  accountId: string,
  { kind, id }: TextKey,
): Promise<{ areas: readonly string[]; wordings: readonly (string | null)[] }> {
  const rows = await sql.$queryRaw<{ areas: string[]; wordings: (string | null)[] }[]>`
    select
      (select coalesce(json_agg(distinct area), '[]') from "EditorialSignature" where "accountId" = ${accountId}::uuid
        and kind = ${kind} and "textId" = ${id} and "withdrawnAt" is null) as areas,
      (select coalesce(json_agg(distinct language), '[]') from "EditorialProposal"
        where "proposedById" = ${accountId}::uuid and kind = ${kind} and "textId" = ${id}
          and state in ('accepted', 'exported', 'conflict')) as wordings`
  return rows[0] ?? { areas: [], wordings: [] }
}

/** Notes that she read the present text to its end. */
export async function putReading(
  sql: Sql,
  { key, language, accountId }: Asked,
  hash: string,
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "EditorialReading" ("accountId", kind, "textId", language, hash, "reachedEndAt")
    values (${accountId}::uuid, ${key.kind}, ${key.id}, ${language}, ${hash}, ${now})
    on conflict ("accountId", kind, "textId", language)
    do update set hash = excluded.hash, "reachedEndAt" = excluded."reachedEndAt"`
}
