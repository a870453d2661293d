import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ErrorReportFields } from '@/domain/error-report/error-report'
import type { Locale } from '@/domain/locale'
import { spendLimit } from '../auth/limits'
import { db } from '../db/client'
import { hasErrorReport, insertErrorReport } from '../db/error-reports'
import type { ReportedPlace } from './reported-place'

/** Who reports: an account, or an address of which nothing is stored. */
export type Reporting = { accountId: string | null; address: string; locale: Locale }

/**
 * Keeps a report with the words that it is about. A form that is sent twice is one report.
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
  // Going back, she may have written something else into the form that was sent before.
  const { part, kind, text } = said
  if (!(await hasErrorReport(db(), { id: draft, part, kind, text })))
    await insertErrorReport(db(), { ...report, id: randomUUID() })
}
