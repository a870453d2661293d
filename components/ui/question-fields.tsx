import type { PublicQuestion } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import { FIELD, ranksOf } from '@/domain/exam/answer-form'
import type { Locale } from '@/domain/locale'
import { Inline } from './inline'

export type QuestionTexts = {
  single: string
  multiple: string
  matching: string
  ordering: string
  choose: string
  rank: string
  true: string
  false: string
}
type Props = {
  question: PublicQuestion
  answer: Answer | null
  locale: Locale
  texts: QuestionTexts
  /** Makes ids unique on the page. */
  prefix: string
  invalid?: string | undefined
}

/** The fields of one question. They are native inputs: they work before and without JavaScript. */
export function QuestionFields(props: Props) {
  const { question, locale, texts, prefix, invalid } = props
  const hint = question.kind === 'true-false' ? texts.single : texts[question.kind]
  return (
    <fieldset aria-describedby={`${prefix}-hint${invalid ? ` ${prefix}-error` : ''}`}>
      <legend>
        <Inline source={question.stem[locale]} locale={locale} />
      </legend>
      <p id={`${prefix}-hint`} className="sm muted">
        {hint}
      </p>
      {invalid && (
        <p id={`${prefix}-error`} className="field error">
          <span className="error">{invalid}</span>
        </p>
      )}
      {question.kind === 'matching' && <Matching {...props} />}
      {question.kind === 'ordering' && <Ordering {...props} />}
      {question.kind !== 'matching' && question.kind !== 'ordering' && <Choices {...props} />}
    </fieldset>
  )
}

function Choices({ question, answer, locale, texts, prefix }: Props) {
  const picked = Array.isArray(answer) ? answer : []
  return question.options.map((option) => (
    <label key={option.id} className="opt">
      <input
        type={question.kind === 'multiple' ? 'checkbox' : 'radio'}
        name={FIELD.choice}
        id={`${prefix}-${option.id}`}
        value={option.id}
        defaultChecked={picked.includes(option.id)}
      />
      <span>
        {option.text ? <Inline source={option.text[locale]} locale={locale} /> : texts[option.id as 'true' | 'false']}
      </span>
    </label>
  ))
}

function Matching({ question, answer, locale, texts, prefix }: Props) {
  const pairs = answer && !Array.isArray(answer) ? answer : {}
  const letters = new Map(question.options.map((option, place) => [option.id, String(place + 1)]))
  return (
    <>
      <ol className="match-options">
        {question.options.map((option) => (
          <li key={option.id}>{option.text && <Inline source={option.text[locale]} locale={locale} />}</li>
        ))}
      </ol>
      {question.prompts.map((prompt) => (
        <label key={prompt.id} className="opt row-opt" htmlFor={`${prefix}-${prompt.id}`}>
          <span>
            <Inline source={prompt.text[locale]} locale={locale} />
          </span>
          <select
            id={`${prefix}-${prompt.id}`}
            name={`${FIELD.match}${prompt.id}`}
            defaultValue={pairs[prompt.id] ?? ''}
          >
            <option value="">{texts.choose}</option>
            {question.options.map((option) => (
              <option key={option.id} value={option.id}>
                {letters.get(option.id)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  )
}

function Ordering({ question, answer, locale, texts, prefix }: Props) {
  const ranks = Array.isArray(answer) ? ranksOf(answer) : (answer ?? {})
  return question.options.map((option) => (
    <label key={option.id} className="opt row-opt" htmlFor={`${prefix}-${option.id}`}>
      <span>{option.text && <Inline source={option.text[locale]} locale={locale} />}</span>
      <select id={`${prefix}-${option.id}`} name={`${FIELD.rank}${option.id}`} defaultValue={ranks[option.id] ?? ''}>
        <option value="">{texts.rank}</option>
        {question.options.map((other, place) => (
          <option key={other.id} value={String(place + 1)}>
            {String(place + 1)}
          </option>
        ))}
      </select>
    </label>
  ))
}
