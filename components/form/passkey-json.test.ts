import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readNewPasskey, readPasskeyAnswer } from '@/domain/auth/passkey'
import { makePasskey, provePasskey } from './passkey-json'

class Credential {
  readonly id = '-_8B'
  readonly type = 'public-key'
  readonly rawId = bytes(0xfb, 0xff, 0x01)
  constructor(readonly response: unknown) {}
}
class Assertion {
  readonly clientDataJSON = bytes(1)
  readonly authenticatorData = bytes(1, 2)
  readonly signature = bytes(0xff, 0xfe, 0xfd)
  constructor(readonly userHandle: ArrayBuffer | null = null) {}
}
class Attestation {
  readonly clientDataJSON = bytes(1)
  readonly attestationObject = bytes(0xff, 0xef, 0xbe)
  readonly getTransports = () => ['internal', 'hybrid']
}

function bytes(...values: number[]): ArrayBuffer {
  return new Uint8Array(values).buffer
}

const [get, create] = [vi.fn(), vi.fn()]
beforeEach(() => {
  vi.stubGlobal('navigator', { credentials: { get, create } })
  vi.stubGlobal('PublicKeyCredential', Credential)
  vi.stubGlobal('AuthenticatorAssertionResponse', Assertion)
  vi.stubGlobal('AuthenticatorAttestationResponse', Attestation)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

describe('what the server asks of a passkey', () => {
  const asked = { challenge: '-_8', rpId: 'localhost', allowCredentials: [{ id: 'AQ', type: 'public-key' as const }] }

  it('reaches the browser as bytes, and the answer comes back in the server’s format', async () => {
    get.mockResolvedValue(new Credential(new Assertion(bytes(7))))

    const answer = await provePasskey(asked)

    expect(get).toHaveBeenCalledWith({
      publicKey: {
        rpId: 'localhost',
        challenge: new Uint8Array([0xfb, 0xff]),
        allowCredentials: [{ id: new Uint8Array([1]), type: 'public-key' }],
      },
    })
    expect(readPasskeyAnswer(answer ?? '')).toEqual({
      id: '-_8B',
      rawId: '-_8B',
      type: 'public-key',
      response: { clientDataJSON: 'AQ', authenticatorData: 'AQI', signature: '__79', userHandle: 'Bw' },
    })
  })

  it('gets no answer if the browser returns no credential, or one of another kind', async () => {
    for (const made of [null, {}, new Credential(new Attestation())]) {
      get.mockResolvedValue(made)
      expect(await provePasskey(asked)).toBeNull()
    }
  })

  it('fails with the error of the browser', async () => {
    get.mockRejectedValue(new DOMException('', 'NotAllowedError'))

    await expect(provePasskey(asked)).rejects.toMatchObject({ name: 'NotAllowedError' })
  })
})

it('asks the browser for a new passkey, and sends its answer in the server’s format', async () => {
  create.mockResolvedValue(new Credential(new Attestation()))

  const answer = await makePasskey({
    challenge: 'AQ',
    rp: { name: 'Site', id: 'localhost' },
    user: { id: 'Bw', name: 'judge@example.ma', displayName: 'Fatima' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  })

  expect(create.mock.calls[0]?.[0].publicKey).toMatchObject({
    challenge: new Uint8Array([1]),
    user: { id: new Uint8Array([7]), name: 'judge@example.ma' },
    excludeCredentials: [],
  })
  expect(readNewPasskey(answer ?? '')?.response).toEqual({
    clientDataJSON: 'AQ',
    attestationObject: '_---',
    transports: ['internal', 'hybrid'],
  })
})
