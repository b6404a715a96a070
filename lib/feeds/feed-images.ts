/**
 * What readers show beside a feed's name, as files of `public/`: their addresses stay. RFC 4287 wants an icon that is square and a
 * logo twice as wide as high, RSS a picture of at most 144 by 400 pixels, JSON Feed an icon of 512 pixels and a small one of 64.
 */
export const feedImages = {
  icon: { path: "/feed-icon.png", width: 64, height: 64 },
  largeIcon: { path: "/icon-512.png", width: 512, height: 512 },
  logo: { path: "/feed-logo.png", width: 512, height: 256 },
  picture: { path: "/feed-image.png", width: 144, height: 72 },
} as const;
