import 'server-only'
import type { ErrorReportFields } from '@/domain/error-report/error-report'
import type { Locale } from '@/domain/locale'
import { spendLimit } from '../auth/limits'
import { db } from '../db/client'
import { insertErrorReport } from '../db/error-reports'
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
  await insertErrorReport(db(), {
    id: draft,
    reportedAt: now,
    accountId,
    locale,
    ...place,
    kind: errorKind,
    text: errorText,
  })
}
