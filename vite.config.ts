import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    remix({
      appDirectory: 'app',
      // The tests build beside the product, not over it.
      buildDirectory: process.env.QMS_BUILD_FOLDER ?? 'build',
      // Only what app/routes.ts names is a route; app/routes is an ordinary folder.
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  publicDir: 'app/ui/public',
  // The development server looks for packages in whole files, before the server's part is taken out of them; this one
  // has a door for browsers that leads nowhere.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  esbuild: { charset: 'utf8' },
});
