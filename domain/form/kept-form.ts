import { z } from 'zod'
import { AppError } from '../errors'

/** The field that holds a whole form, on the page that asks for a fresh code. */
export const KEPT = 'kept-form'
/** The field that holds a whole form, sealed for its sender, on the page that asks her to sign in again. */
export const SEALED = 'sealed-form'
/** The field that names the withheld fields, in a form that is sent again with a code. */
export const WITHHELD = 'withheld'
/** Larger than any form whose files are within their limits. */
const LARGEST_BYTES = 1024 * 1024
/** The names of fields that are never sent back. */
const SECRET = /password|secret$|^current$/i

const textSchema = z.tuple([z.string(), z.string()])
const fileSchema = z.tuple([z.string(), z.object({ file: z.string(), type: z.string(), base64: z.base64() })])
const keptSchema = z.array(z.union([textSchema, fileSchema]))

/** `secret`: the form had a password. It is left empty, and its page asks for it again. */
export type Packed = { kept: string; secret: boolean }

/** A form with its files as text; null if it is larger than any form should be. */
export async function packForm(form: FormData): Promise<Packed | null> {
  const entries = [...form]
  if (weightOf(entries) > LARGEST_BYTES) return null
  const packed = entries.map(async ([name, value]) => {
    if (typeof value === 'string') return [name, SECRET.test(name) ? '' : value]
    const base64 = Buffer.from(await value.arrayBuffer()).toString('base64')
    return [name, { file: value.name, type: value.type, base64 }]
  })
  const withheld = entries
    .filter(([name, value]) => SECRET.test(name) && value !== '')
    .map(([name]) => [WITHHELD, name])
  const kept = JSON.stringify([...(await Promise.all(packed)), ...withheld])
  return { kept, secret: entries.some(([name]) => SECRET.test(name)) }
}

function weightOf(entries: readonly (readonly [string, FormDataEntryValue])[]): number {
  return entries.reduce((sum, [, value]) => sum + (typeof value === 'string' ? value.length : value.size), 0)
}

/** Whether `sent` is the form of a page that keeps another one. */
export function isKept(sent: FormData): boolean {
  return sent.has(KEPT) || sent.has(SEALED)
}

/** The form packed in `sent`, with `sent` for its code, or `sent` alone. @throws {AppError} invalid-input */
export function unpackForm(sent: FormData): { form: FormData; code: FormData | null } {
  const kept = sent.get(KEPT)
  return typeof kept === 'string' ? { form: formOf(kept), code: sent } : { form: sent, code: null }
}

/** The form that `packForm` packed. @throws {AppError} invalid-input */
export function formOf(kept: string): FormData {
  const form = new FormData()
  for (const [name, value] of readKept(kept)) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new File([Buffer.from(value.base64, 'base64')], value.file, { type: value.type }))
  }
  return form
}

function readKept(kept: string): z.infer<typeof keptSchema> {
  try {
    return keptSchema.parse(JSON.parse(kept))
  } catch {
    throw new AppError('invalid-input', 'kept form')
  }
}
