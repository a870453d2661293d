import 'server-only'
import type { CitationUse, Place, TextRun, UnknownMarkup, Use } from '@/domain/course/checks/source'
import type { Locale } from '@/domain/locale'
import { parseInline } from '@/domain/text/inline'
import { lineOf, type MarkdownNode, textOf } from '@/domain/text/markdown-tree'

export type Inline = { texts: TextRun[]; citations: CitationUse[]; terms: Use[]; unknown: UnknownMarkup[] }
export type Scope = Place & { locale: Locale; inCase: boolean }

// A directive that the parser did not recognise and left as text.
const DIRECTIVE = /:{1,3}[a-z][a-z-]*[[{][^\]}\n]*[\]}]?|^:{2,}\s*[a-z-]*/gimu
// These work in lessons only. In a question they would be shown as typed.
const LESSON_ONLY =
  /:{1,3}[a-z][a-z-]*[[{][^\]}]*[\]}]?|<\/?[a-z][^>]*>|`[^`]+`|!?\[[^\]]*\]\([^)]*\)|\*[^*\s][^*]*\*|\*\*/giu

/** The words and references of a short text of a question, parsed as on the page. */
export function readInline(place: Place, locale: Locale, source: string): Inline {
  const parts = parseInline(source)
  return {
    texts: parts.map(({ kind, text }) => ({
      ...place,
      locale,
      text,
      role: kind === 'cite' || kind === 'ref' ? 'reference' : 'prose',
    })),
    citations: parts.flatMap((part) =>
      part.kind === 'cite' ? [{ ...place, id: part.cite, locale, label: part.text, inCase: false }] : [],
    ),
    terms: [],
    unknown: parts.flatMap(({ text }) => [...text.matchAll(LESSON_ONLY)].map(([markup]) => ({ ...place, markup }))),
  }
}

/** All text under a node. `scope.line` is the line of the file on which the parsed text begins. */
export function inlineOf(node: MarkdownNode, scope: Scope, role: TextRun['role'] = 'prose'): Inline {
  const place = { path: scope.path, line: scope.line + lineOf(node) - 1 }
  if (node.type === 'html') return { ...nothing(), unknown: [{ ...place, markup: node.value ?? '' }] }
  const apart = setApart(node)
  if (apart !== null) return { ...nothing(), unknown: [{ ...place, markup: apart }] }
  if (node.value !== undefined) {
    const unknown = [...node.value.matchAll(DIRECTIVE)].map(([markup]) => ({ ...place, markup }))
    return { ...nothing(), texts: [{ ...place, locale: scope.locale, text: node.value, role }], unknown }
  }
  if (node.type === 'image') {
    return { ...nothing(), texts: [{ ...place, locale: scope.locale, text: node.alt ?? '', role }] }
  }
  const isReference = node.name === 'cite' || node.name === 'ref'
  const under = (node.children ?? []).map((child) => inlineOf(child, scope, isReference ? 'reference' : role))
  return merge([...under, own(node, place, scope)])
}

/**
 * An address or a note that stands apart from its words, as `[448-1]: https://…`: it belongs to no block, so neither a
 * difference nor a signer would show it. Null for any other node.
 */
function setApart({ type, label, url }: MarkdownNode): string | null {
  if (type === 'definition') return `[${label}]: ${url}`
  return type === 'footnoteDefinition' ? `[^${label}]:` : null
}

function own(node: MarkdownNode, place: Place, { locale, inCase }: Scope): Inline {
  const { id, term } = node.attributes ?? {}
  if (node.name === 'cite') {
    return { ...nothing(), citations: [{ ...place, id: id ?? '', locale, label: textOf(node), inCase }] }
  }
  return node.name === 'def' ? { ...nothing(), terms: [{ ...place, id: term ?? '' }] } : nothing()
}

function nothing(): Inline {
  return { texts: [], citations: [], terms: [], unknown: [] }
}

export function merge(parts: readonly Inline[]): Inline {
  return {
    texts: parts.flatMap(({ texts }) => texts),
    citations: parts.flatMap(({ citations }) => citations),
    terms: parts.flatMap(({ terms }) => terms),
    unknown: parts.flatMap(({ unknown }) => unknown),
  }
}
