/** The state of a form after it was sent. Its sentences are ready to show. */
export type FormState = {
  /** The name of the form, on a page with several. */
  form?: string
  /** The error of the whole form, if no single field is wrong. */
  problem?: string
  /** A link that helps with `problem`. */
  wayOut?: { href: string; label: string }
  /** One line for each wrong field, for the error summary. */
  summary: readonly { name: string; text: string }[]
  errors: Readonly<Record<string, string>>
  /** What was typed, except passwords. */
  values: Readonly<Record<string, string>>
  /** The form succeeded: the sentence to show in its place. */
  done?: string
}

export const UNTOUCHED: FormState = { summary: [], errors: {}, values: {} }
