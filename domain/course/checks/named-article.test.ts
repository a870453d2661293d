import { expect, it } from 'vitest'
import { libraryWith, run } from '@/tests/support/course-factories'
import { namedArticle } from './named-article'

it.each([
  ['an article of the library', run('fr', 'l’article 448-1 du code pénal'), 0],
  ['an article that it lacks', run('fr', 'l’article 410 du code pénal'), 1],
  ['two of a list', run('en', 'articles 448-1, 410 and 411'), 2],
  ['an article in Arabic', run('ar', 'الفصل 410 من مجموعة القانون الجنائي'), 1],
  ['a statute that names another', run('ar', 'المادة 410', { role: 'statute' }), 0],
  ['an article of a foreign law', run('fr', '225-4-1', { role: 'reference' }), 0],
  ['a number that is no article', run('fr', 'une amende de 410 dirhams'), 0],
])('%s', (_, text, count) => {
  expect(namedArticle([text], libraryWith())).toHaveLength(count)
})
