import 'server-only'
import { seal, unseal } from '../auth/seal'

const ownerOf = (institutionId: string) => `sign-on ${institutionId}`

/** Encrypts the client's secret of an institution's provider. */
export function sealSecret(secret: string, institutionId: string): Promise<string> {
  return seal(secret, ownerOf(institutionId))
}

/** @returns null if it was sealed for another institution or with another session key */
export function openSecret(sealed: string, institutionId: string): Promise<string | null> {
  return unseal(sealed, ownerOf(institutionId))
}
