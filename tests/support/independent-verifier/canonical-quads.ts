import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { securityLoader } from '@digitalcredentials/security-document-loader'
import { JsonLdParser } from 'jsonld-streaming-parser'

type Term = { termType: string; value: string; language?: string; datatype?: { value: string } }
type Quad = { subject: Term; predicate: Term; object: Term; graph: Term }

/** Only the texts of the contexts come from the packages with which the product signs. */
const stored = securityLoader().build()
const documentLoader = { load: async (url: string) => (await stored(url)).document }

/**
 * A JSON-LD document as canonical N-Quads (RDF Dataset Canonicalization 1.0). The parser ignores terms that no context
 * defines, as lenient verifiers do. @throws {Error} if two blank nodes say the same, for which the whole algorithm would
 * be needed; no credential of ours has such
 */
export async function canonicalQuads(document: object): Promise<string> {
  const parser = new JsonLdParser({ documentLoader, streamingProfile: false })
  const quads: Quad[] = []
  for await (const quad of parser.import(Readable.from([JSON.stringify(document)])) as unknown as AsyncIterable<Quad>) {
    quads.push(quad)
  }
  const blanks = new Set(
    quads
      .flatMap(({ subject, object }) => [subject, object])
      .filter(isBlank)
      .map(({ value }) => value),
  )
  const hashes = [...blanks].map((blank) => [firstDegreeHash(blank, quads), blank] as const).toSorted()
  if (new Set(hashes.map(([hash]) => hash)).size < hashes.length) throw new Error('two blank nodes say the same')
  const names = new Map(hashes.map(([, blank], at) => [blank, `c14n${at}`]))
  return lines(quads, (blank) => names.get(blank) ?? '')
}

function firstDegreeHash(blank: string, quads: readonly Quad[]): string {
  const own = quads.filter(({ subject, object }) =>
    [subject, object].some((term) => isBlank(term) && term.value === blank),
  )
  return sha256(lines(own, (other) => (other === blank ? 'a' : 'z'))).toString('hex')
}

function lines(quads: readonly Quad[], nameOf: (blank: string) => string): string {
  const terms = ({ subject, predicate, object, graph }: Quad) =>
    [subject, predicate, object, ...(graph.termType === 'DefaultGraph' ? [] : [graph])].map((term) =>
      written(term, nameOf),
    )
  return quads
    .map((quad) => `${terms(quad).join(' ')} .\n`)
    .toSorted()
    .join('')
}

function written({ termType, value, language, datatype }: Term, nameOf: (blank: string) => string): string {
  if (termType === 'NamedNode') return `<${value}>`
  if (termType === 'BlankNode') return `_:${nameOf(value)}`
  const text = `"${value.replace(/["\\\n\r]/g, (character) => ESCAPED[character] ?? character)}"`
  if (language) return `${text}@${language}`
  return datatype && datatype.value !== STRING ? `${text}^^<${datatype.value}>` : text
}

const STRING = 'http://www.w3.org/2001/XMLSchema#string'
const ESCAPED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' }
const isBlank = ({ termType }: Term) => termType === 'BlankNode'
export const sha256 = (text: string) => createHash('sha256').update(text).digest()
