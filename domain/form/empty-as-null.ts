import { z } from 'zod'

/** Makes a field optional: an empty one becomes null. */
export function emptyAsNull<T extends z.ZodType<unknown, string>>(schema: T) {
  return z.string().transform((text, context) => {
    if (text.trim() === '') return null
    const { data, error } = schema.safeParse(text)
    if (error) context.addIssue({ code: 'custom', message: error.issues[0]?.message ?? 'required' })
    return (data ?? null) as z.output<T> | null
  })
}
