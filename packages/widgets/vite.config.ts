import { defineConfig } from 'vite'
import { ownPolicy, shortText } from './tools/vite-plugins.ts'

export default defineConfig(({ mode }) => ({
  plugins: [ownPolicy(), shortText()],
  build: {
    outDir: 'dist/bundle',
    emptyOutDir: mode !== 'iife',
    target: 'es2022',
    sourcemap: true,
    lib: {
      entry: 'src/define.ts',
      name: 'Joinery',
      formats: mode === 'iife' ? ['iife' as const] : ['es' as const],
      fileName: (format) => (format === 'es' ? 'joinery.js' : 'joinery.iife.js'),
    },
    rolldownOptions: { output: { minify: true, chunkFileNames: 'joinery-[name]-[hash].js' } },
  },
}))
