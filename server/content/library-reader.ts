import 'server-only'
import { z } from 'zod'
import type { Finding } from '@/domain/course/checks/finding'
import type { EntrySource, LedgerSource, LocalizedText, TextRun, YamlSource } from '@/domain/course/checks/source'
import type { SignedKind } from '@/domain/signoff/entry-signoff'
import { listFiles, type Root, readText } from './disk'
import { localizedTexts, runsOf } from './localized-texts'
import { parseSource } from './parse-source'
import { readLedger } from './read-ledger'
import { readYaml } from './read-yaml'

/** Reads files of the library, and collects their texts and the findings about them. */
export function openReader(root: Root) {
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

export function yamlOf(root: Root, path: string) {
  return readYaml(path, readText(root, path) ?? '')
}
