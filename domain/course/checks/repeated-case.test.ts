import { expect, it } from 'vitest'
import { caseSource, courseSource, libraryWith, told } from '@/tests/support/course-factories'
import { repeatedCase } from './repeated-case'

it('finds an id that two courses use', () => {
  const first = courseSource({ cases: [caseSource({ id: 'lanes' }), caseSource({ id: 'other' })] })
  const second = courseSource({ cases: [caseSource({ id: 'lanes', path: 'courses/referral/cases/lanes' })] })

  expect(told(repeatedCase([first, second], libraryWith()))).toEqual([
    'courses/referral/cases/lanes/case.yaml:1 the id “lanes” is taken (courses/fundamentals/cases/lanes): choose another',
  ])
})
