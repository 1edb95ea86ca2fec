import { zipSync } from 'fflate'
import { declarationsOf } from '../look.ts'
import { html } from '../html.ts'
import { preloads } from '../preloads.ts'
import type { WidgetFiles } from '../widget-files.ts'
import { builderLanguages, type Choice } from './choice.ts'

/**
 * A folder that any web space can hold: page, elements, rule set, hashes, and what to do with them. It needs no service, and
 * the same choice gives the same bytes.
 */
export function folderOf(choice: Choice, widgets: WidgetFiles): Uint8Array<ArrayBuffer> {
  const { rule } = choice
  const scripts = [...widgets.files].filter(([name]) => name.endsWith('.js') && needed(name))
  const files: Record<string, Uint8Array> = {
    'index.html': bytes(indexPage(choice, widgets)),
    'style.css': bytes(styleOf(choice)),
    'README.txt': bytes(readme(choice)),
    'integrity.json': widgets.files.get('integrity.json')!.body,
    [`rules/${rule.ruleSet.id}.json`]: bytes(rule.text),
    ...Object.fromEntries(scripts.map(([name, file]) => [`joinery/${name}`, file.body])),
  }
  return Uint8Array.from(zipSync(files, { level: 6, mtime: '2020-01-01' }))
}

/** The page loads modules; the one large file is for sites that cannot. */
function needed(name: string): boolean {
  return name !== 'joinery.iife.js' && name !== 'loader.js'
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types joinery"

function indexPage({ rule, scope, lang = 'en' }: Choice, widgets: WidgetFiles): string {
  const { document, id } = rule.ruleSet
  return `<!doctype html>
${
  html`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${policy}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${document.title}</title>
      <link rel="stylesheet" href="style.css" />
      ${preloads({ widgets, folder: 'joinery/', rules: `rules/${id}.json`, language: lang })}
      <script type="module" src="joinery/joinery.js" integrity="${widgets.integrityOf('joinery.js')}"></script>
      <script defer src="joinery/frame.js" integrity="${widgets.integrityOf('frame.js')}"></script>
    </head>
    <body>
      <main>
        <joinery-assessment rules="rules/${id}.json" scope="${scope}" heading-level="1">
          <p>This page needs a browser that runs scripts.</p>
        </joinery-assessment>
      </main>
    </body>
  </html> `.html
}`
}

function styleOf({ look }: Choice): string {
  const own = declarationsOf(look).map((declaration) => `  ${declaration};\n`)
  return `body {\n  margin: 0 auto;\n  max-width: 1240px;\n}\njoinery-assessment {\n${own.join('')}}\n`
}

function readme({ rule, lang = 'en' }: Choice): string {
  const { title, version, licence } = rule.ruleSet.document
  return `${title}
${'='.repeat(title.length)}

This folder is a complete check that runs on any web space. No service is needed, nothing is sent anywhere, and answers stay
on the device of whoever gives them.

To put it on your site
----------------------
1. Unpack this folder.
2. Rename it to whatever its address is to be, for example "check".
3. Upload the whole folder to your web space, as you upload your other pages (FTP, or the file manager of your provider).
4. Open it in your browser: https://www.example.org/check/
5. Link to that address from your site.

It has to be on a web space: opened from your own disk, browsers do not load its parts.

To show it inside another page of yours, paste this there:

<iframe src="/check/" title="${title.replaceAll('"', '')}" width="100%" height="900" style="border:0"></iframe>

What is in it
-------------
index.html       the page; change its title and add your name as you like
style.css        width and colours
rules/           the questions: ${title}, version ${version}, ${licence}
joinery/         the program; do not change it
integrity.json   the fingerprint of each file of the program, so that anybody can check that it is the real one

Language: ${builderLanguages[lang]}. To change it, write another one into the first line of index.html, such as lang="de".

A result is a self-assessment: neither an audit nor a mark of approval.
`
}
