import { AppError } from '@/domain/errors'
import type { OpenImport } from '@/server/cohort/import/reread-import'

/** The file of an import that can still be decided about. @throws {AppError} conflict */
export function openFile({ file }: OpenImport): NonNullable<OpenImport['file']> {
  if (!file) throw new AppError('conflict', 'started meanwhile')
  return file
}

/** All that was sent, to show it again. */
export function typedIn(form: FormData): { values: Record<string, string> } {
  const texts = [...form].flatMap(([name, sent]) => (typeof sent === 'string' ? [[name, sent] as const] : []))
  return { values: Object.fromEntries(texts) }
}

/** The revision of the page on which somebody decided. A page that names none is never the newest. */
export function revisionIn(form: FormData): number {
  return Number(form.get('revision') ?? 0)
}
