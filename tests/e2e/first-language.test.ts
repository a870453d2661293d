import { expect, test } from '../support/e2e/test'

for (const [asked, locale] of [
  ['fr-MA,fr;q=0.9,en;q=0.5', 'fr'],
  ['en-GB,en;q=0.9', 'en'],
  ['ar-MA,fr;q=0.8', 'ar'],
  ['de-DE,es;q=0.5', 'ar'],
  ['', 'ar'],
] as const) {
  test(`an address without a language opens in ${locale} for a browser that asks for “${asked}”`, async ({
    request,
  }) => {
    for (const path of ['/', '/courses']) {
      const answer = await request.get(path, { headers: { 'accept-language': asked }, maxRedirects: 0 })

      expect(answer.status()).toBe(307)
      expect(new URL(answer.headers().location ?? '', 'http://localhost').pathname).toBe(
        `/${locale}${path === '/' ? '' : path}`,
      )
    }
  })
}
