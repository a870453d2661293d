import { graphFaults } from '../../practice/simulation/graph-faults'
import type { Simulation } from '../../practice/simulation/simulation'
import { type CourseCheck, error } from './finding'
import { type CaseSource, placeIn } from './source'

/** A simulation: every path ends, nothing is out of reach, and its documents are those of its language files. */
export const simulationGraph: CourseCheck = ({ cases }) => {
  const simulations = cases.flatMap((source) => {
    const file = simulationIn(source)
    return file ? [{ source, file }] : []
  })
  const taken = simulations.filter(
    ({ file }, place) => simulations.findIndex((other) => other.file.order === file.order) !== place,
  )
  return [
    ...simulations.flatMap(({ source, file }) =>
      graphFaults(file, documentsOf(source)).map(({ key, message }) => error(placeIn(source.file, key), message)),
    ),
    ...taken.map(({ source, file }) =>
      error(placeIn(source.file, 'order'), `two simulations have the place ${file.order}: give each its own`),
    ),
  ]
}

function simulationIn({ file: { value } }: CaseSource): Simulation | null {
  return value?.kind === 'simulation' ? value : null
}

/** Those of the first language that is there: another check compares the languages. */
function documentsOf({ prose }: CaseSource): ReadonlySet<string> {
  const [first] = Object.values(prose)
  return new Set(first?.documents.map(({ id }) => id))
}
