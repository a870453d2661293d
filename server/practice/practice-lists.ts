import 'server-only'
import type { Actor } from '@/domain/auth/policy'
import type { ReleasedCase } from '@/domain/case/case-file'
import { casePath, profilePath, worksheetPath } from '@/domain/case/case-path'
import { type DoneRow, PRACTICE_KINDS, type PracticeKind } from '@/domain/case/practice-kind'
import { practiceRefOf } from '@/domain/case/practice-ref'
import type { Course } from '@/domain/course/course'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Localized } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { library } from '../content/library'
import { currentReleases } from '../content/releases'
import { type NamedPractice, namedPractice, type Reading } from '../course/named-practice'
import { changesSince } from '../course/retired-case'
import { sql } from '../db/client'
import { findOpenGrids } from '../db/practice/grid-attempts'
import { findPractised, listDone } from '../db/practice/practice-done'
import { listPlans } from '../db/practice/referral-plans'
import { findOpenRuns } from '../db/practice/simulations'
import { readableCases } from './read-cases'

/** A line of the practice page. `path`: its address without the language. */
export type PracticeItem = {
  id: string
  courseId: string | null
  title: Localized
  lead: Localized
  path: string
  state: 'new' | 'open' | 'done'
  /** The changes of the law since the file was written. A file with such a change is retired. */
  retired: readonly OutdatedCitation[]
}
export type PracticeList = { kind: PracticeKind; items: readonly PracticeItem[] }

type Reader = Reading & { actor: Actor; done: readonly DoneRow[] }
/** Lists what a kind of practice offers a reader. `done`: what she has completed, of every kind. */
type Lister = (reader: Reader) => Promise<PracticeItem[]>

/** One function for each kind: a practice is on the page, in a course and on “my learning” once it is listed here. */
const LISTERS: Record<PracticeKind, Lister> = {
  grid: listGrids,
  simulation: listSimulations,
  worksheet: listWorksheets,
  referral: listProfiles,
}

/** All practice, for visitors too. Empty kinds are left out. */
export async function practiceLists(actor: Actor, reading: Reading): Promise<PracticeList[]> {
  const done = actor.kind === 'person' ? await listDone(sql(), actor.accountId) : []
  const lists = await Promise.all(
    PRACTICE_KINDS.map(async (kind) => ({ kind, items: await LISTERS[kind]({ ...reading, actor, done }) })),
  )
  return lists.filter(({ items }) => items.length > 0)
}

async function listGrids({ actor, done, locale, now }: Reader): Promise<PracticeItem[]> {
  const [cases, open] = await Promise.all([
    readableCases(actor, 'grid'),
    actor.kind === 'person' ? findOpenGrids(sql(), actor.accountId) : [],
  ])
  return cases.map(({ release, found }) => ({
    ...itemOf(found, release.courseId),
    state: open.some(({ caseId }) => caseId === found.file.id) ? 'open' : stateIn(done, 'grid', found.file.id),
    retired: changesSince(found, locale, now),
  }))
}

async function listSimulations({ actor, done, locale, now }: Reader): Promise<PracticeItem[]> {
  const [cases, open] = await Promise.all([
    readableCases(actor, 'simulation'),
    actor.kind === 'person' ? findOpenRuns(sql(), actor.accountId) : [],
  ])
  return cases.map(({ release, found }) => ({
    ...itemOf(found, release.courseId),
    state: open.some(({ caseId }) => caseId === found.file.id) ? 'open' : stateIn(done, 'simulation', found.file.id),
    retired: changesSince(found, locale, now),
  }))
}

/** The files that have a worksheet: the authors' own reading of the signs. */
async function listWorksheets({ actor, done, locale, now }: Reader): Promise<PracticeItem[]> {
  const read = (await readableCases(actor, 'grid')).filter(({ found: { file } }) => file.worksheet)
  return read.map(({ release, found }) => ({
    ...itemOf(found, release.courseId),
    path: worksheetPath(found.file.id),
    state: stateIn(done, 'worksheet', found.file.id),
    retired: changesSince(found, locale, now),
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
        path: profilePath(id),
        state: isOpen ? 'open' : state,
        retired: [],
      }
    })
}

function itemOf({ file }: Pick<ReleasedCase, 'file'>, courseId: string) {
  return { id: file.id, courseId, title: file.title, lead: file.lead, path: casePath(file) }
}

/** Whether she has completed a file at least once. */
export function stateIn(done: readonly DoneRow[], kind: PracticeKind, caseId: string): 'new' | 'done' {
  return done.some((row) => row.kind === kind && row.caseId === caseId) ? 'done' : 'new'
}

/**
 * The invented files of a course, for everybody who may see its outline.
 *
 * @param practised what the reader has begun or completed; empty for a visitor.
 */
export function casesOf(
  { cases = [] }: Pick<Course, 'cases'>,
  practised: readonly Pick<PracticeItem, 'path' | 'state'>[],
  { locale, now }: Reading,
): (Pick<PracticeItem, 'title' | 'lead' | 'path' | 'state' | 'retired'> & { kind: PracticeKind })[] {
  return cases.map((found) => {
    const path = casePath(found.file)
    return {
      title: found.file.title,
      lead: found.file.lead,
      path,
      kind: found.file.kind,
      state: practised.find((one) => one.path === path)?.state ?? 'new',
      retired: changesSince(found, locale, now),
    }
  })
}

/** The practice that she has begun or completed, in one query. Practice that no longer exists is left out. */
export async function myPractice(
  { target }: Permit<'account:read'>,
  reading: Reading,
): Promise<(NamedPractice & Pick<PracticeItem, 'state'> & { kind: PracticeKind })[]> {
  const [rows, releases] = await Promise.all([findPractised(sql(), target.accountId), currentReleases()])
  const cases = releases.flatMap(({ course }) => course.cases ?? [])
  return rows.flatMap(({ kind, caseId, open }) =>
    namedPractice([practiceRefOf(kind, caseId)], cases, reading).map((named) => ({
      ...named,
      kind,
      state: open ? ('open' as const) : ('done' as const),
    })),
  )
}
