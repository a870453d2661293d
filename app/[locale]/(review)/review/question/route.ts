import { page } from '@/app/http/get-page'
import { href } from '@/components/shell/paths'

/** Where the links of earlier letters lead. What they open stands below “my learning” now. */
export const GET = page(async ({ locale, query }) => {
  const location = href(locale, '/learning/review/question') + (query.size > 0 ? `?${query}` : '')
  // 308: a page that was open meanwhile sends its form again.
  return new Response(null, { status: 308, headers: { location, 'cache-control': 'no-store' } })
})
export const POST = GET
