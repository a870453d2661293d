import { expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import { findSecondForm } from './second-forms'

const form = { after: 'q1', question: singleChoice({ id: 'q1-s' }) }

it('finds a second form by its id', () => {
  expect(findSecondForm({ second: [form] }, 'q1-s')).toBe(form)
  expect(findSecondForm({ second: [form] }, 'q1')).toBeNull()
})

it('finds none in an old release without second forms', () => {
  expect(findSecondForm({}, 'q1-s')).toBeNull()
})
