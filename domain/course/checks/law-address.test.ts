import { expect, it } from 'vitest'
import { card, libraryWith, localized, provision, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import type { Provision } from '../../library/provision'
import { lawAddress } from './law-address'

const check = (value: Provision) =>
  lawAddress(librarySource({ provisions: [{ ...yamlSource('law/cp.yaml', value), id: value.id }] }), libraryWith())

it.each<[string, Provision]>([
  ['a quoted text', provision()],
  ['a card with an address', card('cp-16', '16', { url: 'https://adala.justice.gov.ma' })],
  ['a card with the institution that has its text', card('cp-16', '16', { askAt: localized('ministry') })],
])('%s can be read or asked for', (_, value) => {
  expect(check(value)).toEqual([])
})

it('refuses a card that says neither where its text can be read nor who has it', () => {
  expect(check(card('cp-16', '16')).map(({ message }) => message)).toEqual([
    expect.stringContaining('neither the wording nor where to read it'),
  ])
})
