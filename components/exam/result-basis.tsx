import { citedRows } from '@/domain/library/law-rows'
import type { LawStore } from '@/domain/library/library'
import { libraryPath } from '@/domain/library/library-path'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import { type Cited, resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { viewOf } from '../question/kinds/views'
import { href as addressOf } from '../shell/paths'
import { Inline } from '../ui/inline'
import { LawBlock } from '../ui/law-block'
import { LawChanged } from '../ui/law-changed'
import { Text } from '../ui/text'

type Props = {
  question: QuestionKey
  law: LawStore
  lawDate: string
  /** Changes since then of the law that the question rests on. */
  changes: readonly OutdatedCitation[]
  /** The title and address of the passage to read again. */
  passage: string
  href: string
  locale: Locale
  t: Translator
}

/**
 * Matches the start of a quoted law in the HTML: the ids that it cites, and the sentence that replaces the law on paper
 * if an earlier question shows it already. QUESTION_SLOT stands for the number of that question.
 */
export const LAW_MARK = /<div class="review-law" data-cites="([^"]*)">(<p class="print-only sm">.*?<\/p>)/g
export const QUESTION_SLOT = 'xxquestionxx'

/** Why the key is right: the explanation, the provision in both languages, and the passage of the lesson. */
export function ResultBasis({ question, law, lawDate, changes, passage, href, locale, t }: Props) {
  const cited = question.cites.flatMap((id) => resolveCitation(law, id, lawDate) ?? [])
  return (
    <>
      <p>
        <strong>{t('practice.explanation')}</strong> <Inline source={question.explanation[locale]} locale={locale} />
      </p>
      {viewOf(question).after?.(question, { locale, t })}
      {byProvision(cited).map((group) => (
        <Law key={group[0]?.provision.id} cited={group} law={law} locale={locale} t={t} />
      ))}
      <LawChanged changes={changes} locale={locale} t={t} />
      <p className="sm no-print">
        <a href={href}>{t('exam.result.rereadLink', { lesson: passage })}</a>
      </p>
    </>
  )
}

type LawProps = { cited: readonly Cited[]; law: LawStore; locale: Locale; t: Translator }

/** A provision, folded if it is long, so that the questions stay close to each other. */
function Law({ cited, law, locale, t }: LawProps) {
  const [first] = cited
  if (!first) return null
  const citation = capitalise(writeCitation({ ...first, paragraph: null, item: null }, locale))
  const notes = libraryPath(law, first.provision.id)
  const block = (
    <LawBlock cited={cited} locale={locale} t={t} heading="h4" notesAt={notes ? addressOf(locale, notes) : undefined} />
  )
  return (
    <div className="review-law" data-cites={cited.map(({ id }) => id).join(' ')}>
      <p className="print-only sm">
        <Text>{typeset(citation, locale)}</Text> {t('exam.result.lawAbove', { question: QUESTION_SLOT })}
      </p>
      {lengthOf(first, cited) <= LONG ? (
        block
      ) : (
        <details>
          <summary>
            <Text>{`${citation} · ${typeset(first.provision.title[locale], locale)}`}</Text>
          </summary>
          {block}
        </details>
      )}
    </div>
  )
}

/** A length in characters of the Arabic text: about four lines beside the French one. */
const LONG = 240

function lengthOf({ version }: Cited, cited: readonly Cited[]): number {
  if (!('text' in version)) return 0
  return citedRows(version, cited).reduce((sum, { ar }) => sum + ar.reduce((all, { text }) => all + text.length, 0), 0)
}

function byProvision(cited: readonly Cited[]): Cited[][] {
  const groups = new Map<string, Cited[]>()
  for (const citation of cited)
    groups.set(citation.provision.id, [...(groups.get(citation.provision.id) ?? []), citation])
  return [...groups.values()]
}
