import { describe, expect, it } from 'vitest'
import { documentsOf } from '@/domain/case/case-text'
import { explore } from '@/domain/case/simulation/explore'
import { main as play } from '@/scripts/cases-play'
import { listCourses, readCourse } from '@/server/content/read-course'
import { callCommand } from '../support/call-command'
import { runCommand } from '../support/run-command'

const simulations = listCourses(process.cwd())
  .flatMap((course) => readCourse(process.cwd(), course).course.cases)
  .flatMap(({ file: { value }, bodies: { ar = '', fr = '', en = '' } }) =>
    value?.kind === 'simulation' ? { file: value, bodies: { ar, fr, en } } : [],
  )

describe.each(simulations.map((each) => [each.file.id, each] as const))('%s', (_, { file, bodies }) => {
  it('can be explored whole: every situation, choice, ending and document', () => {
    const seen = explore(file)
    const choices = file.nodes.flatMap((node) => node.choices.map(({ id }) => `${node.id}/${id}`))

    expect(seen).toMatchObject({ cut: false, deadEnds: [] })
    expect([...seen.choices].toSorted()).toEqual(choices.toSorted())
    expect(seen.endings.size).toBe(file.endings.length)
    expect([...seen.documents].toSorted()).toEqual(
      documentsOf({ bodies }, 'fr')
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('asks for five to eight decisions on the path of its authors', () => {
    expect(file.reference.length).toBeGreaterThanOrEqual(5)
    expect(file.reference.length).toBeLessThanOrEqual(8)
  })

  it('says of every choice what it would have done, in words of its own', () => {
    const outcomes = file.nodes.flatMap(({ choices }) => choices.map(({ outcome }) => outcome.fr))
    expect(new Set(outcomes).size).toBe(outcomes.length)
  })
})

it('can be explored in the terminal, with its coverage; an unknown name gets the list of simulations', async () => {
  const { code, out } = runCommand('cases-play', 'night-report', '--explore')
  expect(out).toContain('choices      23 of 23')
  expect(out).toContain('Everything was seen.')
  expect(code).toBe(0)

  const lost = await callCommand(play, 'no-such-file')
  expect([lost.code, lost.err]).toEqual([1, expect.stringContaining('night-report')])
})
