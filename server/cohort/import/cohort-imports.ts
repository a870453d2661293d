import 'server-only'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { findImportRuns, type ImportRunRow } from '../../db/imports'

const SHOWN = 20

/** The lists that were checked for a cohort, the newest first: whoever has left the report of one finds it again. */
export async function cohortImports({ target }: Permit<'cohort:enrol'>): Promise<ImportRunRow[]> {
  return findImportRuns(db(), target.cohortId, SHOWN)
}
