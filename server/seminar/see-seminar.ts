import 'server-only'
import { AppError } from '@/domain/errors'
import type { SeminarRow } from '../db/seminar/seminars'
import { existingSeminar } from './seminar-permit'

/** A seminar that is not a draft. @throws {AppError} not-found */
export async function requireAnnouncedSeminar(seminarId: string): Promise<SeminarRow> {
  const seminar = await existingSeminar(seminarId)
  if (seminar.status === 'draft') throw new AppError('not-found', 'a draft')
  return seminar
}
