import { fileURLToPath } from "node:url";

// The content security policy is set by the server, which knows the hashes of a page's inline scripts.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
  },
];

/** @type {import("next").NextConfig} */
const nextConfig = {
  // `npm test` builds beside the build that `npm start` may be serving.
  distDir: process.env.TICKMARK_BUILD_FOLDER || ".next",
  // Pages are kept by the vintages they were made from.
  cacheHandler: fileURLToPath(new URL("./cache-handler.mjs", import.meta.url)),
  poweredByHeader: false,
  reactStrictMode: true,
  // They load native code or evaluate what they compiled, and must stay plain Node modules.
  serverExternalPackages: ["mdx-bundler", "esbuild", "@napi-rs/canvas"],
  headers() {
    return Promise.resolve([{ source: "/:path*", headers: securityHeaders }]);
  },
};

export default nextConfig;
