import { AppError } from '@/domain/errors'
import type { OpenImport } from '@/server/cohort/import/reread-import'

/** The file of an import that can still be decided about. @throws {AppError} conflict */
export function openFile({ file }: OpenImport): NonNullable<OpenImport['file']> {
  if (!file) throw new AppError('conflict', 'started meanwhile')
  return file
}

/** The revision of the page on which somebody decided. A page that names none is never the newest. */
export function revisionIn(form: FormData): number {
  return Number(form.get('revision') ?? 0)
}
