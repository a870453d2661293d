import 'server-only'
import type { Permit } from '../auth/permit'
import { type AuditRow, findActs } from '../db/audit'
import { db } from '../db/client'

const PAGE = 50

/** One page of the audit log. `older` is the id of the entry before which the next page begins. */
export type AuditPage = { entries: AuditRow[]; older: string | null }

/** The acts in an institution or, if none is given, on the whole platform, the newest first. */
export async function readAudit({ target }: Permit<'audit:read'>, before: string | null): Promise<AuditPage> {
  return page(target.institutionId === null ? {} : { institutionId: target.institutionId }, before)
}

/** What others did about a person or saw of her, the newest first. */
export async function viewsOfMyRecord({ target }: Permit<'account:read'>, before: string | null): Promise<AuditPage> {
  const { accountId } = target
  return page({ subjectId: accountId, OR: [{ actorId: null }, { actorId: { not: accountId } }] }, before)
}

async function page(where: Parameters<typeof findActs>[1], before: string | null): Promise<AuditPage> {
  // One entry more than is shown tells whether there are older ones.
  const found = await findActs(db(), where, { before: readId(before), limit: PAGE + 1 })
  const entries = found.slice(0, PAGE).map(withoutDecliner)
  return { entries, older: found.length > PAGE ? String(entries.at(-1)?.id) : null }
}

/** Hides who declined a role: nobody in the institution may learn her name. */
function withoutDecliner(entry: AuditRow): AuditRow {
  const unnamed = { actorId: null, actor: null, subjectId: null, subject: null }
  return entry.act === 'role-declined' ? { ...entry, ...unnamed } : entry
}

/** Reads an id from an address. Anything else means the newest entry. */
function readId(typed: string | null): bigint | null {
  return typed && /^\d{1,18}$/.test(typed) ? BigInt(typed) : null
}
