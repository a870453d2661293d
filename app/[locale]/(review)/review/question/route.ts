import { page } from '@/app/http/get-page'
import { href } from '@/components/shell/paths'

/** The address in the links of earlier letters. It redirects to the page, which is below “my learning” now. */
export const GET = page(async ({ locale, query }) => {
  const location = href(locale, '/learning/review/question') + (query.size > 0 ? `?${query}` : '')
  // 308: if a page was open since before the move, the browser sends its form to the new address.
  return new Response(null, { status: 308, headers: { location, 'cache-control': 'no-store' } })
})
export const POST = GET
