import type { ReactElement } from 'react'
import { renderToHtml } from '@/server/content/render-once'

/** A part of a page, which the page's own script inserts. */
export function fragment(element: ReactElement): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(renderToHtml(element), { headers })
}
