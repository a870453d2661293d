import type { Page } from '@playwright/test'
import { LOCALES } from '@/domain/locale'
import { HOTLINE } from '@/domain/urgent-help'
import { drawingFaults } from '../support/e2e/drawing-faults'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { readPdf } from '../support/read-pdf'

/** The printable area of A4 with margins of 16 mm, in CSS pixels. */
const SHEET = { width: 673, height: 970 }
const PAGES = {
  article: '/library/law/cp-448-1',
  decision: '/library/cases/cedh-sm-2020',
  decisions: '/library/cases?form=begging&victim=child',
  indicators: '/library/indicators?concerns=children',
  checklists: '/library/checklists',
  model: '/library/models/operative-part',
  referral: '/library/referral',
  glossary: '/library/glossary',
  figures: '/library/figures',
  lesson: `/courses/${COURSE}/lessons/offence`,
}

async function putOnPaper(page: Page, path: string): Promise<void> {
  await page.setViewportSize(SHEET)
  await page.emulateMedia({ media: 'print' })
  await page.goto(path)
}

/** Buttons and fields, which are useless on paper. */
const controls = (page: Page) =>
  page.locator(
    'button:visible:not(.def), input:visible, select:visible, .btn:visible:not([href^="tel:"], [href^="http"])',
  )

for (const locale of LOCALES) {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`${name} fits a sheet, without what only works on a screen, with the number to call (${locale})`, async ({
      page,
    }) => {
      await putOnPaper(page, `/${locale}${path}`)

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SHEET.width)
      const cut = page.locator('.tw').filter({ visible: true })
      for (const table of await cut.all()) {
        expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0)
      }
      expect(await page.locator('.drawing').evaluateAll(drawingFaults)).toEqual([])
      await expect(page.getByRole('banner')).toBeHidden()
      await expect(page.locator('.urgent, .lesson-end, .crumbs').filter({ visible: true })).toHaveCount(0)
      await expect(page.locator('.foot nav, .foot .leave').filter({ visible: true })).toHaveCount(0)
      await expect(page.getByRole('contentinfo').getByText(HOTLINE)).toBeVisible()
      await expect(controls(page)).toHaveCount(0)
      await expect(page.locator('.chips, .facets').filter({ visible: true })).toHaveCount(0)
    })
  }

  test(`a lesson takes at most nine sheets of A4, none of them half empty, with a head and a number (${locale})`, async ({
    page,
  }) => {
    await page.goto(`/${locale}${PAGES.lesson}`)
    const { pages, width, text, lowest } = await readPdf(await page.pdf({ preferCSSPageSize: true }))

    expect(Math.round(width)).toBe(595)
    expect(pages).toBeLessThanOrEqual(9)
    expect(lowest.slice(0, -1).filter((share) => share > 0.5)).toEqual([])
    expect(text).toContain(`1 / ${pages}`)
    if (locale !== 'ar') expect(text).toContain(t(locale, 'site.name'))
  })

  test(`a lesson prints each paragraph of the law once (${locale})`, async ({ page, course }) => {
    await putOnPaper(page, `/${locale}${PAGES.lesson}`)
    const paragraphs = page.locator('main .law .tx[lang="ar"] p').filter({ visible: true })
    const wordings = (await paragraphs.allTextContents()).filter((wording) => wording.length > 40)
    expect(wordings.length).toBeGreaterThan(5)
    expect(wordings.filter((wording, at) => wordings.indexOf(wording) !== at)).toEqual([])
    await expect(page.getByText(t(locale, 'lesson.position', { n: 2, total: course.lessons.length }))).toBeVisible()
  })

  test(`the directory prints its numbers (${locale})`, async ({ page }) => {
    await putOnPaper(page, `/${locale}/library/referral`)
    const numbers = page.getByRole('main').locator('a[href^="tel:"]')
    expect(await numbers.count()).toBeGreaterThan(1)
    for (const number of await numbers.all()) await expect(number).toBeVisible()
    await expect(page.getByText(t(locale, 'library.referral.call'))).toBeVisible()
  })

  test(`a decision prints what was held, though it was not yet shown (${locale})`, async ({ page }) => {
    await putOnPaper(page, `/${locale}/library/cases/cedh-sm-2020`)
    for (const title of ['library.predict.holding', 'library.cases.outcome'] as const) {
      await expect(page.getByRole('heading', { name: t(locale, title), exact: true })).toBeVisible()
    }
    await expect(page.locator('.predict')).toBeHidden()
  })

  test(`a checklist prints its points with a box each, and lines to fill in (${locale})`, async ({ page, library }) => {
    const { id, items } = library.procedureChecklists.sentence ?? { id: 'none', items: [] }
    await putOnPaper(page, `/${locale}/library/checklists/${id}`)
    await expect(page.locator('main input[type="checkbox"]').filter({ visible: true })).toHaveCount(items.length)
    await expect(page.locator('.print-lines > div').filter({ visible: true })).toHaveCount(3)
    await expect(page.locator('main button').filter({ visible: true })).toHaveCount(0)
    await page.emulateMedia({ media: null })
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages).toBeLessThanOrEqual(2)
  })

  test(`a model that nobody has signed prints that it is not reviewed, and no word of it (${locale})`, async ({
    page,
  }) => {
    await putOnPaper(page, `/${locale}/library/models/operative-part`)
    await expect(page.getByText(t(locale, 'library.models.notOnPaper'))).toBeVisible()
    expect(await page.locator('.model .tx').count()).toBeGreaterThan(10)
    await expect(page.locator('.model .tx').filter({ visible: true })).toHaveCount(0)
    await expect(page.locator('[data-copy], [data-print]')).toHaveCount(0)
  })

  test(`the filters are printed as text (${locale})`, async ({ page }) => {
    await putOnPaper(page, `/${locale}/library/indicators?concerns=children`)
    const concerns = `${t(locale, 'library.indicators.concerns')} · ${t(locale, 'library.indicators.who.children')}`
    await expect(page.getByText(concerns)).toBeVisible()

    await page.goto(`/${locale}/library/cases?form=begging&victim=child`)
    const applied = page.locator('.active-filters li')
    await expect(applied).toHaveCount(2)
    for (const filter of await applied.all()) await expect(filter).toBeVisible()
    await page.goto(`/${locale}/library/glossary?q=27.14`)
    await expect(page.getByText(`${t(locale, 'library.glossary.label')} · 27.14`)).toBeVisible()
  })

  test(`French prints left and Arabic right, side by side (${locale})`, async ({ page }) => {
    await putOnPaper(page, `/${locale}${PAGES.article}`)
    const pair = page.locator('.pair').first()
    const french = await pair.locator('.tx[lang="fr"]').boundingBox()
    const arabic = await pair.locator('.tx[lang="ar"]').boundingBox()
    if (!french || !arabic) throw new Error('a text of the pair is not printed')

    expect(french.x + french.width).toBeLessThanOrEqual(arabic.x + 1)
    expect(arabic.y).toBe(french.y)
  })

  test(`folded text is printed, and practice questions are not (${locale})`, async ({ page }) => {
    await putOnPaper(page, `/${locale}${PAGES.lesson}`)
    const cited = page.locator('.cited details')
    expect(await cited.count()).toBeGreaterThan(0)
    const repeated = page.locator('.cited details.off-paper')
    for (const text of await repeated.all()) await expect(text).toBeHidden()
    for (const text of await page.locator('.cited details:not(.off-paper) > :not(summary)').all()) {
      expect(await text.evaluate((box) => box.checkVisibility({ contentVisibilityAuto: true }))).toBe(true)
      expect((await text.boundingBox())?.height).toBeGreaterThan(20)
    }
    expect(await page.locator('.practice').count()).toBeGreaterThan(0)
    await expect(page.locator('.practice').filter({ visible: true })).toHaveCount(0)

    await page.goto(`/${locale}${PAGES.article}`)
    const rest = page.locator('.uses details ul')
    expect(await rest.count()).toBeGreaterThan(0)
    for (const list of await rest.all()) expect((await list.boundingBox())?.height).toBeGreaterThan(20)
  })
}

for (const locale of ['ar', 'fr'] as const) {
  for (const scope of ['country', 'institution'] as const) {
    test(`the report of the ${scope} is one sheet of A4 with its last column and its definitions (${locale})`, async ({
      page,
      cast,
      as,
    }) => {
      await as(scope === 'country' ? 'commissioner' : 'administrator')
      await page.goto(`/${locale}${scope === 'country' ? '/national' : `/institutions/${cast.school}/report`}`)
      await page.setViewportSize(SHEET)
      await page.emulateMedia({ media: 'print' })
      for (const table of await page.locator('.counts').all()) {
        const edges = await table.evaluate((element) => {
          const last = element.querySelector('thead th:last-child')?.getBoundingClientRect()
          return { start: last?.left ?? -1, end: last?.right ?? Number.POSITIVE_INFINITY }
        })
        expect(edges.start).toBeGreaterThanOrEqual(0)
        expect(edges.end).toBeLessThanOrEqual(SHEET.width)
      }
      await expect(controls(page)).toHaveCount(0)
      await page.emulateMedia({ media: null })
      const { pages, text } = await readPdf(await page.pdf({ preferCSSPageSize: true }))

      expect(pages).toBe(1)
      expect(text).toContain('1 / 1')
      if (locale === 'fr') expect(text).toContain(t(locale, 'report.definitions'))
    })
  }
}

for (const locale of ['ar', 'fr'] as const) {
  test(`the reasons of a grid take one sheet of A4, with the name of the invented file (${locale})`, async ({
    page,
    login,
  }) => {
    await login()
    await page.goto(`/${locale}/practice/grid/brickworks`)
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: t(locale, 'casework.grid.handIn') }).click()
    await page.getByRole('heading', { name: t(locale, 'casework.grid.reasons.title') }).waitFor()
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages).toBe(1)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(t(locale, 'casework.badge'))).toBeVisible()
    await expect(page.locator('.outcomes')).toBeHidden()
  })

  test(`both readings of the longest worksheet take one sheet of A4 (${locale})`, async ({ page, login }) => {
    await login()
    await page.goto(`/${locale}/practice/worksheet/roof-room`)
    for (const sign of await page.locator('.sign').all()) {
      await sign.locator('[value="present"]').check({ force: true })
      await sign.locator('.quote input').fill('1')
    }
    await page.getByRole('button', { name: t(locale, 'worksheet.file.compare') }).click()
    await page.locator('.compared-sign').first().waitFor()
    const { pages, lines } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages).toBe(1)
    expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThan(7.4)
  })
}
