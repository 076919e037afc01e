export function StagesSettings() {
  return null;
}
