// Keys for the lists of the console: j and k go through the rows, / to the first filter, ? says so. Nothing needs it.
(() => {
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;
  const links = () => [...document.querySelectorAll("[data-row] .console-link")];

  function move(by) {
    const all = links();
    if (all.length === 0) {
      return;
    }
    const row = document.activeElement.closest("[data-row]");
    const at = all.findIndex((link) => row !== null && row.contains(link));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[next].focus();
  }

  function help() {
    const dialog = document.getElementById("keys");
    if (dialog !== null) {
      dialog.open ? dialog.close() : dialog.showModal();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (event.key === "j") {
      move(1);
    } else if (event.key === "k") {
      move(-1);
    } else if (event.key === "/") {
      const filter = document.getElementById("number");
      if (filter !== null) {
        event.preventDefault();
        filter.focus();
      }
    } else if (event.key === "?") {
      help();
    }
  });

  document.addEventListener("DOMContentLoaded", () => document.querySelector(".error-summary")?.focus());
})();
