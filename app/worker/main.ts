// The program of the worker thread that parses what somebody sends, built by scripts/build-programs.ts.
// @see server/worker/run-in-worker.ts. A task loads only what it needs: most threads live for one file.
import { answerTasks } from '@/server/worker/answer-tasks'

answerTasks({
  'read-roster': async (reading) => {
    const { readRoster, rereadRoster } = await import('@/server/cohort/import/read-roster')
    return 'bytes' in reading ? readRoster(reading.bytes, reading.plan) : rereadRoster(reading.cells, reading.plan)
  },
  'inspect-file': async (inspection) => {
    const { inspectDocument } = await import('@/server/file/inspect/inspect-document')
    return inspectDocument(inspection)
  },
  prepare: async () => {
    const { library } = await import('@/server/content/library')
    await import('@/server/editorial/checking/check-text')
    await import('@/app/[locale]/(review)/review/preview-html')
    library()
    return null
  },
  'check-text': async ({ text, changes, wants }) => {
    const { findingsIn, previewOf } = await import('@/server/editorial/checking/check-text')
    const { previewHtml } = await import('@/app/[locale]/(review)/review/preview-html')
    const findings = wants.findings ? findingsIn(text, changes) : []
    const made = wants.preview ? previewOf(text, changes) : null
    return { findings, preview: made && previewHtml(made) }
  },
  'make-change': async (asked) => {
    const { makeChange } = await import('@/server/editorial/make-change')
    return makeChange(asked)
  },
  'compare-files': async (files) => {
    const { compareFiles } = await import('@/server/editorial/checking/compare-files')
    return compareFiles(files)
  },
})
