import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyQuoting, type Quoting } from '@/tests/support/quotings'
import { type InlinePart, parseInline } from './inline'

it('reads a citation, a reference and what is stressed', () => {
  const source = 'Selon :cite[l’article 448-1]{id="cp-448-1#2"}, qui n’est **pas** dans :ref[27-14].'

  expect(parseInline(source)).toEqual([
    { kind: 'text', text: 'Selon ' },
    { kind: 'cite', text: 'l’article 448-1', cite: 'cp-448-1#2' },
    { kind: 'text', text: ', qui n’est ' },
    { kind: 'strong', text: 'pas' },
    { kind: 'text', text: ' dans ' },
    { kind: 'ref', text: '27-14' },
    { kind: 'text', text: '.' },
  ])
})

it('reads Arabic as well', () => {
  expect(parseInline('ينص :cite[الفصل 448-1]{id="cp-448-1"}، على')).toEqual([
    { kind: 'text', text: 'ينص ' },
    { kind: 'cite', text: 'الفصل 448-1', cite: 'cp-448-1' },
    { kind: 'text', text: '، على' },
  ])
})

it('gives no part for an empty text', () => {
  expect(parseInline('')).toEqual([])
})

it.each([
  'Audience à 10:30, puis à 11:00',
  'Une citation :cite[sans identifiant]',
  'Une référence :ref[] vide',
  'Deux étoiles ** seules',
  'Un :terme[inconnu]{id="x"}',
])('leaves as typed what it does not understand: %s', (text) => {
  expect(parseInline(text)).toEqual([{ kind: 'text', text }])
})

const words = fc.stringMatching(/^[a-zé’ ،ا-ي0-9.-]{1,12}$/)
// As in all Markdown, asterisks emphasise only text that begins and ends with a letter or a digit.
const stressed = fc.stringMatching(/^[a-zا-ي0-9][a-zé’ ا-ي0-9]{0,8}[a-zا-ي0-9]$/)
const anyId = fc.stringMatching(/^[a-z]{1,5}(-\d{1,3}){1,3}(#[1-9](\.[1-9])?)?$/)
const anyPart: fc.Arbitrary<InlinePart> = fc.oneof(
  stressed.map((text) => ({ kind: 'strong' as const, text })),
  words.map((text) => ({ kind: 'ref' as const, text })),
  fc.tuple(words, anyId).map(([text, cite]) => ({ kind: 'cite' as const, text, cite })),
)

function write(part: InlinePart, quoting: Quoting): string {
  if (part.kind === 'cite') return `:cite[${part.text}]{${quoting('id', part.cite)}}`
  if (part.kind === 'ref') return `:ref[${part.text}]`
  return part.kind === 'strong' ? `**${part.text}**` : part.text
}

it('reads every text that is written in its markup, with any quotation marks around its ids', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, anyPart), { maxLength: 5 }), anyQuoting, (pairs, quoting) => {
      const parts = pairs.flatMap(([text, part]): InlinePart[] => [{ kind: 'text', text }, part])
      expect(parseInline(parts.map((part) => write(part, quoting)).join(''))).toEqual(parts)
    }),
  )
})

it('leaves stars around a reference as typed, and takes those inside it', () => {
  expect(parseInline('**:cite[article 16]{id=cp-16}** :cite[**article** 17]{id=cp-17}')).toEqual([
    { kind: 'text', text: '**' },
    { kind: 'cite', text: 'article 16', cite: 'cp-16' },
    { kind: 'text', text: '** ' },
    { kind: 'cite', text: 'article 17', cite: 'cp-17' },
  ])
})
