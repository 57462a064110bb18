// [data-set-theme="light|dark|system"]: the choice is a cookie, so the server paints the next page right at once.

const YEAR = 365 * 24 * 3600;
const secure = location.protocol === "https:" ? "; Secure" : "";

function chosen() {
  return document.documentElement.dataset.theme || "system";
}

function mark() {
  for (const button of document.querySelectorAll("[data-set-theme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.setTheme === chosen()));
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-set-theme]");
  if (!button) return;
  const theme = button.dataset.setTheme;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  mark();
});

mark();
