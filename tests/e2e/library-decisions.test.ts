import type { Decision, Keyword } from '@/domain/library/decision'
import { facetOptions, filterDecisions } from '@/domain/library/filter-decisions'
import type { Library } from '@/domain/library/library'
import { expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

const LIST = '/library/cases'

/** The form of exploitation with the most decisions, and those decisions. */
function commonForm({ decisions, keywords }: Library): { form: string; found: Decision[] } {
  const all = Object.values(decisions)
  const [first] = facetOptions('form', all, {}, keywords).toSorted((a, b) => b.count - a.count)
  if (!first) throw new Error('no decision has a form')
  return { form: first.value, found: filterDecisions(all, { form: first.value }, keywords) }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the address keeps the filters through a reload and in another language', async ({ page, library }) => {
      const { form, found } = commonForm(library)
      expect(found.length).toBeLessThan(Object.keys(library.decisions).length)
      const main = page.getByRole('main')
      const shown = async (locale: 'ar' | 'fr', decisions: readonly Decision[]) => {
        await expect(main).toContainText(t(locale, 'library.count.decisions', { count: decisions.length }))
        await expect(main.locator('.case-rows').getByRole('heading')).toHaveText(
          decisions.map(({ title }) => words(title, locale)),
        )
      }
      await page.goto(`/ar${LIST}`)
      const facets = page.getByRole('navigation', { name: t('ar', 'library.cases.filters') })
      const name = words((library.keywords[form] as Keyword).label, 'ar')
      await facets.getByRole('link', { name: new RegExp(`^${name}\\s*${found.length}$`) }).click()
      expect(new URL(page.url()).searchParams.get('form')).toBe(form)
      await shown('ar', found)

      await page.reload()
      await shown('ar', found)
      await page
        .getByRole('navigation', { name: t('ar', 'nav.language') })
        .getByRole('link', { name: 'Français' })
        .click()
      await expect(page).toHaveURL(new RegExp(`/fr${LIST}\\?.*form=${form}`))
      await shown('fr', found)

      await page
        .getByRole('list', { name: t('fr', 'library.cases.active') })
        .getByRole('link')
        .click()
      await expect(page).toHaveURL(`/fr${LIST}`)
      await shown('fr', filterDecisions(Object.values(library.decisions), {}, library.keywords))
    })

    for (const guessed of ['right', 'wrong'] as const) {
      test(`what was held is hidden until she has predicted it (${guessed})`, async ({ page, library }) => {
        const decision = Object.values(library.decisions)[0] as Decision
        const { options, holding, comment } = decision.prediction
        const guess = options.find(({ id }) => (id === holding) === (guessed === 'right'))
        if (!guess) throw new Error('nothing to choose from')
        await page.goto(`/ar${LIST}/${decision.id}`)
        const held = page.getByRole('region', { name: t('ar', 'library.predict.holding') })
        await expect(held).toHaveCount(0)
        await expect(page.getByText(words(comment, 'ar'))).toBeHidden()
        await expect(page.getByText(words(decision.outcome, 'ar'))).toBeHidden()

        await page.getByRole('radio', { name: words(guess.text, 'ar'), exact: true }).check()
        await page.getByRole('button', { name: t('ar', 'library.predict.compare') }).click()
        await expect(held).toContainText(words(comment, 'ar'))
        await expect(held).toContainText(t('ar', `library.predict.${guessed}`))
        await expect(page.getByText(words(decision.outcome, 'ar'))).toBeVisible()
      })
    }
  })
}
