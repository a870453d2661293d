import { LOCALES } from '../../locale'
import { type CourseCheck, error, type Found } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { type CaseProse, type CaseSource, placeIn } from './source'

/** An invented file must exist in every language, with the same documents and the same facts in each. */
export const caseText: CourseCheck = ({ cases }) =>
  cases.flatMap((source) => [
    ...named(source),
    ...LOCALES.flatMap((locale) => {
      const prose = source.prose[locale]
      if (!prose) {
        const place = { path: `${source.path}/${locale}.md`, line: 1 }
        return [error(place, `the ${LANGUAGE_NAME[locale]} text of “${source.id}” is missing: write this file`)]
      }
      return [...outdated(source, prose), ...marks(prose), ...order(prose)]
    }),
    ...differences(source),
  ])

/** An invented file is found by the name of its folder, so its id must be the same. */
function named({ id, file }: CaseSource): Found[] {
  if (!file.value || file.value.id === id) return []
  return [error(placeIn(file, 'id'), `the folder is “${id}”, the file says “${file.value.id}”: give both one name`)]
}

function outdated({ file }: CaseSource, { path, locale, revision }: CaseProse): Found[] {
  if (!file.value || revision === file.value.revision) return []
  return [
    error(
      { path, line: 1 },
      `the ${LANGUAGE_NAME[locale]} is at revision ${revision ?? 'none'}, case.yaml at ${file.value.revision}: bring it up to date, then write “revision: ${file.value.revision}” between two lines of “---” at its top`,
    ),
  ]
}

function marks({ faults, unknown }: CaseProse): Found[] {
  return [
    ...faults.map((fault) => error(fault, fault.message)),
    ...unknown.map((found) =>
      error(found, `“${found.markup}” is not understood here: documents use :fact, :cite, :ref and :::document`),
    ),
  ]
}

/** Facts must be numbered in reading order, so that a number does not reveal how important a fact is. */
function order({ facts }: CaseProse): Found[] {
  const wrong = facts.find(({ id }, index) => id !== `F${index + 1}`)
  if (!wrong) return []
  const expected = `F${facts.indexOf(wrong) + 1}`
  return [error(wrong, `this fact is “${wrong.id}” where ${expected} comes next: number the facts as they are read`)]
}

function differences({ prose }: CaseSource): Found[] {
  const [first, ...others] = LOCALES.flatMap((locale) => prose[locale] ?? [])
  if (!first) return []
  return others.flatMap((other) => {
    const place = { path: other.path, line: 1 }
    const model = LANGUAGE_NAME[first.locale]
    if (papers(first) !== papers(other)) {
      return [
        error(place, `the documents are ${papers(other)} here and ${papers(first)} in ${model}: give both the same`),
      ]
    }
    const missing = first.facts.filter((fact) => !other.facts.some((own) => sameFact(own, fact)))
    const more = other.facts.filter((fact) => !first.facts.some((own) => sameFact(own, fact)))
    return [
      ...missing.map(({ id, document }) => error(place, `${id} of ${document} stands in ${model} and not here`)),
      ...more.map((fact) => error(fact, `${fact.id} of ${fact.document} stands here and not in ${model}`)),
    ]
  })
}

function sameFact(a: CaseProse['facts'][number], b: CaseProse['facts'][number]): boolean {
  return a.id === b.id && a.document === b.document
}

/** The documents in order, with their blocks: `d1 report (paragraph, table)`. */
function papers({ documents }: CaseProse): string {
  return documents
    .map(({ id, kind, blocks }) => `${id} ${kind} (${blocks.map((block) => block.kind).join(', ')})`)
    .join('; ')
}
