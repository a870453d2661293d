import 'server-only'
import { groupBy } from '@/domain/group-by'
import { db, inTransaction } from '../../db/client'
import {
  type AcceptedProposal,
  keepExportLock,
  listAcceptedProposals,
  listRejectedAfterAcceptance,
  listUnwrittenSignatures,
  listWithdrawnSignatures,
  lockExport,
  noteConflict,
  noteExported,
  noteLedger,
} from '../../db/editorial/editorial-export'
import { PROPOSAL, proposalsMessage, signaturesMessage } from './commit-message'
import { planLedgers, type Unwritten } from './ledgers'
import { type Settled, settle, stageOf } from './stage'
import { openWorkTree, type WorkTree } from './work-tree'

export type ExportReport = {
  /** How many signatures were written into ledgers and taken out of them. */
  written: number
  takenOut: number
  waiting: readonly Unwritten[]
  /** The proposals that are now in the files, with their commit; null if the files said so already. */
  exported: readonly { proposal: AcceptedProposal; commit: string | null }[]
  left: readonly Exclude<Settled, { state: 'staged' | 'there' }>[]
}

type Staged = Extract<Settled, { state: 'staged' }>
/** `keepLock` sends a query, since the database may end a transaction that is idle for long and release its lock. */
type Run = { root: string; tree: WorkTree; keepLock: () => Promise<void> }

/**
 * Writes the signatures and the accepted proposals into the files, as git commits. Each commit is then recorded in the
 * database. If an export was stopped between the two steps, the next one recognises the commits of proposals by their
 * trailers.
 *
 * @throws if another export is running, or if the files have changes that are not committed.
 */
export function exportReview(root: string, now: Date): Promise<ExportReport> {
  return inTransaction(async (sql) => {
    if (!(await lockExport(sql))) throw new Error('Another export is at work: wait until it has ended.')
    const tree = openWorkTree(root)
    tree.takeBackUnfinished()
    const changed = tree.changed()
    if (changed.length > 0) {
      throw new Error(`Somebody is at work on these files. Commit or undo the changes first:\n${changed.join('\n')}`)
    }
    const run: Run = { root, tree, keepLock: () => keepExportLock(sql) }
    const signatures = await exportSignatures(run, now)
    return { ...signatures, ...(await exportProposals(run)) }
  })
}

async function exportSignatures({ root, tree, keepLock }: Run, now: Date) {
  const [unwritten, withdrawn] = [await listUnwrittenSignatures(db()), await listWithdrawnSignatures(db())]
  const { changes, waiting } = planLedgers(root, unwritten, withdrawn)
  for (const { path, file, written, out } of changes) {
    await keepLock()
    if (file) tree.commit([file], signaturesMessage(path, written, out))
    await noteLedger(db(), { written: idsOf(written), out: idsOf(out) }, now)
  }
  const sum = (of: 'written' | 'out') => changes.reduce((all, change) => all + change[of].length, 0)
  return { written: sum('written'), takenOut: sum('out'), waiting }
}

async function exportProposals(run: Run): Promise<Pick<ExportReport, 'exported' | 'left'>> {
  const [accepted, rejected] = [await listAcceptedProposals(db()), await listRejectedAfterAcceptance(db())]
  const asked = accepted.length + rejected.length > 0
  const commits = asked ? run.tree.commitsBy(PROPOSAL) : new Map<string, string>()
  for (const id of rejected) {
    const commit = commits.get(id)
    if (commit !== undefined) await noteExported(db(), [id], commit)
  }
  const exported: ExportReport['exported'][number][] = []
  for (const proposal of accepted) {
    const commit = commits.get(proposal.id)
    if (commit === undefined) continue
    await noteExported(db(), [proposal.id], commit)
    exported.push({ proposal, commit })
  }
  const settled = await checked(
    run,
    accepted.filter(({ id }) => !commits.has(id)),
  )
  for (const group of groupBy(ofState(settled, 'staged'), ({ proposal }) => textOf(proposal)).values()) {
    exported.push(...(await commitText(run, group)))
  }
  const there = ofState(settled, 'there').map(({ proposal }) => proposal)
  const conflicts = ofState(settled, 'conflict').map(({ proposal }) => proposal)
  await noteExported(db(), idsOf(there), null)
  await noteConflict(db(), idsOf(conflicts))
  return {
    exported: [...exported, ...there.map((proposal) => ({ proposal, commit: null }))],
    left: settled.filter((each) => each.state !== 'staged' && each.state !== 'there'),
  }
}

/** Stages and checks the proposals in memory, grouped by text. No file is written yet. */
async function checked({ root, keepLock }: Run, proposals: readonly AcceptedProposal[]): Promise<Settled[]> {
  if (proposals.length === 0) return []
  return settle(stageOf(root), [...groupBy(proposals, textOf).values()].flat(), keepLock)
}

/** Stages the proposals of one text alone, since those of later texts may change the same file, and commits them. */
async function commitText({ root, tree, keepLock }: Run, group: readonly Staged[]) {
  const stage = stageOf(root)
  const proposals = group.map(({ proposal }) => proposal)
  for (const proposal of proposals) stage.putIn(proposal)
  const files = [...new Set(group.flatMap(({ paths }) => paths))].map((path) => ({ path, text: stage.textOf(path) }))
  await keepLock()
  const commit = tree.commit(files, proposalsMessage(proposals))
  await noteExported(db(), idsOf(proposals), commit)
  return proposals.map((proposal) => ({ proposal, commit }))
}

const textOf = ({ kind, textId }: AcceptedProposal) => `${kind} ${textId}`
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function ofState<S extends Settled['state']>(settled: readonly Settled[], state: S) {
  return settled.filter((each): each is Extract<Settled, { state: S }> => each.state === state)
}
