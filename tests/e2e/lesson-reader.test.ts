import type { Locator, Page } from '@playwright/test'
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

for (const locale of ['ar', 'fr'] as const) {
  test(`the lanes of a drawing fill each row, even a lane that stands alone (${locale})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`/${locale}/styleguide`)
    const lanes = page.locator('.drawn-lanes .drawn').first()
    const free = await lanes.evaluate((list) => {
      const boxes = [...list.children].map((lane) => lane.getBoundingClientRect())
      const { left, right } = list.getBoundingClientRect()
      return [...new Set(boxes.map(({ top }) => top))].map((top) => {
        const row = boxes.filter((box) => box.top === top)
        return Math.max(
          Math.min(...row.map((box) => box.left)) - left,
          right - Math.max(...row.map((box) => box.right)),
        )
      })
    })

    expect(free.length).toBeGreaterThan(1)
    for (const pixels of free) expect(pixels).toBeLessThan(1)
  })
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

/** Scrolls a passage to the middle of the window. @returns the scroll position now, and a function that reads it. */
async function reading(page: Page, passage: Locator) {
  await passage.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const position = () => page.evaluate(() => Math.round(window.scrollY))
  return { position, before: await position() }
}

/** Citations of one paragraph of an article: in a sentence, and in a drawing. */
const PASSAGES = { 'a sentence': '.block > p a.cite', 'a drawing': '.drawing a.cite' }

for (const width of [360, 1280]) {
  test.describe(`with JavaScript, at ${width} px`, () => {
    test.use({ viewport: { width, height: 740 } })

    for (const [place, passages] of Object.entries(PASSAGES)) {
      test(`a citation in ${place} opens beside what she reads, and closes without moving it`, async ({
        page,
        as,
        course,
      }) => {
        const lesson = course.lessons.find(({ bodies }) => /:::test/.test(bodies.ar))
        if (!lesson) throw new Error('no lesson draws a test')
        await as('reader')
        await open(page, 'ar', lesson)
        const passage = page.locator(`${passages}[data-cite*="#"]`).last()
        const { position, before } = await reading(page, passage)
        expect(before).toBeGreaterThan(100)
        const cited = resolveCitation(course, (await passage.getAttribute('data-cite')) ?? '', course.file.lawDate)
        const sheet = page.getByRole('dialog')

        const closings = {
          'the key Escape': () => page.keyboard.press('Escape'),
          'the way back': () => page.goBack(),
          'its button': () => sheet.getByRole('button', { name: t('ar', 'lesson.closeCited') }).click(),
          'a click beside it': () => page.mouse.click(width / 2, 100),
        }
        for (const [closing, close] of Object.entries(closings)) {
          await passage.press('Enter')
          await expect(sheet, closing).toBeVisible()
          await expect(sheet.getByRole('heading').first()).toBeFocused()
          for (const language of ['ar', 'fr'] as const) {
            const wording = cited?.wording?.[language]?.replace(/\s+/g, ' ') ?? ''
            // If the paragraph is an item of a list, the sentence that begins the list is shown above it.
            const shown = sheet.locator(`.tx[lang="${language}"]`)
            expect(await shown.count()).toBeLessThanOrEqual(2)
            await expect(shown.last()).toContainText(wording.slice(0, 40))
          }
          expect(await position(), closing).toBe(before)
          await close()
          await expect(sheet, closing).toBeHidden()
          await expect(passage, closing).toBeFocused()
          // Closing goes back in the history, which takes a moment if it was not the Back button of the browser.
          await expect.poll(() => page.evaluate(() => history.state), closing).toBeNull()
          expect(await position(), closing).toBe(before)
        }
      })
    }

    test('Back leads from the library to the open sheet, and Back again to the passage', async ({
      page,
      as,
      course,
    }) => {
      await as('reader')
      await open(page, 'ar', citedTwice(course).lesson)
      const passage = page.locator('.block > p a.cite[data-cite*="#"]').last()
      const [provision, paragraph] = (await passage.getAttribute('data-cite'))?.split('#') ?? []
      const { position, before } = await reading(page, passage)
      await passage.click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('link', { name: t('ar', 'lesson.toLibrary') }).click()
      await expect(page).toHaveURL(`/ar/library/law/${provision}#p${paragraph}`)
      await expect(page.locator(`#p${paragraph?.replace('.', '\\.')}`)).toBeInViewport()

      await page.goBack()
      await expect(sheet).toBeVisible()
      await expect.poll(position).toBe(before)
      await page.goBack()
      await expect(sheet).toBeHidden()
      await expect(passage).toBeInViewport()
      expect(await position()).toBe(before)
    })

    test('the sheet keeps to its place, and has no accessibility violations', async ({ page, as, course }) => {
      await as('reader')
      await open(page, 'ar', citedTwice(course).lesson)
      const passage = page.locator('.block > p a.cite').last()
      await reading(page, passage)
      await passage.click()
      const box = await page.getByRole('dialog').boundingBox()
      const text = await page.locator('.block > p').last().boundingBox()
      if (!box || !text) throw new Error('the sheet or the text is not on the page')

      if (width === 360) expect(box.height).toBeLessThanOrEqual(740 * 0.72 + 1)
      else expect(box.x + box.width <= text.x || text.x + text.width <= box.x).toBe(true)
      await expect(page).toHaveNoAxeViolations()
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the law that a passage cites opens at once, and links back', async ({ page, as, course }) => {
    const { lesson, provision } = citedTwice(course)
    await as('reader')
    await open(page, 'ar', lesson)

    const passage = page.locator(`a.cite[href="#cited-${provision}"]`).first()
    const cited = page.locator(`#cited-${provision}`)
    await expect(cited.getByRole('region')).toBeHidden()
    await passage.click()
    await expect(cited.getByRole('region')).toBeInViewport()
    await expect(page.locator('#sheet')).toBeHidden()

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
      const { position, before } = await reading(page, passage)
      expect(before).toBeGreaterThan(100)

      await passage.click()
      await expect(cited).toBeInViewport()
      await page.goBack()
      await expect(passage).toBeInViewport()
      await expect.poll(position).toBe(before)
    })
  }
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'scripts' : 'no scripts', () => {
    test.use({ javaScriptEnabled })

    test('the address of a cited text opens it', async ({ page, as, course }) => {
      const { lesson, provision } = citedTwice(course)
      await as('reader')
      await page.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}#cited-${provision}`)

      await expect(page.locator(`#cited-${provision}`).getByRole('region')).toBeInViewport()
    })
  })
}

for (const width of [360, 1280]) {
  test(`the card of a term never covers its word, at ${width} px`, async ({ page, as, course }) => {
    const lesson = course.lessons.find(({ bodies }) => /:def\[/.test(bodies.ar))
    if (!lesson) throw new Error('no lesson explains a term')
    await page.setViewportSize({ width, height: 600 })
    await as('reader')
    await open(page, 'ar', lesson)
    const word = page.locator('.def').first()
    for (const block of ['start', 'center', 'end'] as const) {
      await word.evaluate((element, to) => element.scrollIntoView({ block: to }), block)
      await word.click()
      const card = await page.locator('.term:popover-open').boundingBox()
      const at = await word.boundingBox()
      if (!card || !at) throw new Error('the term is not on the page')

      expect(card.y >= at.y + at.height || card.y + card.height <= at.y, block).toBe(true)
      expect(card.x).toBeGreaterThanOrEqual(0)
      expect(card.x + card.width).toBeLessThanOrEqual(width)
      expect(card.width).toBeGreaterThan(200)
      await page.keyboard.press('Escape')
    }
  })
}

test('on a phone the rows of a table are cards that name their columns, and stay a table for screen readers', async ({
  page,
  as,
  course,
}) => {
  const lesson = course.lessons.find(({ bodies }) => /^\|(?:[^|\n]+\|){3}$/m.test(bodies.ar))
  if (!lesson) throw new Error('no lesson has a table of three columns')
  await page.setViewportSize({ width: 360, height: 740 })
  await as('reader')
  await open(page, 'ar', lesson)
  const table = page.getByRole('table').and(page.locator('.stacked')).first()
  const heading = (await table.getByRole('columnheader').nth(1).textContent()) ?? ''
  const cell = table.getByRole('cell').first()

  expect(await cell.evaluate((box) => getComputedStyle(box, '::before').content)).toContain(heading)
  const first = await table.getByRole('rowheader').first().boundingBox()
  expect((await cell.boundingBox())?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0) - 1)
  await page.setViewportSize({ width: 800, height: 740 })
  expect(await cell.evaluate((box) => getComputedStyle(box, '::before').content)).toBe('none')
})

test('a practice question sent without an answer shows the error in view', async ({ page, as, course }) => {
  // The reader of the cast has answered the questions of the first two lessons.
  const lesson = course.lessons[2]
  const question = lesson?.practice[0]
  if (!lesson || !question) throw new Error('the third lesson has no practice')
  await page.setViewportSize({ width: 360, height: 640 })
  await as('reader')
  await open(page, 'ar', lesson)

  const card = practiceCard(page, question, 'ar')
  await card.getByRole('button', { name: t('ar', 'practice.check') }).click()
  await expect(card.locator('.error .error')).toBeInViewport()
  await expect(card.locator('fieldset').locator('input, select').first()).toBeFocused()
})

test('a change of language and Back keep the place', async ({ page, as, course }) => {
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
