import type { CaseFile } from './case-file'

/** The page of an invented file, without its language. */
export function casePath({ kind, id }: Pick<CaseFile, 'kind' | 'id'>): string {
  return PATHS[kind](id)
}

const PATHS = {
  grid: (id: string) => `/practice/grid/${id}`,
} as const satisfies Record<CaseFile['kind'], (id: string) => string>
