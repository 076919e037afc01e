// What a browser must fetch before the first screen of a workspace works: the entry, the shell,
// Today, and whatever these import statically; the creators list is held to the same. Charts, wizards and dialogs load
// later.
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("dist/.vite/manifest.json", import.meta.url), "utf8"));
const frame = ["index.html", "src/routes/w/$slug/route.tsx"];

function filesOf(screen) {
  const keys = new Set();
  const follow = (key) => {
    if (keys.has(key)) return;
    keys.add(key);
    for (const imported of manifest[key].imports ?? []) follow(imported);
  };
  for (const key of Object.keys(manifest))
    if ([...frame, screen].some((file) => key.startsWith(file))) follow(key);
  return [...keys].map((key) => `dist/${manifest[key].file}`);
}

const firstLoad = (name, screen) => ({ name, path: filesOf(screen), limit: "250 kB", gzip: true });

export default [
  firstLoad("first load, JavaScript", "src/routes/w/$slug/today.tsx"),
  firstLoad("first load of the creators list, JavaScript", "src/routes/w/$slug/creators/index.tsx"),
];
