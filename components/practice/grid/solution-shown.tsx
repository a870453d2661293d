import type { CaseFact } from '@/domain/case/case-text'
import type { ElementId } from '@/domain/case/grid-file'
import type { Locale } from '@/domain/locale'
import type { Offence, Solution } from '@/domain/practice/open-part'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CiteLink } from '../../ui/cite-link'
import { type Citing, Inline } from '../../ui/inline'
import { setText } from '../../ui/text'
import { FactNo } from '../fact-no'
import { answerWords } from './grid-words'

type Texts = { citing: Citing; locale: Locale; t: Translator }
type Props = Texts & {
  element: ElementId
  solution: Solution
  facts: readonly CaseFact[]
  offences: readonly Offence[]
}

/** What the reference says of an element: its value, the facts in their own words, why, and by which provision. */
export function SolutionShown({ element, solution, facts, offences, citing, locale, t }: Props) {
  const { values, supports, contradicts } = solution
  return (
    <div className="stack-s">
      {!solution.unsettled && (
        <p>
          <strong>
            {t('casework.grid.result.reference', { answer: answerWords(element, values, { offences, locale, t }) })}
          </strong>
        </p>
      )}
      <QuotedFacts title={t('casework.grid.supports')} ids={supports} facts={facts} locale={locale} />
      <QuotedFacts title={t('casework.grid.contradicts')} ids={contradicts} facts={facts} locale={locale} />
      <Why solution={solution} citing={citing} locale={locale} t={t} />
    </div>
  )
}

/** The feedback on an element, its provisions, and the possible readings if the law is not settled. */
export function Why({ solution, citing, locale, t }: Texts & { solution: Solution }) {
  const { feedback, cites, readings, unsettled } = solution
  return (
    <>
      <p>
        <Inline source={feedback[locale]} locale={locale} citing={citing} />
      </p>
      <Basis cites={cites} citing={citing} />
      {unsettled && (
        <div className="note warn">
          <div className="stack-s">
            <p className="note-title">{t('casework.grid.result.unsettledTitle')}</p>
            <p>{t('casework.grid.result.unsettled')}</p>
            {readings.map((reading, place) => (
              <div key={reading.text.fr}>
                <p>
                  <strong>{t('casework.grid.result.reading', { n: place + 1 })}</strong>{' '}
                  <Inline source={reading.text[locale]} locale={locale} citing={citing} />
                </p>
                <Basis cites={reading.cites} citing={citing} />
              </div>
            ))}
          </div>
        </div>
      )}
    </>
  )
}

type QuotedProps = { title: string; ids: readonly string[]; facts: readonly CaseFact[]; locale: Locale }

export function QuotedFacts({ title, ids, facts, locale }: QuotedProps) {
  const quoted = facts.filter(({ id }) => ids.includes(id))
  if (quoted.length === 0) return null
  return (
    <div>
      <p className="sm muted">{title}</p>
      <ul className="plain quoted-facts">
        {quoted.map(({ id, text }) => (
          <li key={id}>
            <FactNo id={id} /> <q>{setText(typeset(text, locale), locale)}</q>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Basis({ cites, citing }: { cites: readonly string[]; citing: Citing }) {
  return (
    <p className="row sm">
      {cites.map((id) => {
        const target = citing(id)
        return target && <CiteLink key={id} id={id} href={target.href} words={target.mark} name={target.name} mark />
      })}
    </p>
  )
}
