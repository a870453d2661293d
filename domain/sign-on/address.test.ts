import { describe, expect, it } from 'vitest'
import { trustedAddress } from './address'

const DOMAINS = ['ecole.ma', 'xn--cole-9oa.ma']
const of = (email: unknown, verified: unknown = true) => trustedAddress({ email, verified }, DOMAINS)

describe('a trusted address', () => {
  it.each([
    ['amina@ecole.ma', 'amina@ecole.ma'],
    ['Amina.Tazi@Ecole.MA', 'amina.tazi@ecole.ma'],
    ['amina@école.ma', 'amina@xn--cole-9oa.ma'],
    ['amina@xn--cole-9oa.ma', 'amina@xn--cole-9oa.ma'],
  ])('has a domain of the institution: %s', (given, read) => expect(of(given)).toBe(read))

  it.each([
    'amina@autre.ma',
    'amina@sub.ecole.ma',
    'amina@ecole.ma.evil.example',
    'amina@evilecole.ma',
    'amina@evil.example@ecole.ma',
    'amina@ecole.ma/@evil.example',
    'amina@evil.example#ecole.ma',
    'amina@ecole.ma:443',
    'amina@ecole.ma.',
    'a mina@ecole.ma',
    'amína@ecole.ma',
    '@ecole.ma',
    'ecole.ma',
    'amina@',
    '',
    7,
    null,
    undefined,
    ['amina@ecole.ma'],
  ])('has no other domain: %s', (given) => expect(of(given)).toBeNull())

  it.each([false, 'true', 1, null, undefined])('is verified by the value true alone, not by %s', (verified) => {
    expect(trustedAddress({ email: 'amina@ecole.ma', verified }, DOMAINS)).toBeNull()
  })

  it('does not exist for an institution without a domain', () => {
    expect(trustedAddress({ email: 'amina@ecole.ma', verified: true }, [])).toBeNull()
  })
})
