import { env } from '@/server/env'

// Pages that are for one person say so themselves, which a search engine reads only if it may open them.
export const dynamic = 'force-dynamic'

export function GET(): Response {
  const lines = ['User-agent: *', 'Disallow: /api/', '', `Sitemap: ${env().publicUrl}/sitemap.xml`, '']
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
