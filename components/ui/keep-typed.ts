import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import type { FormAction, FormField, FormState, FormTexts } from './form-state'

/** The action, but a form that cannot reach it (no network, a new deployment) comes back with all that was typed. */
export function keepTyped(action: FormAction, fields: readonly FormField[], texts: FormTexts): FormAction {
  return async (before, form) => {
    try {
      return await action(before, form)
    } catch (error) {
      // A redirect arrives as an error too.
      unstable_rethrow(error)
      return { ...problemOf(error, texts), summary: [], errors: {}, values: typedIn(form, fields) }
    }
  }
}

function problemOf(error: unknown, texts: FormTexts): Pick<FormState, 'problem' | 'wayOut'> {
  if (!unstable_isUnrecognizedActionError(error)) return { problem: texts.notSent }
  return { problem: texts.outdated, wayOut: { href: '', label: texts.reload } }
}

function typedIn(form: FormData, fields: readonly FormField[]): Record<string, string> {
  const shown = fields.filter(({ kind }) => kind !== 'password' && kind !== 'hidden')
  return Object.fromEntries(shown.map(({ name }) => [name, String(form.get(name) ?? '')]))
}
