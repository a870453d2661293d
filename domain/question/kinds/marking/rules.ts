import { choice } from '../choice'
import type { Kind } from '../kind'
import { multiple } from '../multiple/rules'
import { idsOf, publicOptions, publicPart } from '../options'

/** The learner marks spans of a document. Her answer is graded like a choice of several options. */
export const marking: Kind<'marking'> = {
  ...choice,
  show: (key) => ({ ...publicPart(key), passage: key.passage, options: publicOptions(key.options) }),
  /** The spans keep the order of the document. */
  draw: ({ options }) => idsOf(options),
  read: (key, given) => multiple.read(asMultiple(key), given),
  grade: (key, picks) => multiple.grade(asMultiple(key), picks),
  judge: (key, picks) => multiple.judge(asMultiple(key), picks),
  mistake: (key, pick) => multiple.mistake(asMultiple(key), pick),
  fault: (key) => multiple.fault(asMultiple(key)),
  shares: () => [],
}

const asMultiple = <Key extends object>(key: Key) => ({ ...key, kind: 'multiple' as const })
