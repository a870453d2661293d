import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

test.use({ javaScriptEnabled: false })

test('an institution proposes a contact of its region, the platform looks at its source, and everybody finds it until it is withdrawn', async ({
  page,
  browser,
  login,
  rows,
}) => {
  const institution = await rows.makeInstitution('court', 'Tribunal de Dakhla')
  const administrator = await login({ nameArabic: 'كريم الإدريسي', nameLatin: 'Karim Idrissi' })
  await rows.empower(administrator, institution, ['administrator'])
  await page.goto(`/ar/institutions/${institution}/edit`)
  await page.getByLabel(t('ar', 'fields.region')).selectOption('12')
  await page.getByRole('button', { name: t('ar', 'fields.save') }).click()
  await page.getByRole('link', { name: t('ar', 'institutions.contactsDo') }).click()
  const field = (name: 'nameArabic' | 'nameLatin' | 'phone' | 'source' | 'sourceUrl' | 'sourceDay') =>
    page.locator(`[name="${name}"]`)
  await page.getByLabel(t('ar', 'fields.service')).selectOption('shelter')
  await field('nameArabic').fill('مركز الإيواء')
  await field('nameLatin').fill('Foyer de Dakhla')
  await field('phone').fill('٠٥٢٨ ٠٠ ٠٠')
  await field('source').fill('رسالة من المركز')
  await field('sourceUrl').fill('javascript:alert(1)')
  await field('sourceDay').fill('2026-01-05')
  await page.getByRole('button', { name: t('ar', 'contacts.addButton'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(t('ar', 'fields.problems.phone'))
  await expect(page.getByRole('alert')).toContainText(t('ar', 'fields.problems.link'))
  await field('phone').fill('٠٥٢٨ ٠٠ ٠٠ ٠٠')
  await field('sourceUrl').fill('https://foyer.example.org/contact')
  await page.getByRole('button', { name: t('ar', 'contacts.addButton'), exact: true }).click()
  await expect(page.getByRole('status')).toHaveText(t('ar', 'contacts.changed.proposed'))

  const anybody = await (await browser.newContext()).newPage()
  await anybody.goto('/fr/library/referral?region=12')
  await expect(anybody.getByRole('main')).not.toContainText('Foyer de Dakhla')

  const platform = await login({ nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' })
  await rows.empower(platform, null, ['platform-administrator'])
  await page.goto('/fr/institutions')
  await page.getByRole('link', { name: t('fr', 'institutions.contactsReviewDo') }).click()
  await page.getByRole('link', { name: 'Foyer de Dakhla' }).click()
  await expect(page.getByRole('link', { name: /foyer\.example\.org/ })).toBeVisible()
  const accept = page.getByRole('region', { name: t('fr', 'contacts.accept') })
  await accept.getByLabel(t('fr', 'contacts.looks.sourceOpened')).check()
  await accept.getByRole('button').click()
  await expect(page.getByRole('alert')).toContainText(t('fr', 'fields.sourceNames'))
  await accept.getByLabel(t('fr', 'contacts.looks.sourceOpened')).check()
  await accept.getByLabel(t('fr', 'contacts.looks.sourceNames')).check()
  await accept.getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText(t('fr', 'contacts.changed.accepted'))

  await anybody.reload()
  const row = anybody.getByRole('row', { name: 'Foyer de Dakhla' })
  await expect(row.getByRole('link', { name: '0528 00 00 00' })).toHaveAttribute('href', 'tel:0528000000')

  await page.goto(`/fr/institutions/${institution}/contacts`)
  await page.getByText(t('fr', 'contacts.remove'), { exact: true }).click()
  await page.getByRole('button', { name: t('fr', 'contacts.removeButton', { name: 'Foyer de Dakhla' }) }).click()
  await expect(page.getByRole('status')).toHaveText(t('fr', 'contacts.changed.withdrawn'))
  await anybody.reload()
  await expect(anybody.getByRole('main')).not.toContainText('Foyer de Dakhla')
  await anybody.context().close()
})
