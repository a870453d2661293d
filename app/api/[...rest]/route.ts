/** An unknown API address. The web server writes the body: a code for a program, a page for a person. */
export function GET(): Response {
  return new Response(null, { status: 404 })
}
