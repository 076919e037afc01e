export function NewWorkspace() {
  return null;
}
