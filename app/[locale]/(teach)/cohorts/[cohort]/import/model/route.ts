import { documentPage } from '@/app/document'
import { csvRow } from '@/domain/cohort/export/cell'
import { MODEL_COLUMNS } from '@/domain/cohort/import/columns'
import { BYTE_ORDER_MARK } from '@/domain/csv'
import { requireCohort } from '@/server/cohort/cohort-permit'

type Context = { params: Promise<{ locale: string; cohort: string }> }

/** An empty list with the headers of the reader's language, to fill in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    await requireCohort('cohort:enrol', cohort)
    const headers = MODEL_COLUMNS.map((column) => t(`cohorts.import.columns.${column}`))
    return new Response(BYTE_ORDER_MARK + csvRow(headers), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-language': locale,
        'content-disposition': `attachment; filename="list-${locale}.csv"`,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
