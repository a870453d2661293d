import 'server-only'
import { DataIntegrityProof } from '@digitalcredentials/data-integrity'
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite'
import { securityLoader } from '@digitalcredentials/security-document-loader'
import { issue } from '@digitalcredentials/vc'
import { issuer } from './issuer'

// Loads only the JSON-LD contexts that come with the package. An unknown one fails; nothing is fetched.
const documentLoader = securityLoader().build()

/**
 * Gives a name to every term that no other context defines, so that the signature covers it: many verifiers ignore such
 * terms, and would accept a certificate to which somebody has added a field. It says what
 * https://www.w3.org/ns/credentials/undefined-terms/v2 says, but written out, because a verifier that fetches nothing
 * refuses a context that it does not know.
 */
const UNDEFINED_TERMS = { '@vocab': 'https://www.w3.org/ns/credentials/undefined-term#' }

type Unsigned = Record<string, unknown> & { '@context'?: unknown }

/** Signs a credential (eddsa-rdfc-2022) as the issuer of this site. */
export async function signCredential(unsigned: Unsigned, now: Date): Promise<object> {
  const { key } = await issuer()
  const credential = { ...unsigned, '@context': [unsigned['@context'] ?? [], UNDEFINED_TERMS].flat() }
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: now })
  return issue({ credential, suite, documentLoader })
}
