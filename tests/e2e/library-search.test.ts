import type { Page } from '@playwright/test'
import { entryPath } from '@/domain/library/entry-path'
import { expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

const TERM = 'trafficking-in-human-beings'
const ARTICLE = 'cpp-82-5-1'
const NO_WORD = 'esclavagiisteme'
const NO_ARTICLE = '448-99'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a term of the glossary is found by its word in another language', async ({ page, library }) => {
      const term = library.terms[TERM]
      if (!term) throw new Error(`no term ${TERM}`)
      await page.goto('/ar/library/glossary')
      const rows = page.getByRole('table').getByRole('row')
      await expect(rows).toHaveCount(Object.keys(library.terms).length + 1)
      await page.getByLabel(t('ar', 'library.glossary.label')).fill(term.fr)
      await page.getByRole('button', { name: t('ar', 'library.search.button') }).click()
      await expect(page.getByRole('rowheader', { name: term.ar, exact: true })).toBeVisible()
      expect(await rows.count()).toBeLessThan(10)

      await page
        .getByRole('navigation', { name: t('ar', 'nav.language') })
        .getByRole('link', { name: 'English' })
        .click()
      await expect(page.getByLabel(t('en', 'library.glossary.label'))).toHaveValue(term.fr)
      await expect(page.getByRole('rowheader', { name: term.en, exact: true })).toBeVisible()
    })

    test('an Arabic question on the French site finds the brief, the term and the Arabic law', async ({
      page,
      library,
    }) => {
      const asked = library.terms[TERM]?.ar ?? ''
      await page.goto('/fr/library')
      await page.getByLabel(t('fr', 'library.search.label')).fill(asked)
      await page.getByRole('button', { name: t('fr', 'library.search.button') }).click()
      await expect(page).toHaveURL(`/fr/library/search?${new URLSearchParams({ q: asked })}`)
      const results = page.getByRole('region', { name: t('fr', 'library.find.results') }).getByRole('listitem')
      const found = results.filter({ has: page.getByRole('heading', { level: 3 }) }).getByRole('link')
      await expect(found.nth(0)).toHaveAttribute('href', `/fr${entryPath.brief('trafficking')}`)
      await expect(found.nth(1)).toHaveAttribute('href', `/fr${entryPath.term(TERM)}`)

      const kinds = page.getByRole('navigation', { name: t('fr', 'library.find.kinds') })
      await kinds.getByRole('link', { name: t('fr', 'library.find.kind.law') }).click()
      expect(new URL(page.url()).searchParams.get('kind')).toBe('law')
      const wording = page.getByRole('main').locator('p[lang=ar]').first()
      await expect(wording).toHaveAttribute('dir', 'rtl')
      await expect(wording.locator('mark').first()).toBeVisible()
    })

    test('a number leads to its article', async ({ page, library }) => {
      await page.goto(`/en/library/search?q=${library.provisions[ARTICLE]?.number}`)
      await page
        .getByRole('region', { name: t('en', 'library.find.results') })
        .getByRole('heading', { level: 3 })
        .first()
        .getByRole('link')
        .click()

      await expect(page).toHaveURL(new RegExp(`/en/library/law/${ARTICLE}(#|$)`))
    })

    test('a search without results offers similar words and articles as links', async ({ page }) => {
      const section = (title: 'tryTerms' | 'tryArticles') =>
        page.getByRole('heading', { name: t('fr', `library.find.${title}`) }).locator('xpath=..')
      await page.goto(`/fr/library/search?q=${NO_WORD}`)
      await expect(page.getByRole('status')).toHaveText(t('fr', 'library.find.count', { count: 0 }))
      await expect(page.getByRole('main')).toContainText(t('fr', 'library.find.empty', { query: NO_WORD }))
      await section('tryTerms').getByRole('link').first().click()
      await expect(page.getByRole('heading', { level: 3 })).not.toHaveCount(0)
      await expect(page.getByRole('status')).not.toHaveText(t('fr', 'library.find.count', { count: 0 }))

      await page.goto(`/fr/library/search?q=${NO_ARTICLE}`)
      await section('tryArticles').getByRole('link').first().click()
      await expect(page).toHaveURL(/\/fr\/library\/law\/cp-448-/)
    })
  })
}

test.describe('suggestions while typing', () => {
  const typeInto = async (page: Page, path: string, text: string) => {
    await page.goto(path)
    const field = page.getByRole('combobox', { name: t('fr', 'library.search.label') })
    await field.pressSequentially(text)
    const list = page.getByRole('listbox', { name: t('fr', 'library.find.suggestions') })
    await expect(list.getByRole('option').first()).toBeVisible()
    return { field, list }
  }

  test('lead to a page by the keyboard alone', async ({ page }) => {
    const { field, list } = await typeInto(page, '/fr/library', '448-4')
    await expect(field).toHaveAttribute('aria-expanded', 'true')
    await field.press('ArrowDown')
    const chosen = list.getByRole('option', { selected: true })
    await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '')
    await expect(page).toHaveNoAxeViolations()
    await field.press('Enter')

    await expect(page).toHaveURL(/\/fr\/library\/law\/cp-448-4/)
  })

  test('close on Escape, and Enter then searches what was typed', async ({ page }) => {
    const { field, list } = await typeInto(page, '/fr/library/search', 'victime')
    await field.press('Escape')
    await expect(list).toBeHidden()
    await expect(field).toHaveValue('victime')
    await field.press('Enter')

    await expect(page).toHaveURL(/\/fr\/library\/search\?q=victime/)
  })
})

test('a search begins with the provision that answers a question, and quotes its consequence', async ({
  page,
  library,
}) => {
  const [version] = library.provisions['cp-448-4']?.versions ?? []
  if (!version || !('text' in version)) throw new Error('no text of 448-4')
  await page.goto(`/ar/library/search?${new URLSearchParams({ q: 'عقوبة الاتجار بطفل' })}`)
  const answer = page.getByRole('article')
  const consequence = (await answer.locator('.consequence').textContent()) ?? ''

  await expect(answer.getByRole('link')).toHaveAttribute('href', /\/ar\/library\/law\/cp-448-4/)
  expect(consequence).not.toBe('')
  expect(words({ ar: version.text.ar['1'] ?? '', fr: '', en: '' }, 'ar')).toContain(consequence)
  await expect(answer.locator('mark').filter({ hasText: 'قاصر' })).toBeVisible()
})
