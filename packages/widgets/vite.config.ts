import { defineConfig } from 'vite'
import { leanLit } from './tools/lean-lit.ts'
import { minifyAgain } from './tools/minify-again.ts'
import { ownPolicy, shortText, together } from './tools/vite-plugins.ts'

/** What is fetched together lies in one file: it compresses better, and is one journey. */
const groups = [
  {
    name: 'shared',
    test: /lit-html\/directive\.js|widgets\/src\/(base\/(ruler|marks|live|fields)|results\/(levels|level-marks|ruled)|assessment\/id-of)\.ts/,
  },
  {
    name: 'plan-tools',
    test: /widgets\/src\/(plan\/tools|results\/plan-tools|i18n\/en-plan-tools|download\/(save|plan-files))|report\/src\/calendar/,
  },
  {
    name: 'beneath',
    test: /widgets\/src\/results\/(beneath|details-view|figures-view|headline-rule|results\.styles|weakest)/,
  },
  {
    name: 'results',
    test: /widgets\/src\/(results\/(?!results(-view)?\.ts|define)|base\/table|i18n\/en-(results|details))/,
  },
  {
    name: 'display',
    test: /widgets\/src\/(results\/(?!results-view)|base\/(result-element|sources|table|later)|i18n\/en-(results|details)|(plan|badge|portfolio|benchmark)\/|profile\/(?!radar)|page\/display)/,
  },
  {
    name: 'questions',
    test: /core\/src\/rule-set\/gated-methods|widgets\/src\/(i18n\/en-questions|session\/(progress|record)|inputs\/(index|choice-input|field|number-input|text-input)|assessment\/(ask-order|questions|question-frame|question\.styles|steps\.styles|form\.styles|live-view|page-view|problems|questions-view|statement-view))\.ts/,
  },
  { name: 'renewal', test: /widgets\/src\/service\/renewal/ },
  { name: 'service-scorer', test: /widgets\/src\/service\/(push|service-scorer)/ },
  { name: 'service-result', test: /widgets\/src\/service\/(service-result|submitter)/ },
  { name: 'open-service', test: /widgets\/src\/service\// },
  // what core's light entry takes, and nothing else
  {
    name: 'scorer',
    test: /core\/src\/(evaluate\/|score\/(?!points)|facts\/|operators\/|(as-of|get-or-insert|runner|light|light-assessor|scored-result|scores|exact|day|fault|rule-set\/(path|methods)|explain\/(reasons|what-if))\.ts)/,
  },
  { name: 'shape', test: /core\/src\/(schema\/(check-shape|report-shape|forms|shape-limits)|sha256|wording)\.ts/ },
  {
    name: 'reader',
    test: /core\/src\/(steps|rule-set\/(?!overrides|resolve\.|check-authoring|check-question-types|version|parse-rule-set)|schema\/(model|model-kinds|generated\/(rule-set-shape|model|model-kinds))\.ts)|widgets\/src\/(local\/(?!open-local|worth-asking)|page\/pause)/,
  },
  // a report speaks these too, and takes them from here
  { name: 'de', test: /widgets\/src\/i18n\/de\.ts|report\/src\/words\/shared\/de/ },
  { name: 'ar', test: /widgets\/src\/i18n\/ar\.ts|report\/src\/words\/shared\/ar/ },
  { name: 'complete', test: /core\/src\/(complete|explain\/|score\/points)|widgets\/src\/local\/worth-asking/ },
]

export default defineConfig(({ mode }) => ({
  plugins: [ownPolicy(), leanLit(), shortText(), together(), ...(mode === 'iife' ? [] : [minifyAgain()])],
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
