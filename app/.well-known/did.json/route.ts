import { publicJson } from '@/app/http/json'
import { didDocument } from '@/server/certificate/did-document'

/** The site's public key, when the site is its own name (did:web). It must not be made while building. */
export const dynamic = 'force-dynamic'

export const GET = publicJson('application/did+ld+json', didDocument)
