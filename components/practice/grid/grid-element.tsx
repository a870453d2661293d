import type { CaseDocument, CaseFact } from '@/domain/case/case-text'
import { EFFECTS, type ElementId } from '@/domain/case/grid-file'
import type { Locale } from '@/domain/locale'
import type { Choice, Mark } from '@/domain/practice/grid-answers'
import type { Offence, Solution } from '@/domain/practice/open-part'
import { CERTAINTIES } from '@/domain/question/answer'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Citing } from '../../ui/inline'
import { Ref } from '../../ui/ref'
import { setText } from '../../ui/text'
import { FactNo } from '../fact-no'
import { choiceWords } from './grid-words'
import { SolutionShown } from './solution-shown'

type Props = {
  place: number
  element: ElementId
  choices: readonly Choice[]
  papers: readonly CaseDocument[]
  facts: readonly CaseFact[]
  offences: readonly Offence[]
  mark: Mark | undefined
  answered: boolean
  shown: Solution | null
  citing: Citing
  locale: Locale
  t: Translator
}

/** The questions of one element: its value, the facts for and against it, and how sure she is. */
export function GridElement(props: Props) {
  const { place, element, choices, papers, facts, mark, answered, shown, offences, citing, locale, t } = props
  return (
    <details className="element card" name="grid" open={place === 1}>
      <summary>
        <span className="element-no">{place}</span>
        <span className="element-name">
          <strong>{t(`casework.grid.element.${element}`)}</strong>
          <span className="xs muted">{whereWritten(element, t)}</span>
        </span>
        <span className={answered ? 'chip ok' : 'chip'}>
          {t(answered ? 'casework.grid.answered' : 'casework.grid.unanswered')}
        </span>
      </summary>
      <div className="stack">
        {choices.map((choice) => (
          <ChoiceFields key={choice.name} choice={choice} {...props} />
        ))}
        <FactFields
          name={`${element}.s`}
          legend={t('casework.grid.supports')}
          marked={mark?.supports}
          {...{ papers, facts, locale }}
        />
        <details className="against" open={(mark?.contradicts.length ?? 0) > 0}>
          <summary>{t('casework.grid.contradicts')}</summary>
          <FactFields
            name={`${element}.c`}
            legend={t('casework.grid.contradicts')}
            hidden
            marked={mark?.contradicts}
            {...{ papers, facts, locale }}
          />
        </details>
        <Certainty name={`${element}.k`} mark={mark} t={t} />
        {shown && (
          <details className="worked">
            <summary>{t('casework.grid.worked')}</summary>
            <SolutionShown
              element={element}
              solution={shown}
              facts={facts}
              offences={offences}
              citing={citing}
              locale={locale}
              t={t}
            />
          </details>
        )}
      </div>
    </details>
  )
}

function ChoiceFields({ choice, element, mark, offences, locale, t }: Props & { choice: Choice }) {
  const effect = EFFECTS.find((name) => choice.name.endsWith(`.${name}`))
  const asked = element === 'threshold' ? (effect ?? 'will') : element
  return (
    <fieldset className="stack-s">
      <legend>{t(`casework.grid.ask.${asked}`)}</legend>
      {choice.ids.map((id) => (
        <label key={id} className="opt">
          <input
            type={choice.single ? 'radio' : 'checkbox'}
            name={choice.name}
            value={id}
            defaultChecked={mark?.values.includes(id)}
          />
          <span>{choiceWords(element, id, { offences, locale, t })}</span>
        </label>
      ))}
    </fieldset>
  )
}

type FactProps = {
  name: string
  legend: string
  /** Hides the legend from view: only screen readers have it. */
  hidden?: boolean
  papers: readonly CaseDocument[]
  facts: readonly CaseFact[]
  marked: readonly string[] | undefined
  locale: Locale
}

/** The facts in their own words, folded by the paper that states them: one that holds a marked fact stands open. */
function FactFields({ name, legend, hidden = false, papers, facts, marked = [], locale }: FactProps) {
  return (
    <fieldset>
      <legend className={hidden ? 'sr' : undefined}>{legend}</legend>
      {papers.map(({ id: paper, title }) => {
        const stated = facts.filter(({ document }) => document === paper)
        if (stated.length === 0) return null
        return (
          <details key={paper} className="fact-paper" open={stated.some(({ id }) => marked.includes(id))}>
            <summary>{typeset(title, locale)}</summary>
            <div className="fact-marks">
              {stated.map(({ id, text }) => (
                <label key={id}>
                  <input type="checkbox" name={name} value={id} defaultChecked={marked.includes(id)} />
                  <FactNo id={id} />
                  <span>{setText(typeset(text, locale), locale)}</span>
                </label>
              ))}
            </div>
          </details>
        )
      })}
    </fieldset>
  )
}

function Certainty({ name, mark, t }: { name: string; mark: Mark | undefined; t: Translator }) {
  return (
    <fieldset>
      <legend>
        {t('exam.certainty')} <span className="muted">({t('exam.certaintyOptional')})</span>
      </legend>
      <div className="degrees">
        {CERTAINTIES.map((level) => (
          <label key={level}>
            <input type="radio" name={name} value={level} defaultChecked={mark?.certainty === level} />
            {t(`exam.${level}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function whereWritten(element: ElementId, t: Translator) {
  return t.rich(`casework.grid.where.${element}`, {
    a: () => <Ref key="a">448-1</Ref>,
    b: () => <Ref key="b">448-3</Ref>,
    c: () => <Ref key="c">448-5</Ref>,
  })
}
