import 'server-only'
import { AppError } from '@/domain/errors'
import { findLogos, type LogoFile } from '../../db/certificate/certificate-papers'
import { sql } from '../../db/client'

/** A logo, for anybody who knows the hash of its bytes. @throws {AppError} not-found */
export async function logoFile(hash: string): Promise<LogoFile> {
  const [logo] = /^[0-9a-f]{64}$/.test(hash) ? await findLogos(sql(), [hash]) : []
  if (!logo) throw new AppError('not-found', 'logo')
  return logo
}
