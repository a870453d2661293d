import 'server-only'
import { z } from 'zod'
import { checkLibrary } from '@/domain/course/checks/all-checks'
import { error, type Finding } from '@/domain/course/checks/finding'
import { libraryOf } from '@/domain/course/checks/library-of'
import { type LibrarySource, type ProvisionSource, placeIn, type TextRun } from '@/domain/course/checks/source'
import { briefSchema } from '@/domain/library/brief'
import { checklistSchema, procedureChecklistSchema } from '@/domain/library/checklist'
import { decisionSchema, keywordSchema } from '@/domain/library/decision'
import { figureSchema } from '@/domain/library/figure'
import { forbiddenTermSchema, termSchema } from '@/domain/library/glossary'
import { indicatorGroupSchema } from '@/domain/library/indicator'
import { instrumentSchema } from '@/domain/library/instrument'
import type { Library } from '@/domain/library/library'
import { modelSchema } from '@/domain/library/model'
import {
  planActorSchema,
  planOrderSchema,
  planProfileSchema,
  planRuleSchema,
  planStepSchema,
} from '@/domain/library/pathway'
import { provisionSchema } from '@/domain/library/provision'
import { questionsSchema } from '@/domain/library/questions'
import { referralEntrySchema, regionSchema } from '@/domain/library/referral'
import { memoize } from '@/domain/memoize'
import { hashOfFiles, listFiles, listFolders, type Root } from './disk'
import { openReader, yamlOf } from './library-reader'
import { parseSource } from './parse-source'

export type LibraryTexts = { library: Library; source: LibrarySource; findings: readonly Finding[] }

/** Reads and checks the folder of the library. What it returns is shared: callers must not change it. */
export const readLibrary = memoize(
  (root: Root): LibraryTexts => {
    const { source, findings } = readLibraryFiles(root)
    const library = libraryOf(source)
    return { library, source, findings: [...findings, ...checkLibrary(source, library)] }
  },
  { key: (root) => hashOfFiles(root, ['library']), limit: 2 },
)

/** The library as it is on disk, without what could not be read. */
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
    pathway: pathwayLists(reader),
    figures: reader.entries(figureSchema, 'library/figures'),
    checklists: reader.signedList(
      'checklist',
      checklistSchema,
      'library/checklists.yaml',
      'library/checklists.signoff.yaml',
      ({ provision }) => provision,
    ),
    procedureChecklists: reader.signedList(
      'checklist',
      procedureChecklistSchema,
      'library/procedure-checklists.yaml',
      'library/procedure-checklists.signoff.yaml',
      ({ id }) => id,
    ),
    models: reader.signedEntries('model', modelSchema, 'library/models'),
    briefs: reader.signedEntries('brief', briefSchema, 'library/briefs'),
  }
  const { localized, texts, ledgers, findings } = reader.read
  // Forbidden terms and questions that readers type are wrong on purpose: the rules about our own texts do not apply.
  const forbiddenTerms = parseSource(z.array(forbiddenTermSchema), yamlOf(root, 'library/forbidden-terms.yaml'))
  const questions = parseSource(questionsSchema, yamlOf(root, 'library/questions.yaml'))
  const strayLedgers = ['library', 'library/law']
    .flatMap((folder) => listFiles(root, folder, 'signoff.yaml'))
    .filter((path) => !ledgers.some((ledger) => ledger.path === path))
    .map(strayLedger)
  return {
    source: {
      ...parts,
      ledgers,
      forbiddenTerms: forbiddenTerms.source,
      questions: questions.source,
      localized,
      texts: [...texts, ...parts.provisions.flatMap(statuteRuns)],
    },
    findings: [...findings, ...forbiddenTerms.findings, ...questions.findings, ...strayLedgers],
  }
}

/** The lists that plans of referral are made of. The entries of each are signed under the name of their list. */
function pathwayLists(reader: ReturnType<typeof openReader>): LibrarySource['pathway'] {
  const read = <T extends { id: string }>(list: keyof LibrarySource['pathway'], schema: z.ZodType<T>) =>
    reader.signedList(
      'pathway',
      schema,
      `library/referral/${list}.yaml`,
      `library/referral/${list}.signoff.yaml`,
      ({ id }) => `${list}/${id}`,
    )
  return {
    actors: read('actors', planActorSchema),
    steps: read('steps', planStepSchema),
    rules: read('rules', planRuleSchema),
    orders: read('orders', planOrderSchema),
    profiles: read('profiles', planProfileSchema),
  }
}

function strayLedger(path: string): Finding {
  const message = 'nothing is signed here: write it into the ledger of its entry, as docs/authoring.md lists them'
  return { ...error({ path, line: 1 }, message), check: 'library-sign-off' }
}

function statuteRuns(source: ProvisionSource): TextRun[] {
  const run = (key: string, locale: 'ar' | 'fr', text: string): TextRun => ({
    ...placeIn(source, key),
    locale,
    text,
    role: 'statute',
  })
  return (source.value?.versions ?? []).flatMap((version, index) => {
    if (!('text' in version)) return []
    const key = `versions.${index}`
    return [
      ...(['ar', 'fr'] as const).flatMap((locale) => [
        ...[version.preamble?.[locale] ?? []].flat().map((text) => run(`${key}.preamble.${locale}`, locale, text)),
        ...Object.entries(version.text[locale] ?? {}).map(([id, text]) =>
          run(`${key}.text.${locale}.${id}`, locale, text),
        ),
      ]),
      ...(version.repairs ?? []).flatMap(({ printed, given }, place) =>
        [printed, given].map((text) => run(`${key}.repairs.${place}`, 'ar', text)),
      ),
    ]
  })
}
