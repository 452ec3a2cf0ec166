// Where to go after signing in. In: what the address says, written by anybody. Out: a path of this
// hub. Keeps: a link to the sign-in page can never lead out of the house.

/** The path when it is one of ours, else the start. */
export function localPath(asked: string | readonly string[] | undefined): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || /[\\\p{Cc}]/u.test(asked)) return '/'
  const base = 'https://hub.invalid'
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null
  if (!url || url.origin !== base || url.pathname.startsWith('/sign-in')) return '/'
  return url.pathname + url.search + url.hash
}
