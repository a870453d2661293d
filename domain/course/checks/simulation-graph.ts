import { graphFaults } from '../../case/simulation/graph-faults'
import type { Simulation } from '../../case/simulation/simulation'
import { type CourseCheck, error } from './finding'
import { type CaseSource, placeIn } from './source'

/** In a simulation every path must end, every node be reachable, and the documents be those of the language files. */
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

/** The documents of the first language that exists. Another check compares the languages. */
function documentsOf({ prose }: CaseSource): ReadonlySet<string> {
  const [first] = Object.values(prose)
  return new Set(first?.documents.map(({ id }) => id))
}
