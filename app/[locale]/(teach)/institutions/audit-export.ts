import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { auditWords } from '@/components/institution/audit-words'
import { readAuditFilter } from '@/domain/audit/audit-filter'
import { exportSchema } from '@/domain/cohort/export/export-form'
import { textFields } from '@/domain/form/form-fields'
import type { Translator } from '@/i18n/translator'
import { exportAudit } from '@/server/audit/export-audit'
import type { Permit } from '@/server/auth/permit'
import type { StreamedFile } from '@/server/stream-file'
import { refuseExport } from '../cohorts/[cohort]/export/refuse-export'

const schema = exportSchema.pick({ reason: true })

/** Reads the reason for the export, by the same rule as for the other exports. */
export function readAuditExport(form: FormData, t: Translator): string | Refused {
  const { reason } = textFields(form, ['reason'])
  const typed = { reason: reason.replace(/[\r\n]+/g, ' ') }
  const { data, error } = schema.safeParse(typed)
  return data ? data.reason : { refused: refuseExport(error, typed, t) }
}

export function makeAuditExport(
  permit: Permit<'audit:export'>,
  reason: string,
  { query, locale, t }: Pick<Context, 'query' | 'locale' | 't'>,
): Promise<StreamedFile> {
  const order = { filter: readAuditFilter(query), reason, words: auditWords(locale, t) }
  return exportAudit(permit, order, new Date())
}
