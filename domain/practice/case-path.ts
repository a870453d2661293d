import type { CaseFile } from './case-file'

/** The page of an invented file, without its language; null for a kind that has no pages. */
export function casePath({ kind, id }: Pick<CaseFile, 'kind' | 'id'>): string | null {
  const page = PAGES[kind]
  return page && `${page}/${id}`
}

const PAGES: Record<CaseFile['kind'], string | null> = { grid: '/practice/grid', simulation: null }
