import 'server-only'
import { generate, type Multikey } from '@digitalcredentials/ed25519-multikey'
import { env } from '../env'
import { signingSeed } from '../keys'

/** Who signs. */
export type Issuer = { did: string; key: Multikey }

let known: Promise<Issuer> | undefined

/**
 * A site of its own on https is named by its address, which serves its key; elsewhere the key is its own name, so that a
 * credential can be checked without asking anyone.
 */
export function issuer(): Promise<Issuer> {
  known ??= makeIssuer(env().publicUrl)
  known.catch(() => {
    known = undefined
  })
  return known
}

async function makeIssuer(publicUrl: string): Promise<Issuer> {
  const seed = await signingSeed()
  const { publicKeyMultibase } = await generate({ seed })
  const did = didWeb(publicUrl) ?? `did:key:${publicKeyMultibase}`
  return { did, key: await generate({ seed, controller: did, id: `${did}#${publicKeyMultibase}` }) }
}

/** @see https://w3c-ccg.github.io/did-method-web/ a port is written with %3A. */
export function didWeb(publicUrl: string): string | null {
  const { protocol, hostname, host } = new URL(publicUrl)
  const real = hostname.includes('.') && !/^[\d.]+$|^\[|\.localhost$/.test(hostname)
  return protocol === 'https:' && real ? `did:web:${host.replace(':', '%3A')}` : null
}
