import { LOCALES, type Locale, type Localized } from '../locale'
import { memoizePerObject } from '../memoize'
import { parseCase } from '../text/markdown'
import { lineOf, type MarkdownNode, textOf } from '../text/markdown-tree'
import { DOCUMENT_KINDS, type DocumentKind } from './case-parts'

export type CasePart =
  | { kind: 'text' | 'strong' | 'ref'; text: string }
  | { kind: 'cite'; text: string; cite: string }
  | { kind: 'fact'; id: string; parts: readonly CasePart[] }

export type CaseBlock =
  | { kind: 'paragraph'; parts: readonly CasePart[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly CasePart[])[] }
  | { kind: 'table'; head: readonly (readonly CasePart[])[]; rows: readonly (readonly (readonly CasePart[])[])[] }

/** One paper of an invented file. */
export type CaseDocument = { id: string; kind: DocumentKind; title: string; blocks: readonly CaseBlock[] }
/** A fact, with the document that states it. */
export type CaseFact = { id: string; document: string; text: string }

/** The documents of a language file. Anything outside a document is left out: the checks refuse it. */
export function readDocuments(tree: MarkdownNode): CaseDocument[] {
  return (tree.children ?? []).filter(isDocument).map((node) => ({
    id: node.attributes?.id ?? '',
    kind: kindOf(node) ?? 'note',
    title: titleOf(node),
    blocks: contentOf(node).flatMap(blockOf),
  }))
}

const documents = Object.fromEntries(
  LOCALES.map((locale) => [locale, memoizePerObject((bodies: Localized) => readDocuments(parseCase(bodies[locale])))]),
) as Record<Locale, (bodies: Localized) => CaseDocument[]>

/** The documents of a released case in one language. */
export function documentsOf({ bodies }: { bodies: Localized }, locale: Locale): readonly CaseDocument[] {
  return documents[locale](bodies)
}

/** The facts of a case, in the order of reading. */
export function factsIn(papers: readonly CaseDocument[]): CaseFact[] {
  return papers.flatMap(({ id: document, blocks }) =>
    blocks
      .flatMap(partsOf)
      .flatMap((part) => (part.kind === 'fact' ? { id: part.id, document, text: wordsOf(part.parts) } : [])),
  )
}

/** All parts of a block, in the order of reading. */
export function partsOf(block: CaseBlock): readonly CasePart[] {
  if (block.kind === 'paragraph') return block.parts
  if (block.kind === 'list') return block.items.flat()
  return [...block.head.flat(), ...block.rows.flat(2)]
}

export function wordsOf(parts: readonly CasePart[]): string {
  return parts.map((part) => (part.kind === 'fact' ? wordsOf(part.parts) : part.text)).join('')
}

export function isDocument({ type, name }: MarkdownNode): boolean {
  return type === 'containerDirective' && name === 'document'
}

/** What is wrong with the blocks of a language file, for the checks. */
export function textFaults(tree: MarkdownNode): { line: number; message: string }[] {
  return (tree.children ?? []).flatMap((node) => {
    const at = (message: string) => ({ line: lineOf(node), message })
    if (!isDocument(node)) return [at('a file holds documents alone: put this inside a :::document')]
    return [
      ...(titleOf(node) === '' ? [at('this document has no title: write :::document[Title]')] : []),
      ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(node.attributes?.id ?? '')
        ? []
        : [at('this document has no id: write {id="d1"}')]),
      ...(kindOf(node) ? [] : [at(`the kind of this document is none of ${DOCUMENT_KINDS.join(', ')}`)]),
      ...contentOf(node)
        .filter((block) => blockOf(block).length === 0)
        .map((block) => ({ line: lineOf(block), message: 'a document holds paragraphs, lists and tables alone' })),
    ]
  })
}

function kindOf({ attributes }: MarkdownNode): DocumentKind | undefined {
  return DOCUMENT_KINDS.find((kind) => kind === attributes?.kind)
}

function titleOf(node: MarkdownNode): string {
  const label = (node.children ?? []).find(({ data }) => data?.directiveLabel)
  return label ? textOf(label) : ''
}

function contentOf({ children = [] }: MarkdownNode): MarkdownNode[] {
  return children.filter(({ data }) => !data?.directiveLabel)
}

function blockOf(node: MarkdownNode): CaseBlock[] {
  if (node.type === 'paragraph') return [{ kind: 'paragraph', parts: inline(node) }]
  if (node.type === 'list') {
    return [{ kind: 'list', ordered: node.ordered === true, items: (node.children ?? []).map(inline) }]
  }
  if (node.type !== 'table') return []
  const [head = [], ...rows] = (node.children ?? []).map(({ children = [] }) => children.map(inline))
  return [{ kind: 'table', head, rows }]
}

function inline({ children = [] }: MarkdownNode): CasePart[] {
  return children.flatMap(partOf)
}

function partOf(node: MarkdownNode): CasePart[] {
  const text = textOf(node)
  if (node.name === 'fact') return [{ kind: 'fact', id: node.attributes?.id ?? '', parts: inline(node) }]
  if (node.name === 'cite') return [{ kind: 'cite', text, cite: node.attributes?.id ?? '' }]
  if (node.name === 'ref') return [{ kind: 'ref', text }]
  if (node.type === 'strong') return [{ kind: 'strong', text }]
  if (node.type === 'break') return [{ kind: 'text', text: ' ' }]
  return node.children ? inline(node) : [{ kind: 'text', text }]
}
