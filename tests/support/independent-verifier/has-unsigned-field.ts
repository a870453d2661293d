import { canonicalQuads } from './canonical-quads'

/**
 * Whether a document has a field, or an entry of a list, without which its canonical quads are the same. Nothing of it
 * is signed, so anybody can have added it: JSON-LD leaves out a field named like a keyword, a blank node as a name, an
 * index, null, an empty list, and a reference that is no absolute IRI.
 */
export async function hasUnsignedField(document: object): Promise<boolean> {
  const whole = await canonicalQuads(document)
  for (const shorter of withoutOne(document)) {
    if ((await quadsIfReadable(shorter)) === whole) return true
  }
  return false
}

/** What cannot be read says something else. */
const quadsIfReadable = (document: unknown) => canonicalQuads(document as object).catch(() => null)

/** Each document that is this one without one of its fields or entries, however deep. Contexts stay whole. */
function* withoutOne(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (name === '@context') continue
    yield without(value, name)
    for (const shorter of withoutOne(inner)) yield withField(value, name, shorter)
  }
}

function without(value: object, name: string): unknown {
  if (Array.isArray(value)) return value.toSpliced(Number(name), 1)
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
}

const withField = (value: object, name: string, inner: unknown) =>
  Array.isArray(value) ? value.with(Number(name), inner) : { ...value, [name]: inner }
