import { expect, it } from 'vitest'
import { card, libraryWith, provision, textVersion, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import type { Provision, TextVersion } from '../../library/provision'
import { lawCopy } from './law-copy'

const REPAIRS = [{ printed: 'فقرت', given: 'فقرة' }]
const copied = (copy: Partial<TextVersion>) => provision({ versions: [textVersion(copy)] })
const check = (value: Provision) =>
  lawCopy(librarySource({ provisions: [{ ...yamlSource('law/cp.yaml', value), id: value.id }] }), libraryWith())

it.each<[string, Provision]>([
  ['a copy as printed', copied({ confidence: 'high' })],
  ['a copy with corrected letters', copied({ confidence: 'medium', repairs: REPAIRS })],
  ['a copy that is hardly legible', copied({ confidence: 'low' })],
  [
    'a letter corrected in the preamble',
    copied({
      confidence: 'medium',
      repairs: [{ printed: 'تتم', given: 'تتمم' }],
      preamble: { ar: 'تتمم على النحو التالي' },
    }),
  ],
  ['a break that is not certain', copied({ uncertainBreaks: ['1'] })],
  ['a text compared on the day of the copy', copied({ readAt: '2024-08-22', collated: '2024-08-22' })],
  ['a compared text whose copy has no date', copied({ readAt: null, collated: '2024-08-22' })],
  ['a card, which has no wording', card('cp-16', '16')],
])('%s', (_, value) => {
  expect(check(value)).toEqual([])
})

it.each<[string, Partial<TextVersion>, string]>([
  ['corrected letters, called certain', { confidence: 'high', repairs: REPAIRS }, 'write “confidence: medium”'],
  ['a doubt without its reason', { confidence: 'medium' }, 'say under “repairs”'],
  [
    'a correction that was not made',
    { confidence: 'medium', repairs: [{ printed: 'فقرة', given: 'مادة' }] },
    '“مادة” does not stand',
  ],
  ['a break after no paragraph', { uncertainBreaks: ['9'] }, '“9” is no paragraph'],
  ['a text compared before its copy', { readAt: '2024-08-22', collated: '2024-08-21' }, 'before the copy was made'],
])('%s is refused', (_, copy, message) => {
  expect(check(copied(copy)).map((found) => found.message)).toEqual([expect.stringContaining(message)])
})
