// Put into every page before its own scripts: what a visitor sees that no markup tells.
"use strict";

(() => {
  let shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput) {
      shift += entry.value;
    }
  })).observe({ type: "layout-shift", buffered: true });
  globalThis.tongbanShift = () => shift;

  const named = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const kind = [...element.classList].map((name) => `.${name}`).join("");
    return `${element.tagName.toLowerCase()}${id}${kind} “${(element.textContent ?? "").trim().slice(0, 30)}”`;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !element.closest(".visually-hidden, .skip-link, [aria-hidden=true]");

  function smallText() {
    const found = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const holder = texts.currentNode.parentElement;
      if (texts.currentNode.data.trim() && shown(holder) && Number.parseFloat(getComputedStyle(holder).fontSize) < 16) {
        found.add(named(holder));
      }
    }
    return [...found];
  }

  // Links in running text are as high as their line.
  const TARGETS = "button, select, textarea, summary, audio, input:not([type=hidden]), a.button, nav a, header a, footer a,"
    + " .card__name a, .entrances a, .notices a, .error-summary a";

  function smallTargets() {
    return [...document.querySelectorAll(TARGETS)].filter(shown).filter((target) => {
      const held = target.matches("[type=radio], [type=checkbox]") ? target.closest("label") ?? target : target;
      return held.getBoundingClientRect().height < 43.5;
    }).map(named);
  }

  function longLines() {
    return [...document.querySelectorAll("main p, main li, main dd")].filter(shown).filter((block) => {
      const style = getComputedStyle(block);
      const range = document.createRange();
      range.selectNodeContents(block);
      const lines = [...range.getClientRects()].filter((line) => line.width > 39 * Number.parseFloat(style.fontSize));
      return lines.length > 0 && [...block.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    }).map(named);
  }

  /** Figures stand right, each digit below its like. */
  function strayFigures() {
    return [...document.querySelectorAll("main td")].filter(shown).filter((cell) => {
      const { textAlign, fontVariantNumeric } = getComputedStyle(cell);
      return /^\d[\d,.]*$/.test(cell.textContent.trim()) && !(textAlign === "right" && fontVariantNumeric.includes("tabular-nums"));
    }).map(named);
  }

  const cutTables = () => [...document.querySelectorAll(".table-scroll")]
    .filter((table) => table.scrollWidth > table.clientWidth).map(named);

  globalThis.tongbanLook = () => ({
    smallText: smallText(), smallTargets: smallTargets(), longLines: longLines(), strayFigures: strayFigures(), cutTables: cutTables(),
    headings: [...document.querySelectorAll("main h2")].map((found) => found.textContent.trim()),
    ids: [...document.querySelectorAll("main dd")].map((found) => found.textContent.trim())
      .filter((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)),
    focused: named(document.activeElement),
  });

  globalThis.tongbanFocusUnseen = () => {
    const at = document.activeElement;
    if (at === document.body || at.matches("audio")) {
      return "";
    }
    const held = at.matches(".figure a") ? getComputedStyle(at, "::after") : getComputedStyle(at);
    const outlined = held.outlineStyle !== "none" && Number.parseFloat(held.outlineWidth) >= 2;
    return outlined ? "" : named(at);
  };
})();
