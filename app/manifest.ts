import type { MetadataRoute } from "next";

/** What a device that keeps the site among its programs shows of it. The colours are those of app/tokens.css in the light. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Tickmark",
    short_name: "Tickmark",
    description:
      "News and data explainers in which every figure is traced to its source or marked as quoted.",
    lang: "en-US",
    start_url: "/",
    display: "minimal-ui",
    background_color: "#f7f5ed",
    theme_color: "#f7f5ed",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
