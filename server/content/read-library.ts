import 'server-only'
import { z } from 'zod'
import { checkLibrary } from '@/domain/course/checks/all-checks'
import type { Finding } from '@/domain/course/checks/finding'
import { libraryOf } from '@/domain/course/checks/library-of'
import {
  type EntrySource,
  type LedgerSource,
  type LibrarySource,
  type LocalizedText,
  type ProvisionSource,
  placeIn,
  type TextRun,
  type YamlSource,
} from '@/domain/course/checks/source'
import { checklistSchema } from '@/domain/library/checklist'
import { decisionSchema, keywordSchema } from '@/domain/library/decision'
import type { SignedKind } from '@/domain/library/entry-signoff'
import { figureSchema } from '@/domain/library/figure'
import { forbiddenTermSchema, termSchema } from '@/domain/library/glossary'
import { indicatorGroupSchema } from '@/domain/library/indicator'
import { instrumentSchema } from '@/domain/library/instrument'
import type { Library } from '@/domain/library/library'
import { provisionSchema } from '@/domain/library/provision'
import { referralEntrySchema, regionSchema } from '@/domain/library/referral'
import { listFiles, listFolders, type Root, readText } from './disk'
import { localizedTexts, runsOf } from './localized-texts'
import { parseSource } from './parse-source'
import { readLedger } from './read-ledger'
import { readYaml } from './read-yaml'

export type LibraryTexts = { library: Library; findings: readonly Finding[] }

/** Reads and checks the library's folder. */
export function readLibrary(root: Root): LibraryTexts {
  const { source, findings } = readLibraryFiles(root)
  const library = libraryOf(source)
  return { library, findings: [...findings, ...checkLibrary(source, library)] }
}

/** The library as it lies on disk, what could not be read left out. */
export function readLibraryFiles(root: Root): { source: LibrarySource; findings: readonly Finding[] } {
  const reader = openReader(root)
  const lawFolders = listFolders(root, 'library/law').map((name) => `library/law/${name}`)
  const parts = {
    instruments: reader.list(instrumentSchema, 'library/law/instruments.yaml'),
    terms: reader.signedList(
      'term',
      termSchema,
      'library/glossary.yaml',
      'library/glossary.signoff.yaml',
      ({ id }) => id,
    ),
    provisions: lawFolders.flatMap((folder) => reader.signedEntries('law', provisionSchema, folder)),
    keywords: reader.list(keywordSchema, 'library/keywords.yaml'),
    decisions: reader.signedEntries('decision', decisionSchema, 'library/cases'),
    indicators: reader.signedEntries('indicator', indicatorGroupSchema, 'library/indicators'),
    regions: reader.list(regionSchema, 'library/referral/regions.yaml'),
    referral: reader.signedList(
      'referral',
      referralEntrySchema,
      'library/referral/entries.yaml',
      'library/referral/signoff.yaml',
      ({ id }) => id,
    ),
    figures: reader.entries(figureSchema, 'library/figures'),
    checklists: reader.signedList(
      'checklist',
      checklistSchema,
      'library/checklists.yaml',
      'library/checklists.signoff.yaml',
      ({ provision }) => provision,
    ),
  }
  const { localized, texts, ledgers, findings } = reader.read
  // Its variants are wrong on purpose: they are not held to the rules of our own words.
  const forbiddenTerms = parseSource(z.array(forbiddenTermSchema), yamlOf(root, 'library/forbidden-terms.yaml'))
  return {
    source: {
      ...parts,
      ledgers,
      forbiddenTerms: forbiddenTerms.source,
      localized,
      texts: [...texts, ...parts.provisions.flatMap(statuteRuns)],
    },
    findings: [...findings, ...forbiddenTerms.findings],
  }
}

/** Reads files of the library and remembers their texts and what was wrong with them. */
function openReader(root: Root) {
  const read = {
    localized: [] as LocalizedText[],
    texts: [] as TextRun[],
    ledgers: [] as LedgerSource[],
    findings: [] as Finding[],
  }
  function parse<T>(schema: z.ZodType<T>, path: string): YamlSource<T> {
    const yaml = yamlOf(root, path)
    const localized = localizedTexts(yaml)
    const { source, findings } = parseSource(schema, yaml)
    read.localized.push(...localized)
    read.texts.push(...runsOf(yaml, localized))
    read.findings.push(...findings)
    return source
  }
  const list = <T>(schema: z.ZodType<T>, path: string): YamlSource<readonly T[]> => parse(z.array(schema), path)
  const entries = <T>(schema: z.ZodType<T>, files: readonly string[]): EntrySource<T>[] =>
    files.map((path) => ({ ...parse(schema, path), id: path.replace(/^.*\/(.*)\.yaml$/, '$1') }))
  function sign<T>(kind: SignedKind, path: string, values: readonly T[], idOf: (value: T) => string): void {
    const { ledger, findings } = readLedger(
      root,
      kind,
      path,
      values.map((value) => [idOf(value), value]),
    )
    read.ledgers.push(ledger)
    read.findings.push(...findings)
  }
  return {
    read,
    list,
    entries: <T>(schema: z.ZodType<T>, folder: string) => entries(schema, listFiles(root, folder, '.yaml')),
    signedList: <T>(
      kind: SignedKind,
      schema: z.ZodType<T>,
      path: string,
      ledger: string,
      idOf: (value: T) => string,
    ): YamlSource<readonly T[]> => {
      const source = list(schema, path)
      sign(kind, ledger, source.value ?? [], idOf)
      return source
    },
    signedEntries: <T extends { id: string }>(kind: SignedKind, schema: z.ZodType<T>, folder: string) => {
      const ledger = `${folder}/signoff.yaml`
      const files = listFiles(root, folder, '.yaml').filter((path) => path !== ledger)
      const sources = entries(schema, files)
      sign(
        kind,
        ledger,
        sources.flatMap(({ value }) => value ?? []),
        ({ id }) => id,
      )
      return sources
    },
  }
}

function yamlOf(root: Root, path: string) {
  return readYaml(path, readText(root, path) ?? '')
}

function statuteRuns(source: ProvisionSource): TextRun[] {
  return (source.value?.versions ?? []).flatMap((version, index) =>
    'text' in version
      ? (['ar', 'fr'] as const).flatMap((locale) =>
          Object.entries(version.text[locale] ?? {}).map(([id, text]) => ({
            ...placeIn(source, `versions.${index}.text.${locale}.${id}`),
            locale,
            text,
            role: 'statute' as const,
          })),
        )
      : [],
  )
}
