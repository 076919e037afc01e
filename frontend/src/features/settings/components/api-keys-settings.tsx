export function ApiKeysSettings() {
  return null;
}
