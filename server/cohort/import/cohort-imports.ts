import 'server-only'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { findListRuns, type ListRunRow } from '../../db/imports'

const SHOWN = 20

/** The lists that were checked for a cohort, the newest first: whoever has left the report of one finds it again. */
export async function cohortLists({ target }: Permit<'cohort:enrol'>): Promise<ListRunRow[]> {
  return findListRuns(db(), target.cohortId, SHOWN)
}
