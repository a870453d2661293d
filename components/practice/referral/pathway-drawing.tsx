import type { ExpectedStep } from '@/domain/case/expected-plan'
import type { Pathway } from '@/domain/library/pathway'
import { directionOf, type Locale } from '@/domain/locale'
import { type DrawnStep, drawPathway } from '@/domain/practice/referral/draw-pathway'
import type { Plan } from '@/domain/practice/referral/plan'
import type { Translator } from '@/i18n/translator'
import { stepName } from './comparison'

type Props = { expected: readonly ExpectedStep[]; plan: Plan; pathway: Pathway; locale: Locale; t: Translator }

/** The reference pathway as a drawing, mirrored in Arabic. Its description says the same in words. */
export function PathwayDrawing({ expected, plan, pathway, locale, t }: Props) {
  const planned = new Set(plan.map(({ step }) => step))
  const steps = expected.map(({ step, need }) => {
    const phase = pathway.steps.find(({ id }) => id === step)?.phase ?? 'orient'
    const state: DrawnStep['state'] = planned.has(step) ? 'planned' : need === 'must' ? 'missing' : 'optional'
    return { name: stepName(step, pathway, locale), phase: t(`referralPlan.phases.${phase}`), state }
  })
  const told = steps.map(({ name, phase, state }, index) =>
    t('referralPlan.drawnStep', {
      number: index + 1,
      step: name,
      phase,
      state: t(`referralPlan.drawn.${state}`),
    }),
  )
  const direction = directionOf(locale)
  const {
    width,
    height,
    line,
    steps: drawn,
  } = drawPathway(
    steps.map(({ name, phase, state }) => ({ name, state, note: `${phase} · ${t(`referralPlan.drawn.${state}`)}` })),
    direction === 'rtl',
  )
  return (
    <svg
      className="pathway-drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="drawn-title drawn-steps"
      direction={direction}
    >
      <title id="drawn-title">{t('referralPlan.drawing', { count: expected.length })}</title>
      <desc id="drawn-steps">{told.join(' ; ')}</desc>
      <line x1={line.x} x2={line.x} y1={line.from} y2={line.to} className="path-line" />
      {drawn.map((step) => (
        <Drawn key={step.number} step={step} />
      ))}
    </svg>
  )
}

function Drawn({ step: { number, lines, note, state, mark, words } }: { step: DrawnStep }) {
  return (
    <g className={`drawn-${state}`}>
      {state === 'planned' ? (
        <circle cx={mark.x} cy={mark.y} r={12} />
      ) : (
        <rect x={mark.x - 11} y={mark.y - 11} width={22} height={22} rx={3} />
      )}
      <text x={mark.x} y={mark.y + 4} textAnchor="middle" className="path-number">
        {number}
      </text>
      {lines.map((line, index) => (
        <text key={line} x={words.x} y={words.y[index]} className="path-name">
          {line}
        </text>
      ))}
      <text x={words.x} y={words.noteY} className="path-note">
        {note}
      </text>
    </g>
  )
}
