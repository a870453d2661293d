import type { APIRequestContext } from '@playwright/test'

/** A page of the sitemap with its address in each language. */
export type Listed = { address: string; languages: Readonly<Record<string, string>> }

export async function sitemap(request: APIRequestContext): Promise<Listed[]> {
  const xml = await (await request.get('/sitemap.xml')).text()
  return [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(.*?)<\/url>/g)].map(([, address = '', links = '']) => ({
    address,
    languages: languagesIn(links),
  }))
}

/** The alternate links of a page or of an entry of the sitemap. */
export function languagesIn(markup: string): Record<string, string> {
  const links = markup.matchAll(/<(?:xhtml:)?link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/gi)
  return Object.fromEntries([...links].map(([, language = '', href = '']) => [language, href]))
}
