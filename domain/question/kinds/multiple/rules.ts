import { choice, readPicks, wrongPick } from '../choice'
import type { Kind } from '../kind'
import { judgePart, publicOptions, publicPart, repetitionIn } from '../options'

/** Several options are right. */
export const multiple: Kind<'multiple'> = {
  ...choice,
  show: (key, order) => ({ ...publicPart(key), options: publicOptions(key.options, order) }),
  read: readPicks,
  /** Right minus wrong picks, not below zero: ticking every box must not earn the whole point. */
  grade: ({ correct }, picks) => {
    const right = picks.filter((id) => correct.includes(id)).length
    return Math.max(0, (right - (picks.length - right)) / correct.length)
  },
  /** The options that she ticked, then the right options that she missed. */
  judge: ({ correct }, picks) => [
    ...(picks ?? []).map((id) => judgePart(null, id, correct.includes(id) ? id : null)),
    ...correct.filter((id) => !picks?.includes(id)).map((id) => judgePart(null, null, id)),
  ],
  mistake: (key, choose) => [...key.correct.slice(0, 1), ...wrongPick(key, choose)],
  fault: ({ correct, options }) =>
    repetitionIn(correct) ??
    (correct.length >= options.length ? 'every option is right: add a wrong one, or nobody can be mistaken' : null),
  shares: () => [],
}
