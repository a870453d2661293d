import 'server-only'
import { createHash } from 'node:crypto'
import { fileName } from '@/domain/file/file-name'
import { addAct } from './act'
import { MATERIAL_PLANS, type MaterialPlan } from './material-plans'
import type { SeminarPlan } from './seminar-plans'
import { daysAfter, type TableBatch } from './table-batch'
import { writeOdp } from './write-odp'
import { writePdf } from './write-pdf'

type Seminar = { id: string; institutionId: string; actorId: string; createdAt: Date }

/** Adds the materials of a seminar. Their files are generated and stored in the database. */
export function addMaterials(batch: TableBatch, key: SeminarPlan['key'], seminar: Seminar): void {
  for (const plan of MATERIAL_PLANS.filter(({ of }) => of === key)) addMaterial(batch, plan, seminar)
}

function addMaterial(batch: TableBatch, plan: MaterialPlan, seminar: Seminar): void {
  const { tables, rng } = batch
  const { type, when, openTo, titles, written } = plan
  const at = daysAfter(seminar.createdAt, when === 'before' ? 3 : 12)
  const bytes = type === 'pdf' ? writePdf(written) : writeOdp(written)
  const id = rng.uuid(at)
  const name = fileName(written.title, type)
  const hash = createHash('sha256').update(bytes).digest('hex')
  tables.StoredFile.push({ id, name, type, bytes: bytes.length, hash, store: 'database', createdAt: at })
  // A document of one page fits into one chunk.
  tables.FileChunk.push({ fileId: id, position: 0, bytes: `\\x${Buffer.from(bytes).toString('hex')}` })
  const about = { when, openTo, titles: JSON.stringify(titles) }
  tables.SeminarMaterial.push({ id: rng.uuid(at), seminarId: seminar.id, fileId: id, ...about, createdAt: at })
  const { actorId, institutionId } = seminar
  addAct(batch, {
    act: 'seminar-material-added',
    at,
    actorId,
    institutionId,
    details: { seminar: seminar.id, file: name },
  })
}
