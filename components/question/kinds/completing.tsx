import { blanksOf } from '@/domain/question/kinds/completing/blanks'
import { matchName } from '@/domain/question/kinds/matching/form'
import { slotsIn } from '@/domain/question/kinds/passage'
import { plainText } from '@/domain/text/markup'
import { typeset } from '@/i18n/typography'
import { JudgedMark, markClass, partMark } from './judged-mark'
import { OptionText } from './option-text'
import { Passage } from './passage'
import type { FieldsProps, KindView } from './view'

export const completing: KindView<'completing'> = {
  hint: (t) => t('practice.completing'),
  missing: (t) => t('practice.completeOne'),
  fields: (props) => <Completing {...props} />,
  asked: ({ passage }, asks, { locale, t }) =>
    t('practice.blank', { n: slotsIn(passage[locale]).indexOf(`${asks}`) + 1 }),
  asksOnce: false,
  commentIsEnough: false,
  solved: ({ passage, options, correct }, { locale }) => (
    <Passage
      source={passage[locale]}
      locale={locale}
      slot={(id) => {
        const option = options.find((each) => each.id === correct[id])
        return (
          option && (
            <strong>
              <OptionText option={option} locale={locale} />
            </strong>
          )
        )
      }}
    />
  ),
}

/** A drop-down list in place of each blank, labelled with the number of the blank in the text. */
function Completing({ question, held, judged, locale, t, prefix }: FieldsProps<'completing'>) {
  const numbers = slotsIn(question.passage[locale])
  const blanks = blanksOf(question).map(({ id, options }) => ({
    id,
    name: t('practice.blank', { n: numbers.indexOf(id) + 1 }),
    choices: options.map((option) => ({
      id: option.id,
      words: option.text ? typeset(plainText(option.text[locale]), locale) : option.id,
    })),
  }))
  return (
    <>
      <Passage
        source={question.passage[locale]}
        locale={locale}
        slot={(blank) => {
          const asked = blanks.find(({ id }) => id === blank)
          const name = matchName(blank)
          const mark = partMark(judged, blank)
          const judgedAs = `${prefix}-${blank}-mark`
          return (
            asked && (
              <span className={markClass(mark)} data-judged-slot>
                <select
                  id={`${prefix}-${blank}`}
                  name={name}
                  aria-label={asked.name}
                  aria-describedby={mark ? judgedAs : undefined}
                  defaultValue={held.get(name) ?? ''}
                >
                  <option value="">{asked.name}</option>
                  {asked.choices.map(({ id, words }) => (
                    <option key={id} value={id}>
                      {words}
                    </option>
                  ))}
                </select>
                <JudgedMark id={judgedAs} mark={mark} inText t={t} />
              </span>
            )
          )
        }}
      />
      {/* A printed drop-down list shows none of its choices. */}
      <ul className="plain print-only sm">
        {blanks.map(({ id, name, choices }) => (
          <li key={id}>{`${name}: ${choices.map(({ words }) => words).join(' / ')}`}</li>
        ))}
      </ul>
    </>
  )
}
