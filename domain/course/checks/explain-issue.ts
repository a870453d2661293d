import { isLocale } from '../../locale'
import { LANGUAGE_NAME } from './language-name'

/** The part of a zod issue that is used here. */
export type SchemaIssue = { code: string; path: readonly PropertyKey[]; message: string; keys?: readonly string[] }
export type Explained = { check: string; key: string; message: string }

/** Explains to the author what to do about a value that does not fit its schema, and names the value. */
export function explainIssue(file: unknown, issue: SchemaIssue): Explained {
  const path = issue.path.map(String)
  const key = path.join('.')
  const value = valueAt(file, path)
  const missing = value === undefined || value === null || value === ''
  const [parent, last] = [path.at(-2) ?? '', path.at(-1) ?? '']
  const name = isLocale(last) ? parent : last

  if (name === 'feedback' && missing) {
    const where = isLocale(last) ? ` in ${LANGUAGE_NAME[last]}` : ''
    return {
      check: 'option-feedback',
      key,
      message: `this option has no feedback${where}: say why it is right or wrong`,
    }
  }
  if (isLocale(last) && missing) {
    return {
      check: 'missing-translation',
      key,
      message: `“${parent}” has no ${LANGUAGE_NAME[last]} text: add it under “${last}:”`,
    }
  }
  if (path.includes('correct')) {
    return {
      check: 'right-answer',
      key,
      message:
        'the right answer is missing or incomplete: list the right ids under “correct:”, in quotes if they are true, false or numbers',
    }
  }
  if (issue.keys?.includes('minutes')) {
    return { check: 'schema', key, message: 'minutes are counted, not typed: remove “minutes:”' }
  }
  if (issue.code === 'unrecognized_keys') {
    return {
      check: 'schema',
      key,
      message: `unknown entry ${(issue.keys ?? []).join(', ')}: correct its spelling or remove it`,
    }
  }
  if (issue.message.includes('expected string') && (typeof value === 'boolean' || typeof value === 'number')) {
    return {
      check: 'schema',
      key,
      message: `“${last}: ${value}” must be a text: put it in quotes, ${last}: "${value}"`,
    }
  }
  if (missing)
    return { check: 'schema', key, message: `${last === '' ? 'the content' : `“${last}”`} is missing: add it` }
  return { check: 'schema', key, message: `“${last}” is not as it should be (${issue.message})` }
}

function valueAt(file: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], file)
}
