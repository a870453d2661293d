import 'server-only'
import type { Actor } from '@/domain/auth/policy'
import type { Course } from '@/domain/course/course'
import type { Localized } from '@/domain/locale'
import { casePath } from '@/domain/practice/case-path'
import { type DoneRow, PRACTICE_KINDS, type PracticeKind } from '@/domain/practice/practice-kind'
import type { Permit } from '../auth/permit'
import { library } from '../content/library'
import { currentReleases } from '../content/releases'
import { sql } from '../db/client'
import { findOpenGrids } from '../db/grid-attempts'
import { findPractised, listDone } from '../db/practice-done'
import { listPlans } from '../db/referral-plans'
import { findOpenRuns } from '../db/simulations'
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
  simulation: listSimulations,
  worksheet: listWorksheets,
  referral: listProfiles,
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

async function listSimulations({ actor, done }: Reader): Promise<PracticeItem[]> {
  const [cases, open] = await Promise.all([
    readableCases(actor, 'simulation'),
    actor.kind === 'person' ? findOpenRuns(sql(), actor.accountId) : [],
  ])
  return cases.map(({ release, found: { file } }) => ({
    id: file.id,
    courseId: release.courseId,
    title: file.title,
    lead: file.lead,
    path: casePath(file),
    state: open.some(({ caseId }) => caseId === file.id) ? 'open' : stateIn(done, 'simulation', file.id),
  }))
}

/** The files whose signs the authors have read. */
async function listWorksheets({ actor, done }: Reader): Promise<PracticeItem[]> {
  const read = (await readableCases(actor, 'grid')).filter(({ found: { file } }) => file.worksheet)
  return read.map(({ release, found: { file } }) => ({
    id: file.id,
    courseId: release.courseId,
    title: file.title,
    lead: file.lead,
    path: `/practice/worksheet/${file.id}`,
    state: stateIn(done, 'worksheet', file.id),
  }))
}

async function listProfiles({ actor, done }: Reader): Promise<PracticeItem[]> {
  const begun = actor.kind === 'person' ? await listPlans(sql(), actor.accountId) : []
  return library()
    .pathway.profiles.toSorted((a, b) => a.order - b.order)
    .map(({ id, title, story }) => {
      const state = stateIn(done, 'referral', id)
      const isOpen = state === 'new' && begun.some(({ profileId }) => profileId === id)
      return {
        id,
        courseId: null,
        title,
        lead: story,
        path: `/practice/referral/${id}`,
        state: isOpen ? 'open' : state,
      }
    })
}

/** Whether she has gone through a file once. */
export function stateIn(done: readonly DoneRow[], kind: PracticeKind, caseId: string): 'new' | 'done' {
  return done.some((row) => row.kind === kind && row.caseId === caseId) ? 'done' : 'new'
}

/** The invented files of a course, for everybody who may see its outline. */
export function casesOf({ cases = [] }: Pick<Course, 'cases'>): Pick<PracticeItem, 'id' | 'title' | 'path'>[] {
  return cases.map(({ file }) => ({ id: file.id, title: file.title, path: casePath(file) }))
}

/** The files that she has begun or gone through, with one query. Those that no course has any more are left out. */
export async function myPractice({
  target,
}: Permit<'account:read'>): Promise<Pick<PracticeItem, 'title' | 'path' | 'state'>[]> {
  const [rows, releases] = await Promise.all([findPractised(sql(), target.accountId), currentReleases()])
  const files = new Map(releases.flatMap(({ course }) => (course.cases ?? []).map(({ file }) => [file.id, file])))
  return rows.flatMap(({ caseId, open }) => {
    const file = files.get(caseId)
    return file
      ? [{ title: file.title, path: casePath(file), state: open ? ('open' as const) : ('done' as const) }]
      : []
  })
}
