import 'server-only'
import type { Actor } from '@/domain/auth/policy'
import type { Localized } from '@/domain/locale'
import { type DoneRow, PRACTICE_KINDS, type PracticeKind } from '@/domain/practice/practice-kind'
import { sql } from '../db/client'
import { findOpenGrids } from '../db/grid-attempts'
import { listDone } from '../db/practice-done'
import { readableCases } from './read-cases'

/** A line of the practice page. `path`: its address without the language. */
export type PracticeItem = {
  id: string
  courseId: string | null
  title: Localized
  lead: Localized
  path: string
  state: 'new' | 'open' | 'done'
}
export type PracticeList = { kind: PracticeKind; items: readonly PracticeItem[] }

type Reader = { actor: Actor; done: readonly DoneRow[] }
/** What a kind of practice offers a reader. `done` holds what she has gone through, of every kind. */
type Lister = (reader: Reader) => Promise<PracticeItem[]>

/** One function for each kind: a practice is on the page, in a course and on “my learning” once it is listed here. */
const LISTERS: Record<PracticeKind, Lister> = {
  grid: listGrids,
  simulation: async () => [],
  worksheet: async () => [],
  referral: async () => [],
}

/** Everything that can be practised, for a visitor too; kinds with nothing in them are left out. */
export async function practiceLists(actor: Actor): Promise<PracticeList[]> {
  const done = actor.kind === 'person' ? await listDone(sql(), actor.accountId) : []
  const lists = await Promise.all(
    PRACTICE_KINDS.map(async (kind) => ({ kind, items: await LISTERS[kind]({ actor, done }) })),
  )
  return lists.filter(({ items }) => items.length > 0)
}

async function listGrids({ actor, done }: Reader): Promise<PracticeItem[]> {
  const [cases, open] = await Promise.all([
    readableCases(actor, 'grid'),
    actor.kind === 'person' ? findOpenGrids(sql(), actor.accountId) : [],
  ])
  return cases.map(({ release, found: { file } }) => ({
    id: file.id,
    courseId: release.courseId,
    title: file.title,
    lead: file.lead,
    path: `/practice/grid/${file.id}`,
    state: open.some(({ caseId }) => caseId === file.id) ? 'open' : stateIn(done, 'grid', file.id),
  }))
}

/** Whether she has gone through a file once. */
export function stateIn(done: readonly DoneRow[], kind: PracticeKind, caseId: string): 'new' | 'done' {
  return done.some((row) => row.kind === kind && row.caseId === caseId) ? 'done' : 'new'
}
