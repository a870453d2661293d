import 'server-only'
import { z } from 'zod'
import { checkLibrary } from '@/domain/course/checks/all-checks'
import type { Finding } from '@/domain/course/checks/finding'
import { libraryOf } from '@/domain/course/checks/library-of'
import { type LibrarySource, type ProvisionSource, placeIn, type TextRun } from '@/domain/course/checks/source'
import { forbiddenTermSchema, termSchema } from '@/domain/library/glossary'
import { instrumentSchema } from '@/domain/library/instrument'
import type { Library } from '@/domain/library/library'
import { provisionSchema } from '@/domain/library/provision'
import { listFiles, listFolders, type Root, readText } from './disk'
import { localizedTexts, runsOf } from './localized-texts'
import { parseSource } from './parse-source'
import { readYaml } from './read-yaml'

export type LibraryTexts = { library: Library; findings: readonly Finding[] }

/** Reads and checks the library's folder. */
export function readLibrary(root: Root): LibraryTexts {
  const yaml = (path: string) => readYaml(path, readText(root, path) ?? '')
  const files = {
    instruments: yaml('library/law/instruments.yaml'),
    terms: yaml('library/glossary.yaml'),
    forbiddenTerms: yaml('library/forbidden-terms.yaml'),
    provisions: listFolders(root, 'library/law').flatMap((name) =>
      listFiles(root, `library/law/${name}`, '.yaml').map(yaml),
    ),
  }
  const instruments = parseSource(z.array(instrumentSchema), files.instruments)
  const terms = parseSource(z.array(termSchema), files.terms)
  const forbiddenTerms = parseSource(z.array(forbiddenTermSchema), files.forbiddenTerms)
  const provisions = files.provisions.map((file) => parseSource(provisionSchema, file))
  const sources = provisions.map(({ source }) => ({ ...source, id: source.path.replace(/^.*\/(.*)\.yaml$/, '$1') }))
  const texts = [files.instruments, files.terms, ...files.provisions].map((file) => ({
    file,
    texts: localizedTexts(file),
  }))
  const source: LibrarySource = {
    instruments: instruments.source,
    terms: terms.source,
    forbiddenTerms: forbiddenTerms.source,
    provisions: sources,
    localized: texts.flatMap((each) => each.texts),
    texts: [...texts.flatMap((each) => runsOf(each.file, each.texts)), ...sources.flatMap(statuteRuns)],
  }
  const library = libraryOf(source)
  const read = [instruments, terms, forbiddenTerms, ...provisions].flatMap(({ findings }) => findings)
  return { library, findings: [...read, ...checkLibrary(source, library)] }
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
