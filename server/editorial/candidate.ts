import 'server-only'
import { memoize } from '@/domain/memoize'
import { db } from '../db/client'
import { findCandidateFiles, findOpenCandidate, type OpenCandidate } from '../db/editorial-candidates'
import { onceInProcess } from '../once-in-process'
import { type CandidateContent, readCandidate } from './candidate/read-candidate'

/** Files that are not published yet, opened to reviewers. */
export type Candidate = OpenCandidate & CandidateContent

/** How long it may go unnoticed that the operator opened or closed one. */
const OPEN_MS = 5_000

const memory = onceInProcess('editorial-candidate', () => ({
  /** A candidate never changes: another one has another id. */
  read: memoize(async (id: string) => readCandidate(process.cwd(), await findCandidateFiles(db(), id)), {
    key: (id) => id,
    limit: 1,
  }),
  open: null as { row: Promise<OpenCandidate | null>; askedAt: number } | null,
}))

/** The candidate that is open; null if none is. Its texts are for reviewers alone. */
export async function candidateTexts(): Promise<Candidate | null> {
  const row = await openCandidate()
  return row && { ...row, ...(await memory().read(row.id)) }
}

/** Call it after opening or closing one in this process. */
export function forgetCandidate(): void {
  memory().open = null
}

async function openCandidate(): Promise<OpenCandidate | null> {
  const { open } = memory()
  if (open && Date.now() - open.askedAt < OPEN_MS) return open.row
  const row = findOpenCandidate(db())
  memory().open = { row, askedAt: Date.now() }
  row.catch(forgetCandidate)
  return row
}
