import { AppError } from '@/domain/errors'
import type { OpenImport } from '@/server/cohort/import/reread-import'

/** The file of an import that has not started, so that decisions can still be made. @throws {AppError} conflict */
export function openFile({ file }: OpenImport): NonNullable<OpenImport['file']> {
  if (!file) throw new AppError('conflict', 'started meanwhile')
  return file
}

/** The text fields that were sent, to show them again. */
export function typedIn(form: FormData): { values: Record<string, string> } {
  const texts = [...form].flatMap(([name, sent]) => (typeof sent === 'string' ? [[name, sent] as const] : []))
  return { values: Object.fromEntries(texts) }
}

/** The revision of the import that the page showed. A form without one counts as outdated. */
export function revisionIn(form: FormData): number {
  return Number(form.get('revision') ?? 0)
}
