import { href } from '@/components/shell/paths'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const HTML = { accept: 'text/html', 'accept-language': 'fr' }

for (const [what, path, place] of [
  ['a certificate', '', '/certificates'],
  ['her data', '/api/account/data', '/account'],
] as const) {
  test(`a person who requests ${what} signed out gets a link to sign in, and a link to its page`, async ({
    request,
    cast,
  }) => {
    const response = await request.get(path || `/api/certificates/${cast.certificate.number}/pdf`, { headers: HTML })
    const html = await response.text()

    expect(response.status()).toBe(401)
    expect(html).toContain(t('fr', 'errors.signInForFile'))
    const signIn = `${href('fr', '/sign-in')}?next=${encodeURIComponent(href('fr', place))}`
    expect(html).toContain(`href="${signIn}">${t('fr', 'nav.signIn')}</a>`)
    expect(html).not.toContain(t('fr', 'errors.retry'))
  })
}

test('an unknown API address is a page for a person and a code for a program', async ({ request }) => {
  const page = await request.get('/api/none', { headers: HTML })
  expect(page.status()).toBe(404)
  expect(await page.text()).toContain(t('fr', 'errors.not-found'))
  const code = await request.get('/api/none', { headers: { accept: '*/*' } })
  expect([code.status(), await code.json()]).toEqual([404, { code: 'not-found' }])
})

test('an unknown series of figures is an error page in the language of the link, and a code for a program', async ({
  request,
}) => {
  const path = '/api/library/figures/none?lang=en'
  const page = await request.get(path, { headers: HTML })
  expect(page.status()).toBe(404)
  expect(await page.text()).toContain(t('en', 'errors.not-found'))
  expect(await (await request.get(path, { headers: { accept: '*/*' } })).json()).toEqual({ code: 'not-found' })
  expect((await request.get('/api/account/data', { headers: { accept: '*/*' } })).status()).toBe(401)
})
