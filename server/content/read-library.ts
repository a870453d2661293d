import 'server-only'
import { z } from 'zod'
import { checkLibrary } from '@/domain/course/checks/all-checks'
import type { Finding } from '@/domain/course/checks/finding'
import { libraryOf } from '@/domain/course/checks/library-of'
import {
  type EntrySource,
  type LibrarySource,
  type LocalizedText,
  type ProvisionSource,
  placeIn,
  type TextRun,
  type YamlSource,
} from '@/domain/course/checks/source'
import { checklistSchema } from '@/domain/library/checklist'
import { decisionSchema, keywordSchema } from '@/domain/library/decision'
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
    terms: reader.list(termSchema, 'library/glossary.yaml'),
    provisions: lawFolders.flatMap((folder) => reader.entries(provisionSchema, folder)),
    keywords: reader.list(keywordSchema, 'library/keywords.yaml'),
    decisions: reader.entries(decisionSchema, 'library/cases'),
    indicators: reader.entries(indicatorGroupSchema, 'library/indicators'),
    regions: reader.list(regionSchema, 'library/referral/regions.yaml'),
    referral: reader.list(referralEntrySchema, 'library/referral/entries.yaml'),
    figures: reader.entries(figureSchema, 'library/figures'),
    checklists: reader.list(checklistSchema, 'library/checklists.yaml'),
  }
  const { localized, texts, findings } = reader.read
  // Its variants are wrong on purpose: they are not held to the rules of our own words.
  const forbiddenTerms = parseSource(z.array(forbiddenTermSchema), yamlOf(root, 'library/forbidden-terms.yaml'))
  return {
    source: {
      ...parts,
      forbiddenTerms: forbiddenTerms.source,
      localized,
      texts: [...texts, ...parts.provisions.flatMap(statuteRuns)],
    },
    findings: [...findings, ...forbiddenTerms.findings],
  }
}

/** Reads files of the library and remembers their texts and what was wrong with them. */
function openReader(root: Root) {
  const read = { localized: [] as LocalizedText[], texts: [] as TextRun[], findings: [] as Finding[] }
  function parse<T>(schema: z.ZodType<T>, path: string): YamlSource<T> {
    const yaml = yamlOf(root, path)
    const localized = localizedTexts(yaml)
    const { source, findings } = parseSource(schema, yaml)
    read.localized.push(...localized)
    read.texts.push(...runsOf(yaml, localized))
    read.findings.push(...findings)
    return source
  }
  return {
    read,
    list: <T>(schema: z.ZodType<T>, path: string): YamlSource<readonly T[]> => parse(z.array(schema), path),
    entries: <T>(schema: z.ZodType<T>, folder: string): EntrySource<T>[] =>
      listFiles(root, folder, '.yaml').map((path) => ({
        ...parse(schema, path),
        id: path.replace(/^.*\/(.*)\.yaml$/, '$1'),
      })),
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
