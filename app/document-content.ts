export type { DocumentPage } from './http/document-page'
