import 'server-only'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { findImportRuns, type ImportRunRow } from '../../db/cohort/import-runs'

const SHOWN = 20

/** The imports of a cohort, the newest first, so that a person who has left a report finds it again. */
export async function cohortImports({ target }: Permit<'cohort:enrol'>): Promise<ImportRunRow[]> {
  return findImportRuns(db(), target.cohortId, SHOWN)
}
