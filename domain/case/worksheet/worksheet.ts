import type { IndicatorGroup } from '../../library/indicator'

/** The answers on a sign. `unasked`: nobody has looked for it, which is not the same as `absent`. */
export const MARKS = ['present', 'absent', 'unclear', 'unasked'] as const
export type Mark = (typeof MARKS)[number]

/** Whether the person may be a child. The first question, since under eighteen no means has to be proved. */
export const CHILD_ANSWERS = ['yes', 'no', 'doubt'] as const
export type ChildAnswer = (typeof CHILD_ANSWERS)[number]

/** The groups of signs that every worksheet shows; the others are forms of exploitation. */
const COMMON = ['general', 'children', 'recruitment-and-control']
export const CHILDREN_GROUP = 'children'

/** The groups in the order of the worksheet: children first, then the other common ones, then each form. */
export function worksheetGroups(groups: Readonly<Record<string, IndicatorGroup>>): {
  common: IndicatorGroup[]
  forms: IndicatorGroup[]
} {
  const sorted = Object.values(groups).toSorted((a, b) => a.order - b.order)
  return {
    common: [CHILDREN_GROUP, ...COMMON.filter((id) => id !== CHILDREN_GROUP)].flatMap((id) =>
      sorted.filter((group) => group.id === id),
    ),
    forms: sorted.filter(({ id }) => !COMMON.includes(id)),
  }
}

/** The name of a sign on a worksheet: it is unique among all groups. */
export function signName(group: string, sign: string): string {
  return `${group}.${sign}`
}

export type MarkedSign = { text: string; mark: Mark; quote: string }

/** The signs of a worksheet by their mark, in its order. There is no score. */
export function statementOf<S extends Pick<MarkedSign, 'mark'>>(signs: readonly S[]): Record<Mark, S[]> {
  const marked = (mark: Mark) => signs.filter((sign) => sign.mark === mark)
  return {
    present: marked('present'),
    absent: marked('absent'),
    unclear: marked('unclear'),
    unasked: marked('unasked'),
  }
}

/** The next steps after a worksheet. Each has its sentence under `worksheet.next`, and `NEXT_CITES` has its basis. */
export const NEXT_STEPS = ['child', 'report', 'protect', 'ask', 'nothing-found'] as const
export type NextStep = (typeof NEXT_STEPS)[number]

export const NEXT_CITES: Readonly<Record<NextStep, readonly string[]>> = {
  child: ['cpp-82-5-1#1', 'cp-448-1#2', 'cets197-10'],
  report: ['cpp-42#1', 'cpp-43#1', 'cp-448-7#1'],
  protect: ['cpp-82-5-1#3', 'cpp-82-5-1#4'],
  ask: ['cpp-82-5-1#1', 'cpp-82-5-3#3'],
  'nothing-found': ['cpp-82-5-1#1'],
}

/** Protection follows from every worksheet, whatever its signs. */
export function nextSteps(child: ChildAnswer | null, signs: readonly Pick<MarkedSign, 'mark'>[]): NextStep[] {
  const { present, unclear, unasked } = statementOf(signs)
  return NEXT_STEPS.filter((step) => {
    if (step === 'child') return child === 'yes' || child === 'doubt'
    if (step === 'report') return present.length > 0
    if (step === 'ask') return unclear.length + unasked.length > 0
    if (step === 'nothing-found') return present.length === 0
    return true
  })
}
