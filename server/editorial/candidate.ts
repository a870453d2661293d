import 'server-only'
import { memoize } from '@/domain/memoize'
import { db } from '../db/client'
import { findCandidateFiles, findOpenCandidate, type OpenCandidate } from '../db/editorial/editorial-candidates'
import { onceInProcess } from '../once-in-process'
import { type CandidateContent, readCandidate } from './candidate/read-candidate'

/** Files that are not published yet, opened to reviewers. */
export type Candidate = OpenCandidate & CandidateContent

/** The open candidate is read again after this time, since a command in another process may open or close one. */
const OPEN_MS = 5_000

const memory = onceInProcess('editorial-candidate', () => ({
  /** The content of a candidate never changes: a new candidate has a new id. */
  read: memoize(async (id: string) => readCandidate(process.cwd(), await findCandidateFiles(db(), id)), {
    key: (id) => id,
    limit: 1,
  }),
  open: null as { row: Promise<OpenCandidate | null>; askedAt: number } | null,
}))

/** The open candidate; null if none is open. Only reviewers may see its texts. */
export async function candidateTexts(): Promise<Candidate | null> {
  const row = await openCandidate()
  return row && { ...row, ...(await memory().read(row.id)) }
}

/** Clears the cached open candidate. Call it after opening or closing a candidate in this process. */
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
