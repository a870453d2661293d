import { page } from '@/app/http/get-page'
import { href } from '@/components/shell/paths'
import { seeOther } from '@/server/respond'

/** Cohorts are listed in their institutions. */
export const GET = page(async ({ locale }) => seeOther(href(locale, '/institutions')))
