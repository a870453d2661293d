import { expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

test.use({ javaScriptEnabled: false })

test('one administrator asks for a certificate’s revocation, another one agrees; the holder and the public read it', async ({
  page,
  browser,
  login,
  sit,
  rows,
  baseURL,
}) => {
  const { someone: learner } = await sit({ nameArabic: 'سلمى بناني', nameLatin: 'Salma Bennani', locale: 'fr' })
  const before = new Date()
  await rows.handIn(learner, 'fundamentals', 'right')
  const { number } = await rows.certificateOf(learner)
  const school = await rows.makeInstitution('school', 'Institut de la magistrature')
  await rows.empower(learner, school, ['learner'])
  const list = `/institutions/${school}/certificates`

  const first = await login({ nameArabic: 'كريم الإدريسي', nameLatin: 'Karim Idrissi' })
  await rows.empower(first, school, ['administrator'])
  await rows.seat(await rows.makeCohort(first, school, 'fundamentals', []), learner, before)
  await page.goto(`/ar/institutions/${school}`)
  await page.getByRole('link', { name: t('ar', 'institutions.certificatesDo'), exact: true }).click()
  await page.getByLabel(t('ar', 'proposals.search')).fill('بناني')
  await page.getByRole('button', { name: t('ar', 'proposals.searchButton') }).click()
  await page.getByRole('row', { name: 'سلمى بناني' }).getByRole('link').click()
  const revocation = page.getByRole('region', { name: t('ar', 'proposals.act.revoke') })
  await revocation.getByLabel(t('ar', 'fields.reason')).fill('اجتاز الامتحان شخص آخر')
  await revocation.getByRole('button', { name: t('ar', 'proposals.propose.revoke') }).click()
  await expect(page.getByRole('status')).toHaveText(t('ar', 'institutions.done.proposed'))
  await expect(page.getByRole('link', { name: t('ar', 'proposals.toDecision') })).toHaveCount(0)

  const second = await login({ nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' })
  await rows.empower(second, school, ['administrator'])
  await page.goto(`/fr${list}`)
  await page
    .getByRole('region', { name: t('fr', 'proposals.openTitle') })
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: t('fr', 'proposals.toDecision') }).click()
  await expect(page.getByRole('main')).toContainText('Karim Idrissi')
  await page.getByRole('button', { name: t('fr', 'proposals.decide.accept.revokeButton') }).click()
  await expect(page.getByRole('status')).toHaveText(t('fr', 'institutions.done.carried-out'))

  const device = await browser.newContext()
  const hers = await device.newPage()
  await hers.goto(`/fr/verify/${number}`)
  await expect(hers.getByRole('main')).toContainText(/Ce certificat a été retiré le/)
  await signIn(device, learner.cookie, baseURL)
  await hers.goto('/fr/certificates')
  await expect(hers.getByRole('main')).toContainText('اجتاز الامتحان شخص آخر')
  await hers.goto('/fr/account')
  const seen = hers.getByRole('region', { name: t('fr', 'account.seen.title') })
  for (const act of ['certificate-viewed', 'certificate-revocation-proposed', 'certificate-revoked'] as const) {
    await expect(seen).toContainText(t('fr', `audit.acts.${act}`))
  }
  await device.close()
})
