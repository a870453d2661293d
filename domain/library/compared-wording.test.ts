import { expect, it } from 'vitest'
import { card, textVersion } from '@/tests/support/course-factories'
import { paragraphsIn } from './compared-wording'

const items = textVersion({
  text: { ar: { '1': 'مقدمة', '1.1': 'بند', '2': 'خاتمة' } },
  alignment: [
    { ar: ['1', '1.1'], fr: [] },
    { ar: ['2'], fr: [] },
  ],
})

it('reads items at their place, between their paragraph and the next', () => {
  expect(paragraphsIn(items, 'ar')).toEqual(['مقدمة', 'بند', 'خاتمة'])
})

it('reads nothing if there is no wording in the language', () => {
  expect(paragraphsIn(items, 'fr')).toEqual([])
  expect(paragraphsIn(items, 'en')).toEqual([])
})

it('reads the summary of a card', () => {
  const [version] = card('cp-16', '16').versions
  if (!version) throw new Error('the factory’s card has no version')

  expect(paragraphsIn(version, 'en')).toEqual(['text summary'])
})
