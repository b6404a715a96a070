import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
const nextConfig = {
  // `npm test` builds beside the build that `npm start` may be serving.
  distDir: process.env.TICKMARK_BUILD_FOLDER || ".next",
  // Pages are kept by the vintages they were made from.
  cacheHandler: fileURLToPath(new URL("./cache-handler.mjs", import.meta.url)),
  // The code that a build is made of is known when it is built, and not from what lies beside it later.
  env: { TICKMARK_GATE: process.env.TICKMARK_GATE ?? "" },
  poweredByHeader: false,
  reactStrictMode: true,
  // They have a step of their own in `npm test`; once more in each build took a fifth of it, and of the first `npm start`.
  typescript: { ignoreBuildErrors: true },
  // They load native code, evaluate what they compiled or read files beside them, and must stay plain Node modules.
  serverExternalPackages: [
    "mdx-bundler",
    "esbuild",
    "@napi-rs/canvas",
    "dictionary-en",
    "prom-client",
  ],
  // A chart's files stand beside its page, where Next allows one kind of route only.
  rewrites: async () => [
    {
      source: "/charts/:file([^/]+\\.(?:csv|png|svg|json))",
      destination: "/chart-files/:file",
    },
  ],
  // No page uses Next's image service, and it would work for whoever asks it to.
  images: { unoptimized: true },
  // A pasted text with what stands around it. The server's door has a limit for each form, and lets none of more in.
  experimental: { serverActions: { bodySizeLimit: "128kb" } },
};

export default nextConfig;
