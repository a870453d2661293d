import 'server-only'
import type { ReportState } from '@/domain/error-report/error-report'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import { placesOf } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { currentReleases } from '../content/releases'
import { sql } from '../db/client'
import {
  countErrorReports,
  type ErrorReportRow,
  findErrorReport,
  findErrorReports,
  findReportedCourses,
  findSameReports,
} from '../db/error-report/error-reports'
import { type ThenAndNow, thenAndNow } from './passage-now'
import { placeTitle } from './place-title'

const PAGE = 50
/** The most repetitions of a report that one answer covers. */
export const SAME_AT_ONCE = 50

export type ReportQuery = { state: ReportState | null; courseId: string | null; page: string | null }

/** One page of the reports, with their counts and the courses that they are about. */
export async function listErrorReports(
  _: Permit<'error:read'>,
  { state, courseId, page }: ReportQuery,
  locale: Locale,
) {
  const counts = await countErrorReports(sql(), courseId)
  const total = state === null ? counts.open + counts.answered : counts[state]
  const places = placesOf(total, page, PAGE)
  const rows = await findErrorReports(sql(), { state, courseId }, { from: Math.max(0, places.from - 1), limit: PAGE })
  const reports = await Promise.all(rows.map(async (row) => ({ ...row, title: await placeTitle(row, locale) })))
  const named = new Map((await currentReleases()).map(({ courseId: id, course }) => [id, course.file.title[locale]]))
  const courses = (await findReportedCourses(sql())).map((id) => ({ id, title: named.get(id) ?? id }))
  return { reports, counts, places, courses }
}

export type OpenedReport = {
  report: ErrorReportRow & ThenAndNow & { title: string }
  /** Other reports about the same place that await an answer. */
  same: readonly ErrorReportRow[]
}

/** @throws {AppError} not-found */
export async function openErrorReport(_: Permit<'error:read'>, id: string, locale: Locale): Promise<OpenedReport> {
  const row = readId(id) ? await findErrorReport(sql(), id) : null
  if (!row) throw new AppError('not-found', 'error report')
  const [title, compared, same] = await Promise.all([
    placeTitle(row, locale),
    thenAndNow(row),
    findSameReports(sql(), row, SAME_AT_ONCE),
  ])
  return { report: { ...row, ...compared, title }, same }
}
