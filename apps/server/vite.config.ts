import { defineConfig, type Plugin } from 'vite';

/** What is native or large stays a package; everything else becomes part of the server. */
const EXTERNAL = ['level', 'nodemailer', 'pino', 'prom-client', 'ws', 'yjs', 'zod'];

const VIEWS =
  /[\\/]node_modules[\\/](react|react-dom|lucide-react|radix-ui)[\\/]|[\\/]packages[\\/]editor[\\/]|[\\/]packages[\\/]blocks[\\/].*(view|views)\.tsx$/;

/** The server and the exporters read blocks without React; this says so when an import brings it in after all. */
function withoutViews(): Plugin {
  return {
    name: 'duet:without-views',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      const views = modules.filter((id) => VIEWS.test(id));
      if (views.length > 0) this.error(`The server must not contain React or views, but reaches ${views.join(', ')}.`);
    },
  };
}

export default defineConfig({
  plugins: [withoutViews()],
  ssr: { noExternal: true, external: EXTERNAL },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: ['src/main.ts', 'src/meetings/render-thread-main.ts'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
