import { expect, it } from 'vitest'
import { opening } from './opening'

it.each([
  ['fr', 'Oui, si la victime le demande', 'answer'],
  ['fr', 'Qu’il a exploité la situation.', 'clause.'],
  ['fr', 'Prononcer la confiscation', 'verb'],
  ['fr', 'L’accorder sans examen', 'article'],
  ['fr', 'Elle ne suffit pas', 'pronoun'],
  ['en', 'That the offence is proved', 'clause'],
  ['en', 'To order the seizure', 'verb'],
  ['en', 'Confiscate the van', 'other'],
  ['ar', 'لا، فالنص لا يشترطه', 'answer'],
  ['ar', 'أن الغرض ثابت.', 'clause.'],
  ['ar', 'المصادرة واجبة', 'article'],
  ['ar', 'يحكم بالمصادرة', 'verb'],
  ['ar', 'رفض الطلب', 'other'],
] as const)('%s: %s', (locale, option, form) => {
  expect(opening(option, locale)).toBe(form)
})
