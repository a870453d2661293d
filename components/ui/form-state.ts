/** What a form's action answers. Sentences are ready to show: the browser needs neither catalog nor rules. */
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
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

export const UNTOUCHED: FormState = { summary: [], errors: {}, values: {} }

type Common = { name: string; label: string; hint?: string }
export type FormField =
  | (Common & {
      kind: 'text' | 'email'
      autoComplete: string
      dir: 'ltr' | 'rtl' | 'auto'
      lang?: string
      value?: string
    })
  | (Common & { kind: 'password'; autoComplete: 'current-password' | 'new-password' })
  | (Common & {
      kind: 'select'
      options: readonly { value: string; label: string; lang?: string }[]
      /** What stands there while nothing is chosen. */
      choose?: string
      value?: string
    })
  | (Common & { kind: 'tick' })
  | { kind: 'hidden'; name: string; value: string }

export type FormTexts = {
  problems: string
  errorPrefix: string
  sending: string
  showPassword: string
  hidePassword: string
  notSent: string
  outdated: string
  reload: string
}
