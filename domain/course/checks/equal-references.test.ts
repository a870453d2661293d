import { expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, prose, told } from '@/tests/support/course-factories'
import { equalReferences } from './equal-references'

const cite = (id: string, path: string) => ({ path, line: 12, id, locale: null, label: null, inCase: false })

it('warns of a provision that one language does not cite', () => {
  const lesson = lessonSource({
    prose: {
      ar: prose({ locale: 'ar', citations: [cite('cp-448-1', 'ar.md'), cite('cp-16', 'ar.md')] }),
      fr: prose({ locale: 'fr', citations: [cite('cp-448-1', 'fr.md')] }),
    },
  })
  const found = equalReferences(courseSource({ lessons: [lesson] }), libraryWith())

  expect(told(found)).toEqual([expect.stringContaining('offence/fr.md:1 “cp-16” is referred to in ar.md:12')])
  expect(found[0]?.severity).toBe('warning')
})

it('ignores how often and in what order a language cites', () => {
  const lesson = lessonSource({
    prose: {
      ar: prose({ locale: 'ar', citations: [cite('cp-16', 'ar.md'), cite('cp-448-1', 'ar.md')] }),
      fr: prose({ citations: [cite('cp-448-1', 'fr.md'), cite('cp-16', 'fr.md'), cite('cp-16', 'fr.md')] }),
    },
  })

  expect(equalReferences(courseSource({ lessons: [lesson] }), libraryWith())).toEqual([])
})
