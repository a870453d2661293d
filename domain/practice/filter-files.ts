import { PRACTICE_KINDS, type PracticeKind } from '../case/practice-kind'
import { PRACTICE_STATES, type PracticeFile, type PracticeState, stateOf } from './practice-file'

/** What the reader has narrowed the list to. */
export type FileFilter = { kind?: PracticeKind; course?: string; state?: PracticeState }

/** Reads the query of the page. A value that does not exist narrows nothing. */
export function readFileFilter(query: URLSearchParams, courses: readonly string[]): FileFilter {
  const kind = PRACTICE_KINDS.find((one) => one === query.get('kind'))
  const course = courses.find((one) => one === query.get('course'))
  const state = PRACTICE_STATES.find((one) => one === query.get('state'))
  return { ...(kind && { kind }), ...(course && { course }), ...(state && { state }) }
}

export function filterFiles<T extends PracticeFile>(files: readonly T[], { kind, course, state }: FileFilter): T[] {
  return files.filter(
    (file) =>
      (!kind || file.actions.some((action) => action.kind === kind)) &&
      (!course || file.course?.id === course) &&
      (!state || stateOf(file) === state),
  )
}

export function isFiltered(filter: FileFilter): boolean {
  return Object.keys(filter).length > 0
}
