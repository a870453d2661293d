import 'server-only'
import { describeFinding } from '../../content/check-content'
import { db } from '../../db/client'
import { closeCandidates, insertCandidate } from '../../db/editorial/editorial-candidates'
import { forgetCandidate } from '../candidate'
import { candidateFiles } from './candidate-files'
import { readCandidate } from './read-candidate'

/**
 * Opens to reviewers the files of a folder or a git revision that differ from those here. Closes the candidate that was
 * open.
 *
 * @returns a sentence for the operator. @throws if a course of it cannot be shown.
 */
export async function openCandidate(root: string, asked: string, now: Date): Promise<string> {
  const { source, files } = candidateFiles(root, asked)
  const { unreadable } = await readCandidate(root, files)
  if (unreadable.length > 0) {
    const lines = unreadable.flatMap(({ findings }) => findings.map(describeFinding))
    const courses = unreadable.map(({ courseId }) => courseId).join(', ')
    throw new Error([...lines, `Not opened: ${courses} cannot be shown as it is.`].join('\n'))
  }
  await insertCandidate(db(), { source, files }, now)
  forgetCandidate()
  return `${source} is open to reviewers: ${files.length} files differ from those here.`
}

/** @returns a sentence for the operator. */
export async function closeCandidate(now: Date): Promise<string> {
  const closed = await closeCandidates(db(), now)
  forgetCandidate()
  return closed ? 'Reviewers see what is published again.' : 'Nothing was open.'
}
