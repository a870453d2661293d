import { publicJson } from '@/app/http/json'
import { didDocument } from '@/server/certificate/did-document'

/**
 * The site's DID document (did:web) with its public key. It depends on the keys of the running site, so it must not be
 * rendered at build time.
 */
export const dynamic = 'force-dynamic'

export const GET = publicJson('application/did+ld+json', didDocument)
