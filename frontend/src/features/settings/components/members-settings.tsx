export function MembersSettings() {
  return null;
}
