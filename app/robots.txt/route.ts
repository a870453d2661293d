import { env } from '@/server/env'

// Personal pages are not excluded here: they carry `noindex`, which a search engine sees only if it may open them.
export const dynamic = 'force-dynamic'

export function GET(): Response {
  const lines = ['User-agent: *', 'Disallow: /api/', '', `Sitemap: ${env().publicUrl}/sitemap.xml`, '']
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
