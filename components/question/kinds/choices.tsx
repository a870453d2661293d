import type { ReactNode } from 'react'
import { CHOICE } from '@/domain/question/kinds/choice-form'
import type { PublicOption } from '@/domain/question/kinds/kind'
import { JudgedMark, markClass, optionMark } from './judged-mark'
import type { FieldsProps, KindView } from './view'

type Props = Pick<
  FieldsProps<'single' | 'multiple' | 'true-false'>,
  'question' | 'held' | 'judged' | 'prefix' | 't'
> & {
  type: 'radio' | 'checkbox'
  words: (option: PublicOption) => ReactNode
}

/** One option per line, each with its radio button or checkbox. */
export function Choices({ question, held, judged, prefix, t, type, words }: Props) {
  const picked = held.getAll(CHOICE)
  return question.options.map((option) => {
    const mark = optionMark(judged, option.id)
    const isPicked = picked.includes(option.id)
    return (
      <label key={option.id} className={markClass(mark, 'opt')}>
        <input type={type} name={CHOICE} id={`${prefix}-${option.id}`} value={option.id} defaultChecked={isPicked} />
        <span>
          {words(option)} <JudgedMark mark={mark} missed={!isPicked} t={t} />
        </span>
      </label>
    )
  })
}

/** The part of the view that all kinds of choice share. */
export const choice = {
  missing: (t) => t('practice.chooseOne'),
  asked: () => null,
} satisfies Partial<KindView<'single' | 'multiple' | 'true-false'>>
