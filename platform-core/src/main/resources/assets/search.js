// Searches work without this. With it the box offers names while one types (PO-2): the combobox of ARIA 1.2 with a list.
'use strict';

(() => {
  const SHORTEST = 2;
  const PAUSE = 200;

  document.querySelectorAll('input[data-suggest]').forEach((input) => new Suggestions(input));

  function Suggestions(input) {
    const list = document.createElement('ul');
    const said = document.createElement('p');
    const known = new Map();
    let shown = [];
    let active = -1;
    let waiting = 0;
    let asked = null;

    list.id = input.id + '-suggestions';
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.dataset.suggestLabel);
    said.className = 'visually-hidden';
    said.setAttribute('role', 'status');
    input.after(list, said);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);

    input.addEventListener('input', (event) => { if (!event.isComposing) wait(); });
    input.addEventListener('compositionend', wait);
    input.addEventListener('keydown', pressed);
    input.addEventListener('blur', close);
    // The box keeps the focus while a name is chosen by hand.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) choose(Array.from(list.children).indexOf(option));
    });

    function wait() {
      clearTimeout(waiting);
      if (asked) asked.abort();
      const typed = input.value.trim();
      if (Array.from(typed).length < SHORTEST) {
        close();
        return;
      }
      waiting = setTimeout(() => ask(typed), PAUSE);
    }

    async function ask(typed) {
      const href = address(typed);
      if (!known.has(href)) {
        asked = new AbortController();
        try {
          const answer = await fetch(href, {signal: asked.signal, headers: {'Accept-Language': document.documentElement.lang}});
          if (!answer.ok) {
            close();
            return;
          }
          known.set(href, (await answer.json()).items);
        } catch {
          // Nothing is offered; the search itself still works.
          return;
        }
      }
      if (document.activeElement === input && input.value.trim() === typed) show(known.get(href));
    }

    function address(typed) {
      const scope = input.form && input.form.elements.namedItem('collection');
      const collection = scope && scope.value ? scope.value : input.dataset.suggest;
      return '/api/platform/v1/public/' + encodeURIComponent(collection) + '/suggestions?q=' + encodeURIComponent(typed);
    }

    function show(items) {
      shown = items;
      active = -1;
      input.removeAttribute('aria-activedescendant');
      list.replaceChildren(...items.map((item, place) => {
        const option = document.createElement('li');
        const kind = document.createElement('span');
        option.id = list.id + '-' + place;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = item.text;
        if (/\p{Script=Han}/u.test(item.text)) option.lang = 'zh-CN';
        kind.textContent = item.kind;
        kind.lang = document.documentElement.lang;
        option.append(' ', kind);
        return option;
      }));
      list.hidden = items.length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      said.textContent = items.length === 0 ? '' : input.dataset.suggestCount.replace('#', items.length);
    }

    function close() {
      clearTimeout(waiting);
      show([]);
    }

    function pressed(event) {
      if (event.isComposing) return;
      if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden) {
          wait();
        } else {
          move(event.key === 'ArrowDown' ? 1 : -1);
        }
        event.preventDefault();
      } else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault();
        choose(active);
      }
    }

    // One step before the first and behind the last is the box itself.
    function move(step) {
      const places = shown.length + 1;
      active = (active + 1 + step + places) % places - 1;
      Array.from(list.children).forEach((option, place) =>
        option.setAttribute('aria-selected', String(place === active)));
      if (active < 0) {
        input.removeAttribute('aria-activedescendant');
      } else {
        input.setAttribute('aria-activedescendant', list.children[active].id);
        list.children[active].scrollIntoView({block: 'nearest'});
      }
    }

    function choose(place) {
      input.value = shown[place].text;
      close();
      if (input.form) input.form.requestSubmit();
    }
  }
})();
