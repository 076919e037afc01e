import {
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandPinterest,
  IconBrandThreads,
  IconBrandTiktok,
  IconBrandTwitch,
  IconBrandX,
  IconBrandYoutube,
  IconRss,
  IconWorld,
  type TablerIcon,
} from "@tabler/icons-react";

interface Platform {
  name: string;
  icon: TablerIcon;
}

const platforms: Record<string, Platform> = {
  blog: { name: "Blog", icon: IconRss },
  bluesky: { name: "Bluesky", icon: IconBrandBluesky },
  facebook: { name: "Facebook", icon: IconBrandFacebook },
  instagram: { name: "Instagram", icon: IconBrandInstagram },
  linkedin: { name: "LinkedIn", icon: IconBrandLinkedin },
  mastodon: { name: "Mastodon", icon: IconBrandMastodon },
  pinterest: { name: "Pinterest", icon: IconBrandPinterest },
  podcast: { name: "Podcast", icon: IconWorld },
  snapchat: { name: "Snapchat", icon: IconWorld },
  threads: { name: "Threads", icon: IconBrandThreads },
  tiktok: { name: "TikTok", icon: IconBrandTiktok },
  twitch: { name: "Twitch", icon: IconBrandTwitch },
  x: { name: "X", icon: IconBrandX },
  youtube: { name: "YouTube", icon: IconBrandYoutube },
};

/** Proper name of a network; the same in every language. */
export function platformName(platform: string): string {
  return platforms[platform]?.name ?? platform;
}

interface PlatformIconProps {
  platform: string;
  size?: number;
  /** The name is written beside it. */
  decorative?: boolean;
}

/** A network, in one colour. */
export function PlatformIcon({ platform, size = 16, decorative = false }: PlatformIconProps) {
  const Icon = platforms[platform]?.icon ?? IconWorld;
  const name = platformName(platform);
  return decorative ? (
    <Icon size={size} stroke={1.75} aria-hidden />
  ) : (
    <Icon size={size} stroke={1.75} role="img" aria-label={name} />
  );
}
