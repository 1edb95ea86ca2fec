/** What the element needs and nothing else; styles are part of its shadow roots and need no leave. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types joinery',
].join('; ')

const sitePolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types joinery"

/** The policy that a page is served with: as strict as a careful site's, or stricter. */
export function policyFor(path: string): string | undefined {
  if (path === '/strict.html' || path === '/embed.html') return strictPolicy
  return path === '/' || path.endsWith('.html') ? sitePolicy : undefined
}
