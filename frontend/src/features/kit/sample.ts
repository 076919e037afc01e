export interface KitRow {
  id: number;
  name: string;
  platform: string;
  country: string;
  followers: number | null;
  engagement: number | null;
  capturedAt: string;
  trend: (number | null)[];
  failure: string | null;
}

const names = [
  "Camille Dubreuil",
  "Jonas Petit",
  "Aïcha Benali",
  "Marta Kowalska",
  "Théo Lambert",
  "Sanne de Vries",
];
const platforms = ["blog", "youtube", "instagram", "mastodon", "bluesky", "tiktok"];

/** Rows for the kit page; the same at every visit. */
export function kitRows(count: number): KitRow[] {
  return Array.from({ length: count }, (_, index) => {
    const base = 800 * ((index * 37) % 97) + 950;
    return {
      id: index + 1,
      name: `${names[index % names.length]} ${index + 1}`,
      platform: platforms[index % platforms.length] ?? "blog",
      country: ["FR", "BE", "CH", "GB"][index % 4] ?? "FR",
      followers: index % 9 === 4 ? null : base,
      engagement: index % 5 === 3 ? null : ((index * 13) % 70) / 1000,
      capturedAt: "2026-11-15T04:12:00Z",
      trend: Array.from({ length: 12 }, (_, week) =>
        (index + week) % 11 === 0 ? null : base * (1 + ((week * (index % 7)) % 9) / 40),
      ),
      failure: index % 8 === 2 ? "feed answered 503" : null,
    };
  });
}
