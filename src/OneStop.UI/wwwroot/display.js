// Changes the text size at once; the link behind the switch does the same with a reload.
export function nextTextSize(link) {
  const sizes = link.dataset.values.split(" ");
  const now = document.documentElement.dataset.text || sizes[0];
  const next = sizes[(sizes.indexOf(now) + 1) % sizes.length];
  document.documentElement.dataset.text = next;
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `co-chu=${next};path=/;max-age=31536000;samesite=lax${secure}`;
}
