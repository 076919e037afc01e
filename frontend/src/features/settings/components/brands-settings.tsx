export function BrandsSettings() {
  return null;
}
