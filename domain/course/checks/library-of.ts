import type { Library } from '../../library/library'
import { NO_QUESTIONS } from '../../library/questions'
import { reviewsIn } from './reviews-in'
import type { EntrySource, LibrarySource } from './source'

/** The library in the form for look-ups: every entry that could be read, by id. */
export function libraryOf(source: LibrarySource): Library {
  return {
    instruments: byId(source.instruments.value ?? []),
    provisions: byId(read(source.provisions)),
    terms: byId(source.terms.value ?? []),
    forbiddenTerms: source.forbiddenTerms.value ?? [],
    keywords: byId(source.keywords.value ?? []),
    decisions: byId(read(source.decisions)),
    indicators: byId(read(source.indicators)),
    regions: byId(source.regions.value ?? []),
    referral: byId(source.referral.value ?? []),
    pathway: {
      actors: source.pathway.actors.value ?? [],
      steps: source.pathway.steps.value ?? [],
      rules: source.pathway.rules.value ?? [],
      orders: source.pathway.orders.value ?? [],
      profiles: source.pathway.profiles.value ?? [],
    },
    figures: byId(read(source.figures)),
    checklists: Object.fromEntries((source.checklists.value ?? []).map((list) => [list.provision, list])),
    procedureChecklists: byId(source.procedureChecklists.value ?? []),
    models: byId(read(source.models).toSorted((a, b) => a.order - b.order)),
    briefs: byId(read(source.briefs).toSorted((a, b) => a.order - b.order)),
    questions: source.questions.value ?? NO_QUESTIONS,
    reviews: reviewsIn(source.ledgers),
  }
}

function read<T>(files: readonly EntrySource<T>[]): T[] {
  return files.flatMap(({ value }) => value ?? [])
}

function byId<T extends { id: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]))
}
