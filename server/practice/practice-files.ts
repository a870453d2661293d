import 'server-only'
import type { Actor } from '@/domain/auth/policy'
import { casePath, profilePath, worksheetPath } from '@/domain/case/case-path'
import type { CaseDocument } from '@/domain/case/case-text'
import { documentsOf } from '@/domain/case/case-text'
import type { DoneRow, PracticeKind } from '@/domain/case/practice-kind'
import { practiceRefOf } from '@/domain/case/practice-ref'
import { begin } from '@/domain/case/simulation/play'
import { seatsOf } from '@/domain/case/simulation/simulation'
import type { PlanProfile } from '@/domain/library/pathway'
import { type Effort, gridEffort, planEffort, simulationEffort } from '@/domain/practice/effort'
import type { PracticeAction, PracticeFile, PracticeState } from '@/domain/practice/practice-file'
import { library } from '../content/library'
import { currentReleases } from '../content/releases'
import { lessonsFor, type Reading } from '../course/named-practice'
import { changesSince } from '../course/retired-case'
import { sql } from '../db/client'
import { findOpenGrids } from '../db/practice/grid-attempts'
import { listDone } from '../db/practice/practice-done'
import { listPlans } from '../db/practice/referral-plans'
import { findOpenRuns } from '../db/practice/simulations'
import { type FoundCase, readableCases } from './read-cases'

/** What a reader has done and begun, of every kind. */
type Own = { done: readonly DoneRow[]; open: readonly { kind: PracticeKind; caseId: string }[] }

/** Every file that a reader may open, once, with all that can be done with it. A visitor has done nothing. */
export async function practiceFiles(actor: Actor, reading: Reading): Promise<PracticeFile[]> {
  const [own, grids, simulations] = await Promise.all([
    ownPractice(actor),
    readableCases(actor, 'grid'),
    readableCases(actor, 'simulation'),
  ])
  return Promise.all([
    ...grids.map((one) => gridFile(one, own, reading)),
    ...simulations.map((one) => simulationFile(one, own, reading)),
    ...library()
      .pathway.profiles.toSorted((a, b) => a.order - b.order)
      .map((profile) => planFile(profile, own)),
  ])
}

async function ownPractice(actor: Actor): Promise<Own> {
  if (actor.kind !== 'person') return { done: [], open: [] }
  const { accountId } = actor
  const [done, grids, runs, plans] = await Promise.all([
    listDone(sql(), accountId),
    findOpenGrids(sql(), accountId),
    findOpenRuns(sql(), accountId),
    listPlans(sql(), accountId),
  ])
  const open = [
    ...grids.map(({ caseId }) => ({ kind: 'grid' as const, caseId })),
    ...runs.map(({ caseId }) => ({ kind: 'simulation' as const, caseId })),
    ...plans
      .filter(({ compared }) => !compared)
      .map(({ profileId }) => ({ kind: 'referral' as const, caseId: profileId })),
  ]
  return { done, open }
}

async function gridFile({ release, found }: FoundCase<'grid'>, own: Own, reading: Reading): Promise<PracticeFile> {
  const { file } = found
  const papers = documentsOf(found, 'ar')
  const grid = action(own, 'grid', file.id, casePath(file))
  const weigh = file.worksheet ? [action(own, 'worksheet', file.id, worksheetPath(file.id))] : []
  return {
    ...(await fileOf({ release, found }, gridEffort(file, papers), reading)),
    actions: [grid, ...weigh],
    seats: [],
    face: faceOf(papers),
  }
}

async function simulationFile(one: FoundCase<'simulation'>, own: Own, reading: Reading): Promise<PracticeFile> {
  const { file } = one.found
  // Only what is open at the beginning: the list must not tell what comes later.
  const opened = begin(file).opened.map(({ document }) => document)
  return {
    ...(await fileOf(one, simulationEffort(file), reading)),
    actions: [action(own, 'simulation', file.id, casePath(file))],
    seats: seatsOf(file),
    face: faceOf(documentsOf(one.found, 'ar').filter(({ id }) => opened.includes(id))),
  }
}

async function planFile(profile: PlanProfile, own: Own): Promise<PracticeFile> {
  const { id, title, story } = profile
  const lessons = await lessonsFor(practiceRefOf('referral', id), null)
  return {
    id,
    title,
    lead: story,
    ...planEffort(library().pathway, profile),
    actions: [action(own, 'referral', id, profilePath(id))],
    seats: [],
    course: await courseNamed(lessons[0]?.courseId ?? null),
    lessons,
    face: 'statement',
    retired: [],
  }
}

type Common = Omit<PracticeFile, 'actions' | 'seats' | 'face'>

async function fileOf(
  { release, found }: Pick<FoundCase<'grid' | 'simulation'>, 'release' | 'found'>,
  effort: Effort,
  { locale, now }: Reading,
): Promise<Common> {
  const { file } = found
  return {
    id: file.id,
    title: file.title,
    lead: file.lead,
    ...effort,
    course: { id: release.courseId, title: release.course.file.title },
    lessons: await lessonsFor(file.id, release.courseId),
    retired: changesSince(found, locale, now),
  }
}

async function courseNamed(courseId: string | null): Promise<PracticeFile['course']> {
  const release = (await currentReleases()).find((one) => one.courseId === courseId)
  return release ? { id: release.courseId, title: release.course.file.title } : null
}

function action({ done, open }: Own, kind: PracticeKind, caseId: string, path: string): PracticeAction {
  const has = (rows: readonly { kind: PracticeKind; caseId: string }[]) =>
    rows.some((row) => row.kind === kind && row.caseId === caseId)
  // A plan that was compared is done, even while it is changed further.
  const finished: PracticeState = has(done) ? 'done' : 'new'
  if (kind === 'referral' && finished === 'done') return { kind, path, state: 'done' }
  return { kind, path, state: has(open) ? 'open' : finished }
}

/** The paper that tells a file from others: most files have reports and statements. */
function faceOf(papers: readonly CaseDocument[]): PracticeFile['face'] {
  const rare = (['contract', 'account', 'certificate', 'messages'] as const).find((kind) =>
    papers.some((paper) => paper.kind === kind),
  )
  return rare ?? papers[0]?.kind ?? 'report'
}
