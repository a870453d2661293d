import { file, privateFile } from '@/app/http/file'
import type { Translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { xlsxFile } from '@/server/cohort/export/list-files'
import { refusedRows, type WhyRefused } from '@/server/cohort/import/refused-rows'
import { csvFile } from '../../../../../csv-file'

const WIDTH = 28
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The rows that were left out, with the reason for each, as a file that can be corrected and imported again. */
export const GET = file<'cohort' | 'run'>(
  {
    path: ({ params }) => `/cohorts/${params.cohort}/import/${params.run}`,
    name: (t) => t('cohorts.import.reportTitle'),
  },
  async ({ locale, t, query, params, caller }) => {
    const { permit } = await requireCohort(caller, 'cohort:enrol', params.cohort)
    const { columns, rows } = await refusedRows(permit, params.run)
    const headings = [
      ...columns.map((column) => t(`cohorts.import.columns.${column}`)),
      t('cohorts.import.confirm.reason'),
    ]
    const lines = rows.map(({ cells, why }) => [...cells, reasonOf(why, t)])
    if (query.get('format') !== 'xlsx') return csvFile('refused', [headings, ...lines], locale)
    const list = {
      title: t('cohorts.import.confirm.sheet'),
      locale,
      columns: headings.map((heading) => ({ heading, width: WIDTH })),
      rows: inOne(lines),
    }
    return new Response(await inMemory(xlsxFile(list, new Date())), {
      headers: privateFile(`refused-${locale}.xlsx`, XLSX),
    })
  },
)

async function inMemory(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const all: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of pieces) all.push(piece)
  return new Blob(all)
}

async function* inOne<Line>(lines: readonly Line[]) {
  yield lines
}

function reasonOf(why: WhyRefused, t: Translator): string {
  return 'problem' in why ? t(`cohorts.import.problems.${why.problem}`) : t(`cohorts.import.outcomes.${why.outcome}`)
}
