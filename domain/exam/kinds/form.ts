import type { Answer } from '../answer'

/** A field of a form, with its value. */
export type FormField = [name: string, value: string]

/**
 * How a question's form holds an answer. The browser runs this too, and pages that are open over a deployment send their fields
 * by these names: names may be added, never changed. Kinds with fields of the same names have the same form.
 */
export type KindForm<Given extends Answer> = {
  owns: (name: string) => boolean
  /** The answer that the form's own fields hold; null for none. Whether it fits the question is for `readAnswer`. */
  read: (fields: readonly FormField[]) => Given | null
  /** What the fields hold once the answer is given: the inverse of `read`. None for an answer of another kind. */
  write: (answer: Answer) => FormField[]
  /** Whether an answer is begun and not whole. */
  isPartial: (fields: readonly FormField[]) => boolean
}

/** The id for which a field asks, after the prefix of its name. */
export const fieldsFor = (prefix: string) => ({
  owns: (name: string) => name.startsWith(prefix),
  nameOf: (id: string) => `${prefix}${id}`,
  idIn: (name: string) => name.slice(prefix.length),
})
