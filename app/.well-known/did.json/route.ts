import { publicJson } from '@/app/api/public-json'
import { didDocument } from '@/server/certificate/did-document'

/** The site's public key, when the site is its own name (did:web). It must not be made while building. */
export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return publicJson('application/did+ld+json', didDocument)
}
