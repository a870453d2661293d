import { page } from '@/app/http/get-page'
import { href } from '@/components/shell/paths'
import { seeOther } from '@/server/respond'

/** Cohorts are listed by institution, so this address redirects. */
export const GET = page(async ({ locale }) => seeOther(href(locale, '/institutions')))
