import 'server-only'
import { type AuditFilter, NO_FILTER } from '@/domain/audit/audit-filter'
import { endOfDay, startOfDay } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { type AuditRow, findActs } from '../db/audit/audit'
import { findLog, findNamed, type LogQuery, type LogRow } from '../db/audit/audit-log'
import { db, sql } from '../db/client'

const PAGE = 50
/** If more people than this have the typed name, the log is not searched. */
const NAMESAKES = 20

/** One page of the audit log. `older` is the id of the entry before which the next page begins. */
export type AuditPage = { entries: AuditRow[]; older: string | null }
export type LogPage = {
  entries: LogRow[]
  older: string | null
  /** Too many people have the name that was typed. */
  tooMany: boolean
}

/** The acts in an institution or, if none is given, on the whole platform, the newest first. */
export async function readAudit(
  { target }: Permit<'audit:read'>,
  before: string | null,
  filter: AuditFilter = NO_FILTER,
): Promise<LogPage> {
  const query = await queryUnlessTooMany(target.institutionId, filter)
  if (query === null) return { entries: [], older: null, tooMany: true }
  // One entry more than is shown tells whether there are older ones.
  const found = await findLog(sql(), { ...query, before: readId(before), limit: PAGE + 1 }, true)
  return { ...pageOf(found), tooMany: false }
}

/** The acts of others that concern a person, views of her data included, the newest first. */
export async function viewsOfMyRecord({ target }: Permit<'account:read'>, before: string | null): Promise<AuditPage> {
  const { accountId } = target
  const where = { subjectId: accountId, OR: [{ actorId: null }, { actorId: { not: accountId } }] }
  return pageOf(await findActs(db(), where, { before: readId(before), limit: PAGE + 1 }))
}

/** The part of the log that a filter shows; null if too many people have the name that was typed. */
export async function queryUnlessTooMany(
  institutionId: string | null,
  { act, person, day }: AuditFilter,
): Promise<Omit<LogQuery, 'before' | 'limit'> | null> {
  const people = person === '' ? null : await peopleNamed(institutionId, person)
  if (people && people.length > NAMESAKES) return null
  return { institutionId, act, people, from: day ? startOfDay(day) : null, until: day ? endOfDay(day) : null }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function peopleNamed(institutionId: string | null, typed: string): Promise<string[]> {
  if (ID.test(typed)) return [typed]
  return findNamed(sql(), { institutionId, words: typed.split(/\s+/), limit: NAMESAKES + 1 })
}

function pageOf<T extends Entry>(found: readonly T[]): { entries: T[]; older: string | null } {
  const entries = found.slice(0, PAGE).map(withoutDecliner)
  return { entries, older: found.length > PAGE ? String(entries.at(-1)?.id) : null }
}

type Entry = Pick<LogRow, 'id' | 'act' | 'actorId' | 'actor' | 'subjectId' | 'subject'>

/** Hides who declined a role: nobody in the institution may learn her name. */
export function withoutDecliner<T extends Entry>(entry: T): T {
  const unnamed = { actorId: null, actor: null, subjectId: null, subject: null }
  return entry.act === 'role-declined' ? { ...entry, ...unnamed } : entry
}

/** Reads an entry's id from the query string. Without a valid one, the page begins with the newest entry. */
function readId(typed: string | null): bigint | null {
  return typed && /^\d{1,18}$/.test(typed) ? BigInt(typed) : null
}
