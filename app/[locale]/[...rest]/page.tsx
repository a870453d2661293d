import { notFound } from 'next/navigation'

/** Any address that no page has: a 404 inside the layout, in the reader's language. */
export default function NoSuchPage() {
  notFound()
}
