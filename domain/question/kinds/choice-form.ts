import { isPicks } from './answer-shape'
import type { FormField, KindForm } from './form'
import type { Picks } from './kind'

/** The name of every radio button or checkbox of a choice question. */
export const CHOICE = 'a'

export const choiceForm: KindForm<Picks> = {
  owns: (name) => name === CHOICE,
  read: (fields) => {
    const picks = fields.map(([, id]) => id).filter(Boolean)
    return picks.length > 0 ? picks : null
  },
  write: (answer) => (isPicks(answer) ? answer.map((id): FormField => [CHOICE, id]) : []),
  isPartial: () => false,
}
