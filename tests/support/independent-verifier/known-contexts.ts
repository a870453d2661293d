import { isDeepStrictEqual } from 'node:util'

const CREDENTIAL_AND_BADGE = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]
const KNOWN = [
  CREDENTIAL_AND_BADGE,
  [...CREDENTIAL_AND_BADGE, { '@vocab': 'https://www.w3.org/ns/credentials/undefined-term#' }],
]

/**
 * Whether a document is read by contexts that a verifier knows, and by no other: a context of somebody else can give
 * the fields that are signed another name, or hide one. The standard leaves this check to whoever calls a verifier.
 *
 * @see https://www.w3.org/TR/vc-data-integrity/#context-validation
 */
export function hasKnownContexts(document: object): boolean {
  const contexts = contextsIn(document)
  return contexts.length === 1 && KNOWN.some((known) => isDeepStrictEqual(known, contexts[0]))
}

/** The contexts of a document and of everything in it. */
function contextsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === '@context' ? [inner] : contextsIn(inner)))
}
