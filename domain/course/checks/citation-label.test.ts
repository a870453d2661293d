import { expect, it } from 'vitest'
import { courseSource, libraryWith } from '@/tests/support/course-factories'
import { citationLabel } from './citation-label'

it.each([
  ['l’article 448-1, alinéa 2, du code pénal', 'cp-448-1#2', true],
  ['l’alinéa premier', 'cp-448-1#1', true],
  ['le même article', 'cp-448-1#2', true],
  ['article 448-4, 2°', 'cp-448-4#1.2', true],
  ['الفقرة الثانية من الفصل 448-1', 'cp-448-1#2', true],
  ['البند 2 من الفصل 448-4', 'cp-448-4#1.2', true],
  ['article 448-1, paragraph 2', 'cp-448-1#2', true],
  ['article 448-2', 'cp-448-1#2', false],
  ['article 448-1, alinéa 2', 'cp-448-1#1', false],
  ['l’alinéa premier', 'cp-448-1#2', false],
  ['الفقرة الأولى من الفصل 448-1', 'cp-448-1#2', false],
  ['article 448-4, 1°', 'cp-448-4#1.2', false],
  ['article 448-4, item 1', 'cp-448-4#1.2', false],
])('“%s” for %s', (label, id, right) => {
  const use = { path: 'fr.md', line: 8, id, locale: 'fr' as const, label, inCase: false }

  expect(citationLabel(courseSource({ citations: [use] }), libraryWith())).toHaveLength(right ? 0 : 1)
})
