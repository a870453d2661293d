/** The shape of a message: its arguments with their types, its tags, and the forms of each plural or select. */
export type IcuShape = {
  arguments: ReadonlySet<string>
  tags: ReadonlySet<string>
  choices: readonly { kind: string; forms: readonly string[] }[]
}

/** A shape that is still being read. */
type Open = { arguments: Set<string>; tags: Set<string>; choices: IcuShape['choices'][number][] }

const HEAD = /^\{\s*([\w-]+)\s*(?:,\s*(\w+)\s*)?/
const FORM = /^\s*(=?[\w-]+)\s*\{/

/**
 * Reads the shape of an ICU message, for the part of the syntax that our catalogs use: arguments, plural, select, tags.
 *
 * @throws {SyntaxError} if a brace is not closed or an argument cannot be read.
 */
export function icuShape(message: string): IcuShape {
  const shape: Open = { arguments: new Set(), tags: new Set(), choices: [] }
  readText(message, shape)
  return shape
}

/** @returns the index of the brace that ends this text, or of the message's end. */
function readText(message: string, shape: Open, start = 0): number {
  let at = start
  while (at < message.length && message[at] !== '}') {
    const tag = /^<\/?(\w+)>/.exec(message.slice(at))
    if (tag) shape.tags.add(tag[1] ?? '')
    at = message[at] === '{' ? readArgument(message, shape, at) : at + (tag?.[0].length ?? 1)
  }
  if (start === 0 && at < message.length) throw new SyntaxError(`a brace too many: ${message}`)
  return at
}

function readArgument(message: string, shape: Open, start: number): number {
  const head = HEAD.exec(message.slice(start))
  if (!head) throw new SyntaxError(`no argument at ${start}: ${message}`)
  const [all, name = '', kind] = head
  shape.arguments.add(kind ? `${name}, ${kind}` : name)
  let at = start + all.length
  if (kind === 'plural' || kind === 'select' || kind === 'selectordinal') {
    const forms: string[] = []
    at += message[at] === ',' ? 1 : 0
    for (let form = FORM.exec(message.slice(at)); form; form = FORM.exec(message.slice(at))) {
      forms.push(form[1] ?? '')
      at = readText(message, shape, at + form[0].length) + 1
    }
    shape.choices.push({ kind, forms })
  }
  const end = /^[^{}]*\}/.exec(message.slice(at))
  if (!end) throw new SyntaxError(`a brace that does not close at ${at}: ${message}`)
  return at + end[0].length
}
