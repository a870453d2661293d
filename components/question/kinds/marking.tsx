import { CHOICE } from '@/domain/question/kinds/choice-form'
import { JudgedMark, markClass, optionMark } from './judged-mark'
import { OptionText } from './option-text'
import { Passage } from './passage'
import type { FieldsProps, KindView } from './view'

export const marking: KindView<'marking'> = {
  hint: (t) => t('practice.marking'),
  missing: (t) => t('practice.markOne'),
  fields: (props) => <Marking {...props} />,
  asked: () => null,
  asksOnce: true,
  commentIsEnough: false,
  solved: ({ passage, options, correct }, { locale }) => (
    <Passage
      source={passage[locale]}
      locale={locale}
      slot={(id) => {
        const option = options.find((each) => each.id === id)
        const words = option && <OptionText option={option} locale={locale} />
        return correct.includes(id) ? <mark>{words}</mark> : words
      }}
    />
  ),
}

/** Each span that can be marked is a checkbox in the text, with its words as its name. */
function Marking({ question, held, judged, locale, t, prefix }: FieldsProps<'marking'>) {
  const picked = held.getAll(CHOICE)
  return (
    <Passage
      source={question.passage[locale]}
      locale={locale}
      slot={(id) => {
        const option = question.options.find((each) => each.id === id)
        const mark = optionMark(judged, id)
        return (
          option && (
            <label className={markClass(mark)}>
              <input
                type="checkbox"
                name={CHOICE}
                id={`${prefix}-${id}`}
                value={id}
                defaultChecked={picked.includes(id)}
              />
              <span>
                <OptionText option={option} locale={locale} />
              </span>
              <JudgedMark mark={mark} missed={!picked.includes(id)} inText t={t} />
            </label>
          )
        )
      }}
    />
  )
}
