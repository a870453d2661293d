const REFERENCE = '$ACTION_REF_'

/**
 * True for a form that React could have sent without JavaScript: it names a server action and brings back the one state that
 * the page had. Next answers a damaged one as if the fault were ours.
 */
export function isReactForm(form: FormData): boolean {
  const names = [...form.keys()]
  const reference = names.find((name) => name.startsWith(REFERENCE))
  if (!reference) return names.some((name) => name.startsWith('$ACTION_ID_'))
  return isState(form.get(`$ACTION_${reference.slice(REFERENCE.length)}:1`))
}

function isState(sent: unknown): boolean {
  try {
    const states: unknown = JSON.parse(String(sent), refuseReferences)
    return Array.isArray(states) && states.length === 1 && typeof states[0] === 'object' && states[0] !== null
  } catch {
    return false
  }
}

/** React writes a text that begins with a dollar sign with two; with one it would point to something else. */
function refuseReferences(_: string, value: unknown): unknown {
  if (typeof value === 'string' && /^\$(?!\$|undefined$)/.test(value)) throw new SyntaxError('a reference')
  return value
}
