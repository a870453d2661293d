import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { isCounterValid, LONGEST_PASSKEY_NAME, passkeyNameSchema, readNewPasskey, readPasskeyAnswer } from './passkey'
import { problemOf, readProof } from './second-factor-code'

const PROOF = {
  id: 'a-B_9',
  rawId: 'a-B_9',
  type: 'public-key',
  response: { clientDataJSON: 'eyJ9', authenticatorData: 'SZYN', signature: 'MEUC' },
}
const NEW = { ...PROOF, response: { clientDataJSON: 'eyJ9', attestationObject: 'o2Nm', transports: ['usb', 'hybrid'] } }
const proof = (response: object, more: object = {}) => JSON.stringify({ ...PROOF, ...more, response })

describe('the answer of a passkey', () => {
  it('is read from its JSON, without what is not needed', () => {
    const sent = proof({ ...PROOF.response, userHandle: null, more: 1 }, { clientExtensionResults: { x: 1 } })

    expect(readPasskeyAnswer(sent)).toEqual(PROOF)
    expect(readPasskeyAnswer(proof({ ...PROOF.response, userHandle: 'AAAA' }))?.response.userHandle).toBe('AAAA')
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['other JSON', '[]'],
    ['null', 'null'],
    ['no signature', proof({ ...PROOF.response, signature: undefined })],
    ['an empty signature', proof({ ...PROOF.response, signature: '' })],
    ['what is not base64url', proof({ ...PROOF.response, signature: 'ab+/' })],
    ['a number', proof({ ...PROOF.response, signature: 7 })],
    ['another type', proof(PROOF.response, { type: 'password' })],
    ['an id that is too long', proof(PROOF.response, { id: 'a'.repeat(1365) })],
    ['a registration', JSON.stringify(NEW)],
    ['more than any device sends', proof({ ...PROOF.response, signature: 'A'.repeat(9000) })],
  ])('is not read from %s', (_, sent) => expect(readPasskeyAnswer(sent)).toBeNull())
})

describe('a new passkey', () => {
  it('is read from its JSON', () => expect(readNewPasskey(JSON.stringify(NEW))).toEqual(NEW))

  it.each([
    ['none', undefined],
    ['too many', Array(9).fill('usb')],
    ['no words', ['<script>']],
    ['no list', 'usb'],
  ])('forgets its transports if they are %s', (_, transports) => {
    const sent = JSON.stringify({ ...NEW, response: { ...NEW.response, transports } })

    expect(readNewPasskey(sent)?.response.transports).toEqual([])
  })

  it('is not a proof', () => expect(readNewPasskey(JSON.stringify(PROOF))).toBeNull())
})

describe('the proof of a form', () => {
  it('is the passkey if one was used, otherwise the code', () => {
    const passkey = JSON.stringify(PROOF)

    expect(readProof({ code: '12', passkey })).toMatchObject({ code: { kind: 'passkey', answer: { id: 'a-B_9' } } })
    expect(readProof({ code: '042 137', passkey: '' })).toMatchObject({ code: { kind: 'app', digits: '042137' } })
    expect(readProof({ code: '', passkey: '' })).toEqual({ status: 'empty' })
    expect(readProof({ code: '042137', passkey: 'x' })).toEqual({ status: 'passkey-malformed' })
  })

  it('says of a passkey and of a code what is wrong with it', () => {
    expect(problemOf('wrong', { kind: 'recovery' })).toBe('wrong')
    expect(problemOf('wrong', { kind: 'passkey' })).toBe('passkey-wrong')
    expect(problemOf('expired', { kind: 'passkey' })).toBe('passkey-expired')
  })
})

describe('the count of signatures', () => {
  it.each([
    [0, 0, true],
    [0, 1, true],
    [5, 6, true],
    [5, 5, false],
    [5, 4, false],
    [5, 0, false],
  ])('from %i to %i: %s', (stored, next, fits) => expect(isCounterValid(stored, next)).toBe(fits))
})

describe('the name of a passkey', () => {
  const problem = (name: string) => {
    const { error } = passkeyNameSchema.safeParse({ name })
    return error ? fieldProblems(error).name : null
  }

  it('is one tidy line of at most 60 characters', () => {
    expect(passkeyNameSchema.parse({ name: '  هاتف   العمل ' })).toEqual({ name: 'هاتف العمل' })
    expect(problem('é'.repeat(LONGEST_PASSKEY_NAME))).toBeNull()
    expect(problem('é'.repeat(LONGEST_PASSKEY_NAME + 1))).toBe('too-long')
    expect(problem(' \u200F ')).toBe('required')
    expect(problem('a\u0000b')).toBe('characters')
  })
})
