import { defineConfig } from 'vite'
import { ownPolicy, shortText } from './tools/vite-plugins.ts'

/** What is fetched together lies in one file: it compresses better, and is one journey. */
const groups = [
  { name: 'shared', test: /widgets\/src\/(base\/(ruler|live|fields)|results\/levels|rule-set\/levels)\.ts/ },
  {
    name: 'display',
    test: /widgets\/src\/(results\/(?!results-view)|base\/result-element|i18n\/en-results|(plan|badge|portfolio|benchmark)\/|profile\/(?!radar))/,
  },
  {
    name: 'questions',
    test: /widgets\/src\/(i18n\/en-questions|session\/(progress|record)|rule-set\/facts-in|inputs\/(index|choice-input|field|number-input|text-input)|assessment\/(ask-order|proof|questions|question-frame|question\.styles|steps\.styles|form\.styles|live-view|notices-view|page-view|problems|questions-view|statement-view))\.ts/,
  },
  {
    name: 'complete',
    test: /core\/src\/(complete-result|score\/points\/[\w-]+|explain\/(clause-options|paths|held-back|lenses|next-steps|disagreements|refused-answers|notices|words|observations|what-if))\.ts/,
  },
  {
    name: 'scorer',
    test: /core\/src\/(evaluate\/|score\/(?!points)|facts\/(?!derived-fields|read)|operators\/(lift|state)|(runner|light|light-assessor|scored-result|scores|exact|day|fault|explain\/reasons)\.ts)/,
  },
]

export default defineConfig(({ mode }) => ({
  plugins: [ownPolicy(), shortText()],
  build: {
    outDir: 'dist/bundle',
    emptyOutDir: mode !== 'iife',
    target: 'es2022',
    sourcemap: true,
    lib: {
      entry: mode === 'iife' ? 'src/define.ts' : 'src/page/define.ts',
      name: 'Joinery',
      formats: mode === 'iife' ? ['iife' as const] : ['es' as const],
      fileName: (format) => (format === 'es' ? 'joinery.js' : 'joinery.iife.js'),
    },
    rolldownOptions: {
      // chunks may take from the first file what it has; a file between them would be one more journey
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        chunkFileNames: 'joinery-[name]-[hash].js',
        ...(mode === 'iife' ? {} : { codeSplitting: { includeDependenciesRecursively: false, groups } }),
      },
    },
  },
}))
