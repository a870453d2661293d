import { z } from 'zod'
import { localizedSchema } from '../locale'
import { citesOfGrid, gridFileSchema } from './grid-file'
import { citesOfSimulation, simulationSchema } from './simulation/simulation'

/** courses/<course>/cases/<id>/case.yaml, by its kind. */
export const caseFileSchema = z.discriminatedUnion('kind', [gridFileSchema, simulationSchema])
export type CaseFile = z.infer<typeof caseFileSchema>
export type CaseKind = CaseFile['kind']

const signSchema = z.strictObject({
  hash: z.string().min(1),
  language: z.enum(['ar', 'fr', 'en']),
  role: z.enum(['legal', 'pedagogy', 'language']),
  date: z.iso.date(),
  by: z.string().min(1),
})

/** An invented file as a release stores it. It holds the solution: see `openPart`. */
export const releasedCaseSchema = z.strictObject({
  file: caseFileSchema,
  /** Its documents: Markdown without front matter. */
  bodies: localizedSchema,
  signoff: z.array(signSchema),
  /** The hash of the text in each language. A sign-off counts while it names this hash. */
  hashes: localizedSchema,
})
export type ReleasedCase = z.infer<typeof releasedCaseSchema>

/** Every citation of the lists of a case's file, with the entry that holds it. */
export function citesOfCase(file: CaseFile): { cite: string; key: string }[] {
  return file.kind === 'grid' ? citesOfGrid(file) : citesOfSimulation(file)
}
