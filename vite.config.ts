// Builds the client and describes the two test projects. In: client/, the tests beside the code.
// Out: dist/client with Brotli and gzip copies, which the hub serves as they are. The hub itself is
// never built: Node runs server/ and shared/ from source.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import solid from 'vite-plugin-solid'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const hub = 'http://127.0.0.1:3000'
const worthCompressingBytes = 1024

function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle(options) {
      for (const entry of readdirSync(options.dir!, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue
        const file = join(entry.parentPath, entry.name)
        const data = readFileSync(file)
        if (data.length < worthCompressingBytes) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
        writeFileSync(`${file}.br`, brotliCompressSync(data, { params }))
        writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  root: 'client',
  cacheDir: join(import.meta.dirname, 'node_modules', '.vite'),
  plugins: [solid(), precompress()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: {
    proxy: {
      '/trpc': hub,
      '/socket.io': { target: hub, ws: true },
      '/collab': { target: hub, ws: true },
    },
  },
  test: {
    projects: [
      {
        extends: false,
        test: {
          name: 'hub',
          root: import.meta.dirname,
          environment: 'node',
          include: ['{server,shared,e2e}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: false,
        plugins: [solid()],
        test: {
          name: 'client',
          root: import.meta.dirname,
          environment: 'jsdom',
          include: ['client/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
