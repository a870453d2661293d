import { TERM_KINDS, type Term, type TermKind, type Terms } from '@/domain/account/terms'
import type { Translator } from '@/i18n/translator'

/** The privacy notice for learners leaves out the kind of data that is not about them. */
const PERSONAL = TERM_KINDS.filter((kind) => kind !== 'site')

/** The term of each kind of data, as a Markdown table. The daily job uses the same terms. */
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
