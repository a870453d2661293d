import type { Choice, Simulation } from './simulation'

const text = (words: string) => ({ ar: `${words} ar`, fr: `${words} fr`, en: words })

export function sampleChoice(id: string, next: Choice['next'], rest: Partial<Choice> = {}): Choice {
  return {
    id,
    text: text(id),
    effects: { minutes: 10 },
    consequence: `after-${id}`,
    why: text(`why ${id}`),
    outcome: text(`outcome of ${id}`),
    cites: ['cpp-42'],
    next,
    ...rest,
  }
}

/**
 * A small file for tests: call → door → an ending that depends on what was done before. At the door a third choice is
 * offered only before midnight.
 */
export function sampleSimulation(change: Partial<Simulation> = {}): Simulation {
  return {
    id: 'sample',
    kind: 'simulation',
    order: 1,
    revision: 1,
    lawDate: '2025-12-08',
    minutes: 5,
    title: text('Sample'),
    lead: text('A sample'),
    keywords: [],
    stages: [
      { id: 'first', title: text('First') },
      { id: 'second', title: text('Second') },
    ],
    start: { at: '2026-02-04T23:50', node: 'call', state: { safety: 2, evidence: 4, defence: 5 } },
    nodes: [
      {
        id: 'call',
        stage: 'first',
        seat: 'prosecutor',
        text: text('The telephone rings.'),
        opens: ['note'],
        choices: [
          sampleChoice('go', 'door', { effects: { minutes: 5, safety: 1, sets: ['went'] } }),
          sampleChoice('wait', 'door', { effects: { minutes: 30, evidence: -2 } }),
        ],
      },
      {
        id: 'door',
        stage: 'second',
        seat: 'juvenile-judge',
        text: text('The door.'),
        opens: [{ document: 'photograph', when: { has: ['went'] } }],
        choices: [
          sampleChoice(
            'protect',
            [{ when: { atLeast: { safety: 4 }, atMost: { evidence: 5 } }, to: 'safe' }, { to: 'unsafe' }],
            { effects: { minutes: 10, safety: 1 } },
          ),
          sampleChoice('leave', 'unsafe', { effects: { until: '2026-02-05T08:00', safety: -5, clears: ['went'] } }),
          sampleChoice('hurry', 'safe', { when: { before: '2026-02-05T00:00' } }),
        ],
      },
    ],
    endings: [
      { id: 'safe', title: text('Safe'), text: text('All is well.') },
      { id: 'unsafe', title: text('Unsafe'), text: text('All is lost.') },
    ],
    reference: [
      { node: 'call', choice: 'go' },
      { node: 'door', choice: 'protect' },
    ],
    ...change,
  }
}

export const SAMPLE_DOCUMENTS: ReadonlySet<string> = new Set([
  ...['note', 'photograph'],
  ...['go', 'wait', 'protect', 'leave', 'hurry'].map((id) => `after-${id}`),
])
