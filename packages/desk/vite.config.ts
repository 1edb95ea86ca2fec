import { defineConfig } from 'vite'

/** The page in one file, and beside it the reader of files, which works in a thread of its own. */
export default defineConfig({
  build: {
    outDir: 'dist/bundle',
    target: 'es2022',
    sourcemap: true,
    lib: { entry: { desk: 'src/define.ts', reader: 'src/import/reader.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: { minify: true, entryFileNames: '[name].js', chunkFileNames: 'desk-[name]-[hash].js' },
    },
  },
})
