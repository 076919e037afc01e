// What a browser must fetch before the first screen of a workspace works: the entry, the shell,
// the creators list, and whatever these import statically. Charts, wizards and dialogs load later.
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("dist/.vite/manifest.json", import.meta.url), "utf8"));
const firstScreen = ["index.html", "src/routes/w/$slug/route.tsx", "src/routes/w/$slug/creators/index.tsx"];
const roots = Object.keys(manifest).filter((key) => firstScreen.some((file) => key.startsWith(file)));

const keys = new Set();
const follow = (key) => {
  if (keys.has(key)) return;
  keys.add(key);
  for (const imported of manifest[key].imports ?? []) follow(imported);
};
for (const root of roots) follow(root);

export default [
  {
    name: "first load, JavaScript",
    path: [...keys].map((key) => `dist/${manifest[key].file}`),
    limit: "250 kB",
    gzip: true,
  },
];
