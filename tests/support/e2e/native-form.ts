import type { APIRequestContext } from '@playwright/test'

export type Fields = Record<string, string>

/** The form of a page as a browser without JavaScript would send it: what React hid in it, and what is typed. */
export async function nativeForm(request: APIRequestContext, page: string, typed: Fields): Promise<Fields> {
  const html = await (await request.get(page)).text()
  const form = html.match(/<form[\s\S]*?<\/form>/)?.[0] ?? ''
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => {
    const value = (name: string) => input.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? ''
    return [value('name'), value('value').replaceAll('&quot;', '"')] as const
  })
  return { ...Object.fromEntries(hidden), ...typed }
}
