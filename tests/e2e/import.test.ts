import { LOCALES } from '@/domain/locale'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const ALL = 120
const LIST = `email\n${Array.from({ length: ALL }, (_, n) => `p${n}@example.ma`).join('\n')}\n`
/** A line in the second batch; the first batch has fifty lines. */
const HELD_LINE = 60

test('the progress bar of an import moves by itself, can be stopped, and ends with the result', async ({
  page,
  as,
  cast,
  rows,
}) => {
  const { administrator } = cast
  const cohort = await rows.makeCohort(administrator, cast.school, COURSE, [])
  const run = await rows.checkedList(administrator, cohort, LIST)
  await rows.lockImportRow(run, HELD_LINE)
  await rows.beginList(administrator, cohort, run)
  await as('administrator')
  const bar = page.getByRole('progressbar')
  const stop = page.getByRole('button', { name: t('ar', 'cohorts.import.stop') })
  const outcome = page.getByRole('status').getByText(t('ar', 'cohorts.import.finished', { count: ALL }))

  await page.goto(`/ar/cohorts/${cohort}/import/${run}`)
  await expect(bar).toHaveAttribute('max', String(ALL))
  const halfway = rows.runStartedImports().catch(() => {})
  await expect(bar).toHaveAttribute('value', '50')
  await expect(bar).toHaveAccessibleName(t('ar', 'cohorts.import.running', { done: 50, total: ALL }))
  for (const locale of LOCALES) {
    await page.goto(`/${locale}/cohorts/${cohort}/import/${run}`)
    await expect(bar).toHaveAttribute('value', '50')
    await expect(page).toHaveNoAxeViolations()
    await expect(page).toHaveNoContrastErrors()
  }

  await page.goto(`/ar/cohorts/${cohort}/import/${run}`)
  await stop.click()
  await expect(stop).toBeHidden()
  const refresh = page.getByRole('link', { name: t('ar', 'cohorts.import.refresh') })
  await expect(refresh).toBeFocused()
  await refresh.press('Enter')
  await expect(stop).toBeVisible()
  await rows.unlockImportRow()
  await halfway
  await rows.runStartedImports()

  await expect(outcome).toBeVisible()
  await expect(bar).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a roster is checked and imported, and its people get a link', async ({ page, as, cast, rows }) => {
    const cohort = await rows.makeCohort(cast.administrator, cast.school, COURSE, [])
    await as('administrator')
    await page.goto(`/fr/cohorts/${cohort}/import`)
    const file = { name: 'promotion.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) }
    await page.getByLabel(t('fr', 'cohorts.import.file')).setInputFiles(file)
    await page.getByRole('button', { name: t('fr', 'cohorts.import.check') }).click()
    await page.getByRole('button', { name: t('fr', 'cohorts.import.mapping.on') }).click()
    await page.getByRole('button', { name: t('fr', 'cohorts.import.correct.on') }).click()
    await page.getByRole('button', { name: t('fr', 'cohorts.import.go', { count: ALL }) }).click()
    await expect(page.getByRole('button', { name: t('fr', 'cohorts.import.stop') })).toBeHidden()
    await rows.runStartedImports()

    await expect(async () => {
      await page.reload()
      expect(await page.getByText(t('fr', 'cohorts.import.finished', { count: ALL })).isVisible()).toBe(true)
    }).toPass()
  })
})
