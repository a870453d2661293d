import 'server-only'
import type { Finding } from '@/domain/course/checks/finding'
import { type FileChange, fileChangesSchema } from '@/domain/editorial/proposal'
import type { TextKey, TextKind } from '@/domain/signoff/text-key'
import { checkContent, errorsIn } from '../../content/check-content'
import { listFilesUnder, readText } from '../../content/disk'
import type { AcceptedProposal } from '../../db/editorial/editorial-export'
import { hashOfFile } from '../make-change'
import { mergeFile } from './merge-file'
import { pathFault } from './proposed-path'
import { CONTENT, leadsThroughLink } from './work-tree'

export type Fault = { path: string; why: string }
export type Settled =
  /** Its changes are in the staged files. */
  | { state: 'staged'; proposal: AcceptedProposal; paths: readonly string[] }
  /** The files already have its changes. */
  | { state: 'there'; proposal: AcceptedProposal }
  | { state: 'conflict'; proposal: AcceptedProposal; faults: readonly Fault[] }
  /** A proposal may not make one of its changes. */
  | { state: 'refused'; proposal: AcceptedProposal; faults: readonly Fault[] }
  /** The check of the content finds errors that were not there before. */
  | { state: 'broken'; proposal: AcceptedProposal; findings: readonly Finding[] }

export type Stage = ReturnType<typeof stageOf>

/** The files of courses and library with proposals applied, in memory: what fails the checks is never written. */
export function stageOf(root: string) {
  let files: ReadonlyMap<string, string> = new Map(
    CONTENT.flatMap((folder) => listFilesUnder(root, folder)).map((path) => [path, readText(root, path) ?? '']),
  )

  function putIn(proposal: AcceptedProposal): Settled {
    const key: TextKey = { kind: proposal.kind as TextKind, id: proposal.textId }
    const read = fileChangesSchema.safeParse(proposal.files)
    if (!read.success) return { state: 'refused', proposal, faults: [{ path: '', why: 'its files cannot be read' }] }
    const refused = read.data.flatMap((change) => {
      const why = faultOf(root, key, change, read.data)
      return why === null ? [] : { path: change.path, why }
    })
    if (refused.length > 0) return { state: 'refused', proposal, faults: refused }
    const merged = read.data.map((change) => ({ path: change.path, ...mergedOf(change, files.get(change.path)) }))
    const faults = merged.flatMap(({ path, why }) => (why === undefined ? [] : { path, why }))
    if (faults.length > 0) return { state: 'conflict', proposal, faults }
    const changed = merged.filter(({ path, text }) => files.get(path) !== text)
    files = new Map([...files, ...changed.map(({ path, text = '' }) => [path, text] as const)])
    const paths = changed.map(({ path }) => path)
    return paths.length === 0 ? { state: 'there', proposal } : { state: 'staged', proposal, paths }
  }

  return {
    putIn,
    textOf: (path: string) => files.get(path) ?? '',
    files: () => files,
    putBack: (before: ReadonlyMap<string, string>) => {
      files = before
    },
  }
}

/**
 * Applies proposals to the staged files, in their order, and leaves out those that fail the content checks. `between`
 * is called after each run of the checks, which takes seconds.
 */
export async function settle(
  stage: Stage,
  proposals: readonly AcceptedProposal[],
  between: () => Promise<void>,
): Promise<Settled[]> {
  let known: ReadonlySet<string> | null = null
  return settleGroup(proposals)

  /** The checks read all content and most proposals pass, so a group is checked at once, and halved if it fails. */
  async function settleGroup(group: readonly AcceptedProposal[]): Promise<Settled[]> {
    const before = stage.files()
    const settled = group.map(stage.putIn)
    if (!settled.some(({ state }) => state === 'staged')) return settled
    known ??= new Set((await errorsOf(before)).map(nameOf))
    const knownBefore = known
    const findings = (await errorsOf(stage.files())).filter((finding) => !knownBefore.has(nameOf(finding)))
    if (findings.length === 0) return settled
    stage.putBack(before)
    if (group.length === 1) return group.map((proposal) => ({ state: 'broken', proposal, findings }))
    const middle = Math.ceil(group.length / 2)
    const first = await settleGroup(group.slice(0, middle))
    return [...first, ...(await settleGroup(group.slice(middle)))]
  }

  async function errorsOf(files: ReadonlyMap<string, string>): Promise<Finding[]> {
    const found = errorsIn(checkContent(files).findings)
    await between()
    return found
  }
}

function nameOf({ path, check, message }: Finding): string {
  return `${path} ${check} ${message}`
}

function faultOf(root: string, key: TextKey, { path, baseHash, base }: FileChange, all: readonly FileChange[]) {
  if (all.filter((other) => other.path === path).length > 1) return 'is named twice'
  if (baseHash !== null && baseHash !== hashOfFile(base)) return 'was not made from what it says'
  return pathFault(path, key) ?? (leadsThroughLink(root, path) ? 'is reached by a link' : null)
}

function mergedOf({ path, baseHash, base, text: sent }: FileChange, now: string | undefined) {
  // Browsers end lines with CR LF. To Markdown a CR alone ends a line too, which no editor shows.
  const text = base.includes('\r\n') ? sent : sent.replace(/\r\n?/g, '\n')
  if (baseHash === null) {
    return now === undefined || now === text ? { text } : { why: 'is there already, with another text' }
  }
  if (now === undefined) return { why: 'is no longer there' }
  const merged = mergeFile(path, { base, text, now })
  return merged === null ? { why: 'reads otherwise now in a passage that the proposal changes' } : { text: merged }
}
