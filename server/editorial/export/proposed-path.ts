import 'server-only'
import { isCourseKind, type TextKey } from '@/domain/signoff/text-key'

const FILE = /^(courses|library)(\/[a-z0-9]+(-[a-z0-9]+)*)*\/[a-z0-9]+([.-][a-z0-9]+)*\.(md|yaml)$/

/**
 * Why a proposal may not write a file; null if it may. It may change its own course, or the library, and no ledger: a
 * sign-off is given on the desk alone.
 */
export function pathFault(file: string, { kind, id }: TextKey): string | null {
  if (!FILE.test(file)) return 'is no file of a course or of the library'
  if (/(^|[./])signoff\.yaml$/.test(file)) return 'is a ledger, which nobody writes by a proposal'
  const home = isCourseKind(kind) ? `courses/${id.split('/')[0]}/` : 'library/'
  return file.startsWith(home) ? null : `is outside ${home}, to which its text belongs`
}
