/** What a form comes back with. Sentences are ready to show. */
export type FormState = {
  /** What stands in the way of the whole form, when no field is at fault. */
  problem?: string
  /** Where the way out of `problem` leads. */
  wayOut?: { href: string; label: string }
  /** One line a field, for the summary. */
  summary: readonly { name: string; text: string }[]
  errors: Readonly<Record<string, string>>
  /** What was typed, passwords excepted. */
  values: Readonly<Record<string, string>>
  /** It is done: what to say in place. */
  done?: string
}

export const UNTOUCHED: FormState = { summary: [], errors: {}, values: {} }
