import 'server-only'
import type { Signature } from '@/domain/editorial/signature'
import { nameOfText, type TextKind } from '@/domain/editorial/text-key'
import type { Sql } from './sql'

type Row = Signature & { kind: TextKind; textId: string }

/** The signatures that stand, by the name of their text. */
export async function findSignatures(sql: Sql): Promise<ReadonlyMap<string, readonly Signature[]>> {
  const rows = await sql.$queryRaw<Row[]>`
    select kind, "textId", language, area, hash, "signedAt", "accountId", signer, function, body
    from "EditorialSignature" where "withdrawnAt" is null order by "signedAt", id`
  const signatures = new Map<string, Signature[]>()
  for (const { kind, textId, ...signature } of rows) {
    const name = nameOfText({ kind, id: textId })
    const of = signatures.get(name)
    if (of) of.push(signature)
    else signatures.set(name, [signature])
  }
  return signatures
}
