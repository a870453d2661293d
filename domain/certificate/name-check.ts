/** The answers to "is this the name on the certificate?". Each has a sentence under `verify.answer`. */
export const NAME_ANSWERS = ['matches', 'differs'] as const
export type NameAnswer = (typeof NAME_ANSWERS)[number]

/** Longer than any name on a certificate, with room for titles and spaces. */
const LONGEST = 200

export type TypedName = { status: 'read'; name: string } | { status: 'empty' } | { status: 'too-long' }

/** Reads the name that was typed into the verification form. */
export function readTypedName(form: FormData): TypedName {
  const name = form.get('name')
  if (typeof name !== 'string' || name.trim() === '') return { status: 'empty' }
  return name.length > LONGEST ? { status: 'too-long' } : { status: 'read', name: name.trim() }
}
