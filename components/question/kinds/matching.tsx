import { matchName } from '@/domain/question/kinds/matching/form'
import { plainText } from '@/domain/text/markup'
import { typeset } from '@/i18n/typography'
import { Inline } from '../../ui/inline'
import { JudgedMark, markClass, partMark } from './judged-mark'
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

/** A drop-down list for each prompt. Its options are the full texts, so nobody must remember letters or numbers. */
function Matching({ question, held, judged, locale, t, prefix }: FieldsProps<'matching'>) {
  const options = question.options.map(({ id, text }) => ({
    id,
    words: text ? typeset(plainText(text[locale]), locale) : id,
  }))
  return question.prompts.map(({ id, text }) => {
    const name = matchName(id)
    const mark = partMark(judged, id)
    const judgedAs = `${prefix}-${id}-mark`
    const chosen = options.find((option) => option.id === held.get(name))
    return (
      <div key={id} className={markClass(mark, 'opt', 'match')} data-judged-slot>
        <label htmlFor={`${prefix}-${id}`}>
          <Inline source={text[locale]} locale={locale} />
        </label>
        <JudgedMark id={judgedAs} mark={mark} t={t} />
        <select
          id={`${prefix}-${id}`}
          name={name}
          defaultValue={chosen?.id ?? ''}
          aria-describedby={mark ? judgedAs : undefined}
          data-match
        >
          <option value="">{t('practice.choose')}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.words}
            </option>
          ))}
        </select>
        {/* Most browsers cut off a long text in a closed list, so it is repeated here. */}
        <p className="sm match-chosen" aria-hidden="true" data-match-chosen>
          {chosen?.words}
        </p>
      </div>
    )
  })
}
