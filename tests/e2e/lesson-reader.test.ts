import type { Page } from '@playwright/test'
import type { Course, Lesson } from '@/domain/course/course'
import { readCitation, resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import { practiceCard } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

/** The first law block of the course whose provision has (or lacks) an official French text. */
function lawBlock(course: Course, french: boolean) {
  for (const lesson of course.lessons) {
    for (const [, cite = ''] of lesson.bodies.fr.matchAll(/^::law\{cite="([^"]+)"\}$/gm)) {
      const cited = cite.split(',').flatMap((id) => resolveCitation(course, id.trim(), course.file.lawDate) ?? [])
      const [first] = cited.filter(({ instrument }) => instrument.authenticLanguage === 'ar')
      if (first && 'text' in first.version && (first.version.text.fr !== undefined) === french)
        return { lesson, cited, first }
    }
  }
  throw new Error('no such law block')
}

const open = (page: Page, locale: 'ar' | 'fr', { file }: Lesson) =>
  page.goto(`/${locale}/courses/${COURSE}/lessons/${file.id}`)

/** The positions of the Arabic and the French text of a block's first pair. */
async function sides(page: Page, provision: string) {
  const pair = page.locator(`[data-law="${provision}"]`).first().locator('.pair').first()
  const boxOf = async (language: 'ar' | 'fr') => {
    const box = await pair.locator(`.tx[lang="${language}"]`).boundingBox()
    if (!box) throw new Error(`no ${language} text`)
    return box
  }
  return { ar: await boxOf('ar'), fr: await boxOf('fr') }
}

test.describe('on a wide screen the law', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  for (const locale of ['ar', 'fr'] as const) {
    test(`has French left and Arabic right, also on a page in ${locale}`, async ({ page, as, course }) => {
      const { lesson, first } = lawBlock(course, true)
      await as('reader')
      await open(page, locale, lesson)

      const { ar, fr } = await sides(page, first.provision.id)
      expect(fr.x + fr.width).toBeLessThanOrEqual(ar.x)
      expect(Math.abs(fr.y - ar.y)).toBeLessThan(2)
      await expect(page.locator(`[data-law="${first.provision.id}"]`).first()).toContainText(t(locale, 'law.authentic'))
    })
  }

  test('says where there is no official French text', async ({ page, as, course }) => {
    const { lesson, first } = lawBlock(course, false)
    await as('reader')
    await open(page, 'fr', lesson)

    const block = page.locator(`[data-law="${first.provision.id}"]`).first()
    await expect(block).toContainText(t('fr', 'law.noFrench'))
    await expect(block).toContainText(t('fr', 'law.authentic'))
    await expect(block.locator('.tx[lang="fr"]')).toHaveCount(0)
    await expect(block.locator('.tx[lang="ar"]').first()).toBeVisible()
  })

  test('copies its reference', async ({ page, context, as, course }) => {
    const { lesson, cited } = lawBlock(course, true)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await as('reader')
    await open(page, 'fr', lesson)

    const button = page
      .locator(`[data-law="${cited[0]?.provision.id}"]`)
      .first()
      .getByRole('button', { name: t('fr', 'law.copy') })
    await button.click()
    await expect(page.getByText(t('fr', 'law.copied')).first()).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      cited.map((one) => writeCitation(one, 'fr')).join(' ; '),
    )
  })
})

test.describe('on a phone the law', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('has Arabic first and French below it', async ({ page, as, course }) => {
    const { lesson, first } = lawBlock(course, true)
    await as('reader')
    await open(page, 'fr', lesson)

    const { ar, fr } = await sides(page, first.provision.id)
    expect(ar.y + ar.height).toBeLessThanOrEqual(fr.y)
  })
})

test('a term opens its three translations in place, and closes again', async ({ page, as, course }) => {
  const lesson = course.lessons.find(({ bodies }) => /:def\[/.test(bodies.fr))
  const id = lesson?.bodies.fr.match(/:def\[[^\]]*\]\{term="([^"]+)"\}/)?.[1] ?? ''
  const term = course.terms[id]
  if (!lesson || !term) throw new Error('no lesson explains a term')
  await as('reader')
  await open(page, 'fr', lesson)

  const card = page.locator(`#term-${id}`)
  await expect(card).toBeHidden()
  await page.locator(`button[popovertarget="term-${id}"]`).first().click()
  for (const language of ['ar', 'fr', 'en'] as const) {
    await expect(card.locator(`[lang="${language}"] dd`)).toHaveText(term[language])
  }
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
})

/** A lesson that cites a provision in several passages. */
function citedTwice({ lessons }: Course) {
  for (const lesson of lessons) {
    const ids = [...lesson.bodies.ar.matchAll(/:cite\[[^\]]*\]\{id="([^"]+)"\}/g)].map(([, id = '']) => id)
    const cited = ids.map((id) => readCitation(id)?.provision ?? '')
    const provision = cited.find((id, place) => cited.indexOf(id) !== place)
    if (provision) return { lesson, provision }
  }
  throw new Error('no lesson cites a provision twice')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the law that a passage cites opens at once, and links back', async ({ page, as, course }) => {
      const { lesson, provision } = citedTwice(course)
      await as('reader')
      await open(page, 'ar', lesson)

      const passages = page.locator(`a.cite[href="#cited-${provision}"]`)
      const cited = page.locator(`#cited-${provision}`)
      await expect(cited.getByRole('region')).toBeHidden()
      const passage = passages.nth(javaScriptEnabled ? 1 : 0)
      await passage.click()
      await expect(cited.getByRole('region')).toBeInViewport()

      await cited.getByRole('link', { name: t('ar', 'lesson.toPassage') }).click()
      await expect(passage).toBeInViewport()
      await expect(cited.getByRole('region')).not.toBeInViewport()
    })

    for (const width of [360, 1280]) {
      test(`Back returns to where she was reading, at ${width} px`, async ({ page, as, course }) => {
        const { lesson, provision } = citedTwice(course)
        await page.setViewportSize({ width, height: 740 })
        await as('reader')
        await open(page, 'ar', lesson)
        const passage = page.locator(`a.cite[href="#cited-${provision}"]`).last()
        const cited = page.locator(`#cited-${provision}`).getByRole('region')
        await passage.evaluate((element) => element.scrollIntoView({ block: 'center' }))
        const position = () => page.evaluate(() => Math.round(window.scrollY))
        const before = await position()
        expect(before).toBeGreaterThan(740)

        // The second time everything is unfolded already.
        for (const _ of ['folded', 'unfolded']) {
          await passage.click()
          await expect(cited).toBeInViewport()
          expect(await position()).not.toBe(before)
          await page.goBack()
          await expect(passage).toBeInViewport()
          await expect.poll(position).toBe(before)
        }
      })
    }

    test('the address of a cited text opens it', async ({ page, as, course }) => {
      const { lesson, provision } = citedTwice(course)
      await as('reader')
      await page.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}#cited-${provision}`)

      await expect(page.locator(`#cited-${provision}`).getByRole('region')).toBeInViewport()
    })
  })
}

test('a practice question sent without an answer says so where she reads', async ({ page, as, course }) => {
  const question = course.lessons[0]?.practice[0]
  if (!course.lessons[0] || !question) throw new Error('the first lesson has no practice')
  await page.setViewportSize({ width: 360, height: 640 })
  await as('reader')
  await open(page, 'ar', course.lessons[0])

  const card = practiceCard(page, question, 'ar')
  await card.getByRole('button', { name: t('ar', 'practice.check') }).click()
  await expect(card.locator('.error .error')).toBeInViewport()
  await expect(card.locator('fieldset').locator('input, select').first()).toBeFocused()
})

test('the way back from another language leads to the place', async ({ page, as, course }) => {
  const [lesson] = course.lessons
  if (!lesson) throw new Error('the course has no lesson')
  await as('reader')
  await open(page, 'ar', lesson)
  const block = page.locator('#b9')
  const languages = page.locator('.top > .wrap > .langs')
  await block.evaluate((element) => element.scrollIntoView())
  await expect(languages.getByRole('link', { name: 'Français' })).toHaveAttribute('href', /#b\d+$/)

  await languages.getByRole('link', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(block).toBeInViewport()
  await page.goBack()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(block).toBeInViewport()
})
