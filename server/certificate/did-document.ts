import 'server-only'
import { AppError } from '@/domain/errors'
import { issuer } from './issuer'

/**
 * The DID document with the key that verifies the credentials of this site. @throws {AppError} not-found if the issuer
 * is a did:key instead of a did:web
 */
export async function didDocument(): Promise<object> {
  const { did, key } = await issuer()
  if (!did.startsWith('did:web:')) throw new AppError('not-found', 'did:web')
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id: key.id, type: 'Multikey', controller: did, publicKeyMultibase: key.publicKeyMultibase }],
    assertionMethod: [key.id],
  }
}
