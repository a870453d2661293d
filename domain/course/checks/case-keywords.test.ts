import { expect, it } from 'vitest'
import { caseSource, courseSource, libraryWith, told, yamlSource } from '@/tests/support/course-factories'
import { gridFile } from '@/tests/support/grid-files'
import { caseKeywords } from './case-keywords'

it('finds a keyword that the compendium has not, and one that is named twice', () => {
  const keyword = (id: string) => ({ id, family: 'form' as const, label: { ar: id, fr: id, en: id } })
  const library = { ...libraryWith(), keywords: { begging: keyword('begging'), child: keyword('child') } }
  const file = yamlSource('case.yaml', gridFile({ keywords: ['begging', 'child', 'begging', 'ghost'] }))

  expect(told(caseKeywords(courseSource({ cases: [caseSource({ file })] }), library))).toEqual([
    'case.yaml:1 “begging” stands twice: keep one',
    'case.yaml:1 “ghost” is not in library/keywords.yaml: correct the id or add it there',
  ])
})
