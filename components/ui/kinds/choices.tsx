import type { ReactNode } from 'react'
import { CHOICE } from '@/domain/exam/kinds/choice-form'
import type { PublicOption } from '@/domain/exam/kinds/kind'
import type { FieldsProps, KindView } from './view'

type Props = Pick<FieldsProps<'single' | 'multiple' | 'true-false'>, 'question' | 'held' | 'prefix'> & {
  type: 'radio' | 'checkbox'
  words: (option: PublicOption) => ReactNode
}

/** One option per line, each with its radio button or checkbox. */
export function Choices({ question, held, prefix, type, words }: Props) {
  const picked = held.getAll(CHOICE)
  return question.options.map((option) => (
    <label key={option.id} className="opt">
      <input
        type={type}
        name={CHOICE}
        id={`${prefix}-${option.id}`}
        value={option.id}
        defaultChecked={picked.includes(option.id)}
      />
      <span>{words(option)}</span>
    </label>
  ))
}

/** The part of the view that all kinds of choice share. */
export const choice = {
  missing: (t) => t('practice.chooseOne'),
  asked: () => null,
} satisfies Partial<KindView<'single' | 'multiple' | 'true-false'>>
