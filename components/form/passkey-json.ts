// Bytes travel as base64url. Browsers have had functions of their own for that since 2025 only.

type Listed = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] }
/** The options for signing with a passkey, as the server sends them. */
export type AskedProof = Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & {
  challenge: string
  allowCredentials?: Listed[]
}
/** The options for creating a passkey, as the server sends them. */
export type AskedPasskey = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'excludeCredentials' | 'user'> & {
  challenge: string
  excludeCredentials?: Listed[]
  user: { id: string; name: string; displayName: string }
}

/** @returns the answer as JSON; null if the browser gave none. */
export async function provePasskey(asked: AskedProof): Promise<string | null> {
  const { challenge, allowCredentials = [], ...rest } = asked
  const publicKey = { ...rest, challenge: bytesOf(challenge), allowCredentials: allowCredentials.map(withBytes) }
  const made = await navigator.credentials.get({ publicKey })
  if (!(made instanceof PublicKeyCredential)) return null
  const { response } = made
  if (!(response instanceof AuthenticatorAssertionResponse)) return null
  return jsonOf(made, {
    clientDataJSON: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle ? textOf(response.userHandle) : null,
  })
}

/** @returns the answer as JSON; null if the browser gave none. */
export async function makePasskey(asked: AskedPasskey): Promise<string | null> {
  const { challenge, excludeCredentials = [], user, ...rest } = asked
  const publicKey = {
    ...rest,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map(withBytes),
  }
  const made = await navigator.credentials.create({ publicKey })
  if (!(made instanceof PublicKeyCredential)) return null
  const { response } = made
  if (!(response instanceof AuthenticatorAttestationResponse)) return null
  return jsonOf(made, {
    clientDataJSON: textOf(response.clientDataJSON),
    attestationObject: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  })
}

function jsonOf({ id, rawId, type }: PublicKeyCredential, response: object): string {
  return JSON.stringify({ id, rawId: textOf(rawId), type, response })
}

function withBytes({ id, ...rest }: Listed): PublicKeyCredentialDescriptor {
  return { ...rest, id: bytesOf(id) }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
