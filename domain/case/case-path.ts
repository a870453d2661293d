import type { CaseFile } from './case-file'

/** The page of an invented file, without its language. */
export function casePath({ kind, id }: Pick<CaseFile, 'kind' | 'id'>): string {
  return `${PAGES[kind]}/${id}`
}

/** The page of the worksheet on an invented file. */
export function worksheetPath(id: string): string {
  return `/practice/worksheet/${id}`
}

/** The page of a profile, for which a plan of referral is made. */
export function profilePath(id: string): string {
  return `/practice/referral/${id}`
}

/** The page on which anybody takes the first decision of a file. @param path the page of the file */
export function firstDecisionPath(path: string): string {
  return path.replace('/practice/', '/practice/first/')
}

const PAGES: Record<CaseFile['kind'], string> = { grid: '/practice/grid', simulation: '/practice/simulations' }
