import 'server-only'
import { generate, type Multikey } from '@digitalcredentials/ed25519-multikey'
import { env } from '../env'
import { signingSeed } from '../keys'

/** The signer of credentials. */
export type Issuer = { did: string; key: Multikey }

let known: Promise<Issuer> | undefined

/**
 * On https with a domain of its own, the site is identified by its address, which serves the key. Otherwise the key
 * identifies itself, so that a credential can be verified offline.
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
