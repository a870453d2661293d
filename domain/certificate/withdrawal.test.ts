import { describe, expect, it } from 'vitest'
import { checkCharacter } from './certificate-number'
import { withdrawalSchema } from './withdrawal'

const BODY = '7F3K9MPQ2WXY'
const NUMBER = BODY + checkCharacter(BODY)
const supersede = { command: 'supersede', number: '7f3k-9mpq-2wxy-n', reason: ' Name misspelt ' }
const messages = (given: object) => withdrawalSchema.safeParse(given).error?.issues.map(({ message }) => message)

it('reads what the operator typed', () => {
  expect(withdrawalSchema.parse({ ...supersede, nameArabic: ' سلمى بناني', nameLatin: undefined })).toEqual({
    command: 'supersede',
    number: NUMBER,
    reason: 'Name misspelt',
    nameArabic: 'سلمى بناني',
  })
})

describe('says what is wrong', () => {
  it.each([
    ['no command', { command: '' }, 'Say what to do: supersede or revoke.'],
    ['no number', { number: '' }, 'Name the certificate by its number of 13 characters: XXXX-XXXX-XXXX-X.'],
    ['a mistyped number', { number: `${BODY}2` }, 'One character of the number is wrong. Check the number.'],
    ['no reason', { reason: undefined }, 'Say why: --reason "…".'],
    ['an empty reason', { reason: ' ' }, 'Say why: --reason "…".'],
    ['a reason with a null byte', { reason: 'x\0' }, 'The reason holds signs that are not allowed.'],
    ['an Arabic name in Latin', { nameArabic: 'Salma' }, '--name-ar is not a name that a certificate can carry.'],
    ['markup in a name', { nameLatin: '<b>Salma</b>' }, '--name-latin is not a name that a certificate can carry.'],
    ['a name to revoke', { command: 'revoke', nameLatin: 'Salma' }, 'A revoked certificate gets no name.'],
  ])('with %s', (_, change, message) => {
    expect(messages({ ...supersede, ...change })).toEqual([message])
  })
})
