import { AppError } from '@/domain/errors'

/** What an action takes stands at the beginning of its id: nothing, the form, or the form and before it the state of its page. */
const ACTION_ID = /^(00|40|60)[\da-f]{40}$/
const WITH_STATE = /^\{"id":"60[\da-f]{40}","bound":"\$@1"\}$/
const NAMELESS = '$ACTION_ID_'
const REFERENCE = '$ACTION_REF_'
/** A state holds lists of named texts, and nothing deeper. */
const STATE_DEPTH = 3

/**
 * Lets pass what React sends for the form of a page, by its script (which names the action in a header) or without JavaScript.
 * Next and React answer anything else as if the fault were ours, and quote it in the log.
 *
 * @throws {AppError} not-a-form, invalid-input
 */
export async function requireReactForm(request: Request): Promise<void> {
  const action = request.headers.get('next-action')
  if (action !== null && !ACTION_ID.test(action)) throw new AppError('invalid-input', 'no id of an action')
  const type = request.headers.get('content-type') ?? ''
  const fits = action?.startsWith('00') && type.startsWith('text/plain') ? isNothing : isForm
  // In small letters, as browsers write it: Next knows no other.
  if (fits === isForm && !/^multipart\/form-data\b/.test(type)) throw new AppError('not-a-form', 'no multipart')
  if (!(await fits(request, action))) throw new AppError('invalid-input', 'no form of React')
}

/** The script sends the empty list of arguments as a text. */
async function isNothing(request: Request): Promise<boolean> {
  return (await request.text()) === '[]'
}

async function isForm(request: Request, action: string | null): Promise<boolean> {
  const form = await request.formData().catch(() => null)
  // No page with a React form takes a file.
  if (!form || [...form.values()].some((value) => typeof value !== 'string')) return false
  return action === null ? isPlainForm(form) : isScriptForm(form, action)
}

/** Without JavaScript it names one action, and brings back the one state that the page had. */
export function isPlainForm(form: FormData): boolean {
  const [first = '', ...others] = [...form.keys()].filter((name) => /^\$ACTION_(?!KEY$)/.test(name))
  if (first.startsWith(NAMELESS)) {
    const action = first.slice(NAMELESS.length)
    return others.length === 0 && ACTION_ID.test(action) && !takesState(action)
  }
  if (!first.startsWith(REFERENCE) || others.length !== 2) return false
  const prefix = `$ACTION_${first.slice(REFERENCE.length)}`
  return WITH_STATE.test(textOf(form, `${prefix}:0`)) && isArguments(textOf(form, `${prefix}:1`), [isState])
}

/** By its script it brings the arguments in `0`, and the fields of the form after `_1_`. */
export function isScriptForm(form: FormData, action: string): boolean {
  const named = [...form.keys()].every((name) => name === '0' || name.startsWith('_1_'))
  return named && isArguments(textOf(form, '0'), takesState(action) ? [isState, isFields] : [isFields])
}

function takesState(action: string): boolean {
  return action.startsWith('60')
}

type Shape = (value: unknown) => boolean

function isArguments(text: string, shapes: readonly Shape[]): boolean {
  try {
    const values: unknown = JSON.parse(text)
    return Array.isArray(values) && values.length === shapes.length && shapes.every((fits, at) => fits(values[at]))
  } catch {
    return false
  }
}

const isFields: Shape = (value) => value === '$K1'
const isState: Shape = (value) => typeof value === 'object' && !Array.isArray(value) && holdsTexts(value, STATE_DEPTH)

function holdsTexts(value: unknown, depth: number): boolean {
  // React writes a text that begins with a dollar sign with two; with one it would point to something else.
  if (typeof value === 'string') return !/^\$(?!\$|undefined$)/.test(value)
  if (typeof value !== 'object' || value === null) return false
  return depth > 0 && Object.values(value).every((part) => holdsTexts(part, depth - 1))
}

/** The one text of that name, or none. */
function textOf(form: FormData, name: string): string {
  const [value, ...others] = form.getAll(name)
  return typeof value === 'string' && others.length === 0 ? value : ''
}
