import { readFileSync } from 'node:fs'
import { LOCALES } from '@/domain/locale'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const BYTE_ORDER_MARK = '\uFEFF'

test('every series of figures is a file for spreadsheets, in three languages', async ({ request, library }) => {
  for (const figure of Object.values(library.figures)) {
    for (const locale of LOCALES) {
      const response = await request.get(`/api/library/figures/${figure.id}?lang=${locale}`)
      expect(response.status()).toBe(200)
      expect(response.headers()).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-language': locale,
        'content-disposition': `attachment; filename="${figure.id}-${locale}.csv"`,
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      })
      const [head = '', ...lines] = (await response.text()).split('\r\n')
      expect(
        head.startsWith(`${BYTE_ORDER_MARK}${figure.axis[locale]};${t(locale, 'library.figures.csv.series')};`),
      ).toBe(true)
      const values = figure.rows.flatMap((row) => Object.values(row.values).flat())
      expect(lines.filter(Boolean)).toHaveLength(values.length)
    }
  }
})

for (const id of ['none', 'constructor', '__proto__', 'victims.csv']) {
  test(`there are no figures called ${id}`, async ({ request }) => {
    expect((await request.get(`/api/library/figures/${id}?lang=fr`)).status()).toBe(404)
  })
}

test('figures in an unknown language come in Arabic', async ({ request, library }) => {
  const [id] = Object.keys(library.figures)

  for (const query of ['', '?lang=', '?lang=de']) {
    const response = await request.get(`/api/library/figures/${id}${query}`)
    expect(response.headers()['content-language']).toBe('ar')
  }
})

test('a chart comes first; its table and the file of it, in the language of the page, are folded below', async ({
  page,
  library,
}) => {
  const [figure] = Object.values(library.figures).toSorted((a, b) => a.order - b.order)
  await page.goto('/fr/library/figures')
  const shown = page.locator('.figure').first()
  await expect(shown.getByRole('img').first()).toBeVisible()
  await expect(shown.getByRole('table')).toBeHidden()
  await shown.getByText(t('fr', 'library.figures.data')).click()
  await expect(shown.getByRole('table')).toBeVisible()
  const download = page.waitForEvent('download')
  await page
    .getByRole('link', { name: t('fr', 'library.figures.download') })
    .first()
    .click()
  const file = await download

  expect(file.suggestedFilename()).toBe(`${figure?.id}-fr.csv`)
  expect(readFileSync(await file.path(), 'utf8').startsWith(BYTE_ORDER_MARK)).toBe(true)
})
