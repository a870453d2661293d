import { expect, it } from 'vitest'
import { provision } from '@/tests/support/course-factories'
import { citedProvisions } from './cited-provisions'

it('names each article once, and nothing that is not one of the course', () => {
  const provisions = { 'cp-448-1': provision({ id: 'cp-448-1' }) }

  expect(citedProvisions(['cp-448-1#2', 'cp-448-1#3', 'cp-448-4', 'case-1'], { provisions })).toEqual(['cp-448-1'])
})
