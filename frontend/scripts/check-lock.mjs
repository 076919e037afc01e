// package-lock.json must install anywhere: it names no registry host, and it lists every
// platform variant of native packages (npm drops, without a word, those it could not resolve).
import { readFileSync } from "node:fs";

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const paths = Object.keys(lock.packages);
const problems = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  if (entry.resolved?.startsWith("http")) problems.push(`${path}: "resolved" names a registry host`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!paths.some((candidate) => candidate.endsWith(`node_modules/${name}`))) {
      problems.push(`${path}: optional package ${name} is missing from the lock`);
    }
  }
}

if (problems.length > 0) {
  console.error("package-lock.json is not portable:");
  for (const problem of problems) console.error(`  ${problem}`);
  console.error(
    'Pin the package to its newest complete version under "overrides", then run npm install again.',
  );
  process.exit(1);
}
