import { matchName } from '@/domain/exam/kinds/matching/form'
import { Inline } from '../inline'
import { OptionText } from './option-text'
import type { FieldsProps, KindView } from './view'

export const matching: KindView<'matching'> = {
  hint: (t) => t('practice.matching'),
  missing: (t) => t('practice.matchOne'),
  fields: (props) => <Matching {...props} />,
  asked: ({ prompts }, asks, { locale }) => {
    const prompt = prompts.find(({ id }) => id === asks)
    return prompt && <Inline source={prompt.text[locale]} locale={locale} />
  },
  asksOnce: false,
  commentIsEnough: false,
}

function Matching({ question, held, locale, t, prefix }: FieldsProps<'matching'>) {
  return (
    <>
      <ol className="match-options">
        {question.options.map((option) => (
          <li key={option.id}>
            <OptionText option={option} locale={locale} />
          </li>
        ))}
      </ol>
      {question.prompts.map(({ id, text }) => (
        <label key={id} className="opt row-opt" htmlFor={`${prefix}-${id}`}>
          <span>
            <Inline source={text[locale]} locale={locale} />
          </span>
          <select id={`${prefix}-${id}`} name={matchName(id)} defaultValue={held.get(matchName(id)) ?? ''}>
            <option value="">{t('practice.choose')}</option>
            {question.options.map((option, place) => (
              <option key={option.id} value={option.id}>
                {String(place + 1)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  )
}
