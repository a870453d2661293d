import 'server-only'
import type { SignatureMark } from '@/domain/editorial/signature'
import { nameOfText, type TextKind } from '@/domain/signoff/text-key'
import type { Sql } from '../sql'

type Row = { kind: TextKind; textId: string; marks: SignatureMark[] }

/** The signatures in force, by the name of their text. One row for each text, since the driver is slow for each row. */
export async function findSignatures(sql: Sql): Promise<ReadonlyMap<string, readonly SignatureMark[]>> {
  const rows = await sql.$queryRaw<Row[]>`
    select kind, "textId", json_agg(json_build_object('language', language, 'area', area, 'hash', hash,
      'accountId', "accountId", 'signedOn', ("signedAt" at time zone 'Africa/Casablanca')::date)) as marks
    from "EditorialSignature" where "withdrawnAt" is null group by 1, 2`
  return new Map(rows.map(({ kind, textId, marks }) => [nameOfText({ kind, id: textId }), marks]))
}
