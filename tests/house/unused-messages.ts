import type { SourceFile } from './files-in'

const KEY = /['"]([\w.-]+)['"]/g
/** Only a template that begins with the name of a group: a placeholder at the start would match all messages. */
const TEMPLATE = /`([\w-]+\.[\w.-]*\$\{[^`]*)`/g
const GAP = /\$\{[^}]*\}/

/** The messages that no code mentions, neither in full nor by a template such as one for all `roles`. */
export function unusedMessages(keys: readonly string[], files: readonly SourceFile[]): string[] {
  const found = (pattern: RegExp) => files.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, key = '']) => key))
  const named = new Set(found(KEY))
  const templates = found(TEMPLATE).flatMap(shapeOf)
  return keys.filter((key) => !named.has(key) && !templates.some((shape) => shape.test(key)))
}

function shapeOf(template: string): RegExp[] {
  const parts = template.split(GAP)
  if (!parts.every((part) => /^[\w.-]*$/.test(part))) return []
  return [new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`)]
}
