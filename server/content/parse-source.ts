import 'server-only'
import type { z } from 'zod'
import { explainIssue } from '@/domain/course/checks/explain-issue'
import { error, type Finding } from '@/domain/course/checks/finding'
import { placeIn, type YamlSource } from '@/domain/course/checks/source'
import type { YamlText } from './read-yaml'

export type Parsed<T> = { source: YamlSource<T>; findings: readonly Finding[] }

/** Validates a YAML value against its schema. Each mismatch becomes a finding with its line. */
export function parseSource<T>(schema: z.ZodType<T>, { path, value, lines, findings }: YamlText): Parsed<T> {
  if (value === undefined && findings.length > 0) return { source: { path, value: null, lines }, findings }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { source: { path, value: parsed.data, lines }, findings }
  const faults = parsed.error.issues.map((issue) => {
    const { check, key, message } = explainIssue(value, issue)
    return { ...error(placeIn({ path, lines }, key), message), check }
  })
  return { source: { path, value: null, lines }, findings: [...findings, ...faults] }
}
