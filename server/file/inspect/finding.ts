import 'server-only'
import type { FileProblem, FileType } from '@/domain/file/material-file'

/** What a file is by its bytes, or why it is not kept. */
export type Finding = { status: 'fine'; type: FileType } | { status: 'refused'; problem: FileProblem }

export const refused = (problem: FileProblem): Finding => ({ status: 'refused', problem })
