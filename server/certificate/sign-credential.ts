import 'server-only'
import { DataIntegrityProof } from '@digitalcredentials/data-integrity'
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite'
import { securityLoader } from '@digitalcredentials/security-document-loader'
import { issue } from '@digitalcredentials/vc'
import { issuer } from './issuer'

// Loads only the JSON-LD contexts that come with the package. An unknown one fails; nothing is fetched.
const documentLoader = securityLoader().build()

/** Signs a credential (eddsa-rdfc-2022) as the issuer of this site. */
export async function signCredential(credential: Record<string, unknown>, now: Date): Promise<object> {
  const { key } = await issuer()
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: now })
  return issue({ credential, suite, documentLoader })
}
