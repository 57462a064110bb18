// [data-copy="text"] copies the text, or the page's address where it is empty; [data-copied] is what is then said.

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = button.dataset.copy || location.href;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // An address that is not served over TLS has no clipboard: offer the text instead.
    window.prompt("", text);
    return;
  }
  const detail = { level: "success", text: button.dataset.copied || "" };
  if (detail.text) document.dispatchEvent(new CustomEvent("toast", { detail }));
});
