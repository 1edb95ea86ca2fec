// Plain JavaScript, so that a node too old to read TypeScript can still say so.
const needed = [22, 18]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Joinery runs its TypeScript directly and needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.
On Linux x64 and arm64 the install brings Node 24 along: run "npx --yes pnpm@12 install", without --no-optional, and
start commands through pnpm. On other systems install Node 24 and try again.`,
  )
  process.exit(1)
}
