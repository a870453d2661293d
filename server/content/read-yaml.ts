import 'server-only'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { error, type Finding } from '@/domain/course/checks/finding'
import type { Lines } from '@/domain/course/checks/source'
import { oncePerText } from './once-per-text'

export type YamlText = { path: string; value: unknown; lines: Lines; findings: readonly Finding[] }

/** Parses YAML with the line of every value. Invalid YAML gives a finding and no value. */
export const readYaml = oncePerText((path: string, text: string): YamlText => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const findings = document.errors.map((fault) => {
    const line = fault.linePos?.[0].line ?? 1
    const message = `this is not valid YAML: ${fault.message.split(' at line')[0]}; check indentation, quotes and colons`
    return { ...error({ path, line }, message), check: 'yaml' }
  })
  if (findings.length > 0) return { path, value: undefined, lines: {}, findings }
  const lines: Record<string, number> = { '': 1 }
  if (document.contents) collect(document.contents, [], lines, counter)
  return { path, value: document.toJS(), lines, findings }
})

function collect(node: Node, keys: readonly string[], lines: Record<string, number>, counter: LineCounter): void {
  const at = (child: unknown, key: string, offset: number | undefined) => {
    lines[[...keys, key].join('.')] = counter.linePos(offset ?? 0).line
    if (isMap(child) || isSeq(child)) collect(child, [...keys, key], lines, counter)
  }
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key)) at(value, String(key.value), key.range?.[0])
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) at(item, String(index), (item as Node | null)?.range?.[0])
  }
}
