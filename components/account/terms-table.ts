import { TERM_KINDS, type Term, type TermKind, type Terms } from '@/domain/account/terms'
import type { Translator } from '@/i18n/translator'

/** What is about no learner is not in a notice about learners. */
const PERSONAL = TERM_KINDS.filter((kind) => kind !== 'site')

/** How long each kind of data is kept, as a table of Markdown: what the daily job goes by. */
export function termsTable(terms: Terms, t: Translator): string {
  const rows = PERSONAL.map((kind) => [t(`privacy.kinds.${kind}`), inWords(kind, terms[kind], t)])
  return [[t('privacy.data'), t('privacy.kept')], ['---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function inWords(kind: Exclude<TermKind, 'site'>, term: Term, t: Translator): string {
  const time = typeof term === 'object' ? t(`privacy.${term.unit}`, { count: term.count }) : ''
  return t(`privacy.terms.${kind}`, { term: time })
}
