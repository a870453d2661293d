import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What the page tells the device, with the faults that a test wants. */
type Situation = {
  challenge: string
  origin?: string
  rpId?: string
  /** The number of signatures that the device reports. */
  counter?: number
  type?: string
  /** False if nobody touched the device. */
  present?: boolean
}
type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>

const USER_PRESENT = 0x01
const CREDENTIAL_INCLUDED = 0x40

/**
 * A device that makes one passkey and signs with it (ES256), as WebAuthn says. Its answers are the JSON that the site's
 * script sends.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data
 */
export class PasskeyDevice {
  readonly id = randomBytes(32).toString('base64url')
  readonly #origin: string
  readonly #key: KeyObject
  readonly #cose: Uint8Array

  /** @param origin of the site whose pages it is used on. */
  constructor(origin = 'http://localhost:3000') {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#cose = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
  }

  /** The answer of `navigator.credentials.create`. */
  register(situation: Situation): string {
    const data = Buffer.concat([this.#head(situation, CREDENTIAL_INCLUDED), this.#credential()])
    const attestation = cbor(
      new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ]),
    )
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', situation).toString('base64url'),
      attestationObject: Buffer.from(attestation).toString('base64url'),
      transports: ['internal'],
    })
  }

  /** The answer of `navigator.credentials.get`. */
  prove(situation: Situation): string {
    const data = this.#head(situation, 0)
    const client = this.#clientData('webauthn.get', situation)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#key)
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: null,
    })
  }

  #answer(response: object): string {
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} })
  }

  #head({ rpId = 'localhost', counter = 0, present = true }: Situation, flags: number): Buffer {
    const rest = Buffer.alloc(5)
    rest.writeUInt8(flags | (present ? USER_PRESENT : 0))
    rest.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(Buffer.from(rpId)), rest])
  }

  #clientData(type: string, { challenge, origin = this.#origin, type: said = type }: Situation): Buffer {
    return Buffer.from(JSON.stringify({ type: said, challenge, origin, crossOrigin: false }))
  }

  #credential(): Buffer {
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    return Buffer.concat([Buffer.alloc(16), length, id, this.#cose])
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** The little of CBOR (RFC 8949) that WebAuthn needs. */
function cbor(value: Cbor): Uint8Array {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([cborHead(2, value.length), value])
  const pairs = [...value].flatMap(([key, member]) => [cbor(key), cbor(member)])
  return Buffer.concat([cborHead(5, value.size), ...pairs])
}

function cborHead(major: number, length: number): Buffer {
  const type = major << 5
  if (length < 24) return Buffer.from([type | length])
  if (length < 0x100) return Buffer.from([type | 24, length])
  return Buffer.from([type | 25, length >> 8, length & 0xff])
}
