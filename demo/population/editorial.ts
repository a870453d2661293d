import 'server-only'
import type { Reviewing } from '@/domain/auth/roles-held'
import type { TextBlock } from '@/domain/editorial/text-block'
import type { Locale } from '@/domain/locale'
import type { TextKey } from '@/domain/signoff/text-key'
import { currentRelease } from '@/server/content/releases'
import { hashOfBlock } from '@/server/editorial/comments'
import { makeChange } from '@/server/editorial/make-change'
import { type PresentText, presentText } from '@/server/editorial/present-text'
import { sourceFiles } from '@/server/editorial/source-files'
import { addAcceptedRole } from './act'
import { addPerson } from './person'
import { daysAfter, type TableBatch } from './table-batch'

const COURSE = 'fundamentals'
const TEXT: TextKey = { kind: 'lesson', id: `${COURSE}/offence` }
const REVIEWS = {
  areas: ['legal'],
  parts: [
    'course:fundamentals',
    'course:detection',
    'library:law',
    'library:term',
    'library:referral',
    'library:indicator',
    'library:checklist',
    'library:pathway',
  ],
  languages: ['ar', 'fr'],
} satisfies Partial<Reviewing['scope']>
const OWN: Reviewing = {
  signer: 'R-DEM2',
  scope: { ...REVIEWS, function: 'Magistrate (démonstration)', body: 'Comité de relecture (démonstration)' },
}
const COLLEAGUE: Reviewing = {
  signer: 'R-DEM3',
  scope: { ...REVIEWS, function: 'أستاذ القانون (حساب تجريبي)', body: 'لجنة المراجعة (حساب تجريبي)' },
}
/** The sentence of the lesson with its proposed wording. */
const WORDING = {
  before: 'Rattachez chaque personne poursuivie à un acte précis.',
  after: 'Rattachez chacune des personnes poursuivies à un acte précis.',
}

type Reviewer = Reviewing & { accountId: string }

/**
 * Two invented reviewers, who have commented on a published lesson and proposed a wording of one of its sentences. They
 * have signed nothing: a signature says that a jurist has read the text.
 */
export async function addEditorial(batch: TableBatch, accountId: string, platformId: string): Promise<void> {
  const begun = daysAfter(batch.now, -90)
  const profile = { begun, function: 'other', institution: 'لجنة المراجعة (حساب تجريبي)', locale: 'ar' } as const
  const colleague = { ...COLLEAGUE, accountId: addPerson(batch, profile).accountId }
  const own = { ...OWN, accountId }
  for (const { accountId: id, ...review } of [own, colleague]) {
    addAcceptedRole(batch, { accountId: id, institutionId: null, role: 'reviewer', review }, platformId, begun)
  }
  if (!(await currentRelease(COURSE))) return
  const text = await presentText(TEXT)
  const block = text.blocks.find(({ fields }) => fields[0]?.texts.fr?.includes(WORDING.before))
  if (!block) return
  addThread(batch, block, { language: 'ar', resolvedDaysAgo: 20 }, [
    { by: own, text: 'يُستحسن التذكير هنا بالفقرة الأولى من الفصل. (ملاحظة تجريبية)', daysAgo: 31 },
    { by: colleague, text: 'الفقرة مذكورة في الإحالة، فلا حاجة إلى تكرارها. (ملاحظة تجريبية)', daysAgo: 21 },
  ])
  addThread(batch, block, { language: 'fr', resolvedDaysAgo: null }, [
    { by: own, text: 'La dernière phrase gagnerait à être au pluriel. (Remarque de démonstration)', daysAgo: 6 },
  ])
  propose(batch, text, block, colleague)
}

type Said = { by: Reviewer; text: string; daysAgo: number }
type Discussed = { language: Locale; resolvedDaysAgo: number | null }

function addThread(
  { tables, rng, now }: TableBatch,
  block: TextBlock,
  { language, resolvedDaysAgo }: Discussed,
  comments: readonly Said[],
): void {
  const createdAt = daysAfter(now, -Math.max(...comments.map(({ daysAgo }) => daysAgo)))
  const threadId = rng.uuid(createdAt)
  tables.EditorialThread.push({
    id: threadId,
    kind: TEXT.kind,
    textId: TEXT.id,
    language,
    block: block.id,
    passage: block.fields[0]?.texts[language] ?? '',
    passageHash: hashOfBlock(block, language),
    createdAt,
    resolvedAt: resolvedDaysAgo === null ? null : daysAfter(now, -resolvedDaysAgo),
  })
  for (const { by, text, daysAgo } of comments) {
    const writtenAt = daysAfter(now, -daysAgo)
    tables.EditorialComment.push({ id: rng.uuid(writtenAt), threadId, ...signedBy(by), text, writtenAt, mentions: [] })
  }
}

/**
 * Makes the proposal as the form of a reviewer does; none is made if the files have changed or the checks refuse it.
 */
function propose({ tables, rng, now }: TableBatch, { source }: PresentText, passage: TextBlock, by: Reviewer) {
  const [block, before = ''] = [passage.id, passage.fields[0]?.texts.fr]
  const after = before.replace(WORDING.before, WORDING.after)
  const files = sourceFiles(source.files, TEXT)
  const asked = { files, key: TEXT, block, field: '', language: 'fr', before, after } as const
  const made = makeChange(asked)
  if (made.status !== 'made') return
  const proposedAt = daysAfter(now, -4)
  const { accountId: proposedById, ...stands } = signedBy(by)
  tables.EditorialProposal.push({
    id: rng.uuid(proposedAt),
    kind: TEXT.kind,
    textId: TEXT.id,
    language: 'fr',
    summary: WORDING.before,
    reason: 'Accord avec le reste du passage. (Proposition de démonstration)',
    files: JSON.stringify([made.change]),
    ...stands,
    proposedById,
    proposedAt,
  })
}

function signedBy({ accountId, signer, scope }: Reviewer) {
  return { accountId, signer, function: scope.function, body: scope.body }
}
