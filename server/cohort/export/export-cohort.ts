import 'server-only'
import { plainName } from '@/domain/cohort/export/certificate-file-name'
import type { ExportOrder } from '@/domain/cohort/export/export-form'
import { dayOf } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { db, type Tx } from '../../db/client'
import { findCohortCertificates, findSeated } from '../../db/cohort/cohort-export'
import type { CohortRow } from '../../db/cohort/cohorts'
import type { StreamedFile } from '../../stream-file'
import { coursesOf } from '../courses'
import { papersFile } from './certificate-papers'
import { csvFile, xlsxFile } from './list-files'
import { peopleList } from './people-list'

export type CohortExport = { status: 'made'; file: StreamedFile } | { status: 'no-certificates' }

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const

/**
 * Exports the progress or the certificates of a cohort. One transaction fixes the contents of the file and writes them
 * into the audit log; the rows are read while the file is sent.
 */
export async function exportCohort(
  permit: Permit<'cohort:export'>,
  cohort: CohortRow,
  order: ExportOrder,
  now: Date,
): Promise<CohortExport> {
  const courses = await coursesOf(cohort)
  const format = order.content === 'certificates' ? 'zip' : order.format
  const contents = await db().$transaction(async (tx) => {
    const found = await contentsOf(tx, cohort, order)
    if (format === 'zip' && found.length === 0) return []
    const { content, locale, reason } = order
    const details = { cohortId: cohort.id, content, format, locale, count: found.length }
    const { institutionId } = cohort
    await recordAct(tx, { act: 'exported', actorId: permit.actor.accountId, institutionId, reason, details }, now)
    return found
  })
  if (format === 'zip' && contents.length === 0) return { status: 'no-certificates' }
  return { status: 'made', file: { ...namesOf(cohort, order, format, now), type: TYPES[format], bytes: bytesOf() } }

  function bytesOf(): StreamedFile['bytes'] {
    if (order.content === 'certificates') return papersFile(permit, contents)
    const list = peopleList(contents, cohort, courses, { content: order.content, locale: order.locale })
    return order.format === 'csv' ? csvFile(list) : xlsxFile(list, now)
  }
}

/** The people by id, or the certificates by number. Neither is ever reused. */
function contentsOf(tx: Tx, cohort: CohortRow, { content }: ExportOrder): Promise<string[]> {
  return content === 'certificates' ? findCohortCertificates(tx, cohort) : findSeated(tx, cohort.id)
}

function namesOf({ name }: CohortRow, { content, locale }: ExportOrder, format: string, now: Date) {
  const day = dayOf(now)
  const what = translator(locale)(`cohorts.export.contents.${content}`)
  return {
    name: `${name} - ${what} ${day}.${format}`,
    plainName: [plainName(name), content, `${day}.${format}`].filter(Boolean).join('-'),
  }
}
