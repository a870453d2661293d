import type { Answer } from '../answer'

/** A form field with its value. */
export type FormField = [name: string, value: string]

/**
 * How the form of a kind of question holds an answer. The browser runs this too, and pages that were opened before a
 * deployment send their fields under these names: names may be added but never changed. Kinds with the same field names
 * share a form.
 */
export type KindForm<Given extends Answer> = {
  owns: (name: string) => boolean
  /** It also reads the buttons that move an option, which forms of several kinds have. @see MOVE */
  moves?: true
  /** The answer that the form's own fields hold; null for none. `readAnswer` checks whether it fits the question. */
  read: (fields: readonly FormField[]) => Given | null
  /** The fields for an answer: the inverse of `read`. Empty for an answer of another kind. */
  write: (answer: Answer) => FormField[]
  /** Whether an answer is begun but incomplete. */
  isPartial: (fields: readonly FormField[]) => boolean
}

/** Builds and reads field names that consist of a prefix and the id of a prompt or option. */
export const fieldsFor = (prefix: string) => ({
  owns: (name: string) => name.startsWith(prefix),
  nameOf: (id: string) => `${prefix}${id}`,
  idIn: (name: string) => name.slice(prefix.length),
})
