import 'server-only'
import { caseFileSchema, citesOfCase } from '@/domain/case/case-file'
import { isDocument, readDocuments, textFaults } from '@/domain/case/case-text'
import type { Finding } from '@/domain/course/checks/finding'
import {
  type CaseProse,
  type CaseSource,
  type CitationUse,
  type LocalizedText,
  placeIn,
  type TextRun,
} from '@/domain/course/checks/source'
import { localizedView } from '@/domain/course/localized-view'
import { LOCALES, type Locale } from '@/domain/locale'
import { signoffSchema } from '@/domain/signoff/signoff'
import { parseCase } from '@/domain/text/markdown'
import { lineOf, type MarkdownNode, textOf, withDescendants } from '@/domain/text/markdown-tree'
import { countWords } from '@/domain/text/markup'
import { contentHash } from './content-hash'
import { type Root, readText } from './disk'
import { localizedTexts } from './localized-texts'
import { oncePerText } from './once-per-text'
import { parseSource } from './parse-source'
import { inlineOf, merge, readInline } from './read-inline'
import { splitFrontMatter } from './read-prose'
import { readYaml } from './read-yaml'

export type CaseTexts = {
  source: CaseSource
  localized: LocalizedText[]
  texts: TextRun[]
  citations: CitationUse[]
  findings: Finding[]
}

/** Reads the folder of one invented file. */
export function readCase(root: Root, path: string): CaseTexts {
  const yaml = readYaml(`${path}/case.yaml`, readText(root, `${path}/case.yaml`) ?? '')
  const file = parseSource(caseFileSchema, yaml)
  const signs = readYaml(`${path}/signoff.yaml`, readText(root, `${path}/signoff.yaml`) ?? '[]')
  const signoff = parseSource(signoffSchema, signs)
  const proses = LOCALES.flatMap((locale) => {
    const text = readText(root, `${path}/${locale}.md`)
    return text === null ? [] : [readCaseProse(`${path}/${locale}.md`, locale, text)]
  })
  const localized = localizedTexts(yaml)
  const inline = merge(
    localized.flatMap(({ key, texts }) =>
      LOCALES.map((locale) => readInline(placeIn(yaml, `${key}.${locale}`), locale, texts[locale] ?? '')),
    ),
  )
  const source: CaseSource = {
    id: path.slice(path.lastIndexOf('/') + 1),
    path,
    file: file.source,
    prose: Object.fromEntries(proses.map(({ prose }) => [prose.locale, prose])),
    bodies: Object.fromEntries(proses.map(({ prose, body }) => [prose.locale, body])),
    signoff: signoff.source,
    hashes: {},
  }
  const listed = file.source.value ? citesOfCase(file.source.value) : []
  return {
    source: { ...source, hashes: hashesOf(source) },
    localized,
    texts: [...inline.texts, ...proses.flatMap(({ prose }) => prose.texts)],
    citations: [
      ...inline.citations,
      ...listed.map(({ cite, key }) => ({ ...placeIn(yaml, key), id: cite, locale: null, label: null, inCase: false })),
      ...proses.flatMap(({ prose }) => prose.citations),
    ],
    findings: [...file.findings, ...signoff.findings, ...proses.flatMap(({ findings }) => findings)],
  }
}

const readCaseProse = oncePerText((path: string, locale: Locale, text: string) => {
  const { front, body, blank } = splitFrontMatter(text)
  // The line break keeps the line numbers right: in the file a line of dashes comes before the front matter.
  const { value, findings } = readYaml(path, `\n${front}`)
  const revision = (value as { revision?: unknown } | null | undefined)?.revision
  const tree = parseCase(blank + body)
  const inline = merge((tree.children ?? []).map((block) => inlineOf(block, { path, line: 1, locale, inCase: true })))
  const prose: CaseProse = {
    path,
    locale,
    revision: typeof revision === 'number' ? revision : null,
    documents: readDocuments(tree),
    facts: (tree.children ?? []).filter(isDocument).flatMap((document) => factsUnder(document, path)),
    citations: inline.citations,
    texts: inline.texts,
    unknown: inline.unknown,
    faults: textFaults(tree).map((fault) => ({ path, ...fault })),
    words: withDescendants(tree)
      .filter(({ type }) => type === 'paragraph' || type === 'tableCell')
      .reduce((sum, leaf) => sum + countWords(textOf(leaf)), 0),
  }
  return { prose, body, findings }
})

function factsUnder(document: MarkdownNode, path: string) {
  return withDescendants(document)
    .filter(({ name }) => name === 'fact')
    .map((node) => ({
      path,
      line: lineOf(node),
      id: node.attributes?.id ?? '',
      document: document.attributes?.id ?? '',
    }))
}

/** What a sign-off of one language covers: the documents, short texts and solution as that language shows them. */
function hashesOf({ file, bodies }: CaseSource): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, contentHash({ file: localizedView(file.value, locale), body: bodies[locale] })]),
  )
}
