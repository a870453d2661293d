import { expect, it } from 'vitest'
import { libraryWith } from '@/tests/support/course-factories'
import { practiceCiting } from './practice-citing'

const citing = practiceCiting(libraryWith(), '2026-01-01', 'fr')

it('leads from the feedback on practice to the paragraph in the library', () => {
  expect(citing('cp-448-1#2')).toEqual({
    href: '/fr/library/law/cp-448-1#p2',
    name: 'article\u00A0448-1, alinéa\u00A02, du code pénal',
    mark: '448-1 al. 2',
  })
})

it('marks an article by its full name if its number exists in many texts', () => {
  expect(citing('cp-16')?.mark).toBe('article\u00A016 du code pénal')
})

it('gives no link for a provision that the law of the course lacks', () => {
  expect(citing('cp-404')).toBeNull()
})
