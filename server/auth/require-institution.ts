import 'server-only'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import { db } from '../db/client'
import { findInstitution, type InstitutionRow } from '../db/institution/institutions'

/** An institution that is not archived. @throws {AppError} not-found */
export async function requireInstitution(
  id: string,
  on: Parameters<typeof findInstitution>[0] = db(),
): Promise<InstitutionRow> {
  const institution = isUuid(id) ? await findInstitution(on, id) : null
  if (!institution || institution.archivedAt) throw new AppError('not-found', 'institution')
  return institution
}
