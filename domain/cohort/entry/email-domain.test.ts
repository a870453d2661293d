import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDomain } from './email-domain'

describe('a domain', () => {
  it.each([
    ['justice.example', 'justice.example'],
    [' Justice.Example ', 'justice.example'],
    ['justice.gov.ma', 'justice.gov.ma'],
    ['ism.ac.ma', 'ism.ac.ma'],
    ['cour.example.', 'cour.example'],
    ['tribunal-fès.example', 'xn--tribunal-fs-79a.example'],
    ['محكمة.المغرب', 'xn--ogbh0egc.xn--mgbc0a9azcg'],
    ['xn--ogbh0egc.example', 'xn--ogbh0egc.example'],
    ['mail.justice.example', 'mail.justice.example'],
  ])('%s is read as %s', (typed, domain) => {
    expect(readDomain(typed)).toEqual({ status: 'read', domain })
  })

  it.each([
    ['a@justice.example', 'address'],
    ['@justice.example', 'address'],
    ['', 'malformed'],
    ['justice', 'suffix'],
    ['ma', 'suffix'],
    ['المغرب', 'suffix'],
    ['gov.ma', 'suffix'],
    ['co.ma', 'suffix'],
    ['gouv.fr', 'suffix'],
    ['justice..example', 'malformed'],
    ['-justice.example', 'malformed'],
    ['justice.example/path', 'malformed'],
    ['justice.example:443', 'malformed'],
    ['user:pass', 'malformed'],
    ['justice example', 'malformed'],
    ['*.example', 'malformed'],
    ['192.168.1.1', 'malformed'],
    ['1.2', 'malformed'],
    ['[::1]', 'malformed'],
    [`${'a'.repeat(64)}.example`, 'malformed'],
    [`${'a.'.repeat(130)}example`, 'malformed'],
    ['gmail.com', 'free'],
    ['GMAIL.com', 'free'],
    ['yahoo.fr', 'free'],
    ['yahoo.co.uk', 'free'],
    ['hotmail.com', 'free'],
    ['outlook.fr', 'free'],
    ['menara.ma', 'free'],
    ['proton.me', 'free'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(readDomain(typed)).toEqual({ status: 'wrong', problem })
  })

  it('is read again as it was read, and never holds anything but ASCII', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.domain()), (typed) => {
        const reading = readDomain(typed)
        if (reading.status === 'wrong') return
        expect(reading.domain).toMatch(/^[a-z0-9.-]+\.[a-z0-9-]+$/)
        expect(readDomain(reading.domain)).toEqual(reading)
      }),
    )
  })
})
