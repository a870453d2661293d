import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { sessionKey } from '../keys'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts for the database with a key of its own. `seal`: the text is bound to `owner`; in the row of another owner it
 * cannot be opened. `unseal` returns null if it was sealed for another owner or with another key, or was changed since.
 */
export function sealer(key: () => Promise<Uint8Array>) {
  return {
    seal: async (secret: string, owner: string): Promise<string> => encrypt(secret, owner, await key()),
    unseal: async (sealed: string, owner: string): Promise<string | null> => decrypt(sealed, owner, await key()),
  }
}

/** For secrets that may be lost if `SESSION_KEY` is replaced. */
export const { seal, unseal } = sealer(sealingKey)

function encrypt(secret: string, owner: string, key: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

function decrypt(sealed: string, owner: string, key: Uint8Array): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const body = NONCE_BYTES + TAG_BYTES
  if (bytes.length < body) return null
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, body))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

// A separate key, so that no cookie can be used as a sealed secret or the reverse.
async function sealingKey(): Promise<Uint8Array> {
  return new Uint8Array(hkdfSync('sha256', await sessionKey(), '', 'second factor, AES-256-GCM', KEY_BYTES))
}
