import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ErrorReportFields } from '@/domain/error-report/error-report'
import type { Locale } from '@/domain/locale'
import { spendLimit } from '../auth/limits'
import { db } from '../db/client'
import { hasErrorReport, insertErrorReport } from '../db/error-report/error-reports'
import type { ReportedPlace } from './reported-place'

/** The reporter: an account, or an address, of which nothing is stored with the report. */
export type Reporting = { accountId: string | null; address: string; locale: Locale }

/**
 * Stores a report with the words that it is about. A form sent twice makes one report.
 *
 * @throws {AppError} too-many-requests
 */
export async function reportError(
  { accountId, address, locale }: Reporting,
  { choices: _, ...place }: ReportedPlace,
  { draft, errorKind, errorText }: ErrorReportFields,
  now: Date,
): Promise<void> {
  if (accountId) await spendLimit('report-error', accountId, now)
  else await spendLimit('report-error-address', address, now)
  const said = { ...place, kind: errorKind, text: errorText }
  const report = { ...said, id: draft, reportedAt: now, accountId, locale }
  if (await insertErrorReport(db(), report)) return
  // After “back” in the browser, she may have changed the form that she had already sent.
  const { part, kind, text } = said
  if (!(await hasErrorReport(db(), { id: draft, part, kind, text })))
    await insertErrorReport(db(), { ...report, id: randomUUID() })
}
