// Forms work without this. With it a field says what is wrong with it once it is left (PO-2). What is looked at, and the words
// for it, the server has written beside the field; it looks at all of it again.
'use strict';

(() => {
  const of = (broken) => ([text], value) => text !== undefined && broken(text, value);
  const BROKEN = {
    required: (given) => given.length === 0,
    minItems: (given, least) => given.length > 0 && given.length < least,
    maxItems: (given, most) => given.length > most,
    minLength: of((text, least) => Array.from(text).length < least),
    maxLength: of((text, most) => Array.from(text).length > most),
    minimum: of((text, least) => Number(text) < least),
    maximum: of((text, most) => Number(text) > most),
    pattern: of((text, pattern) => !new RegExp(pattern, 'u').test(text)),
  };
  const left = new Set();
  const said = document.createElement('p');
  let pressed = false;

  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  document.body.append(said);

  document.addEventListener('focusout', ({target, relatedTarget}) => {
    const field = target.closest('[data-checks]');
    // Who looks at another window has left no field.
    if (!field || field.contains(relatedTarget) || field.contains(document.activeElement)) return;
    left.add(field);
    if (!pressed) setTimeout(tellLeft);
  });
  // While a button is held down nothing may move under it.
  document.addEventListener('pointerdown', () => { pressed = true; }, true);
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      pressed = false;
      setTimeout(tellLeft);
    }, true);
  }
  for (const changed of ['input', 'change']) {
    document.addEventListener(changed, ({target}) => {
      const field = target.closest('[data-checks]');
      if (field && !told(field).hidden) tell(field);
    });
  }

  async function tellLeft() {
    const fields = [...left].filter((field) => field.isConnected);
    left.clear();
    const wrong = [];
    for (const field of fields) {
      const messages = await tell(field);
      if (messages.length > 0) wrong.push(label(field) + ' ' + messages.join(' '));
    }
    if (fields.length > 0) said.textContent = wrong.join(' ');
  }

  /** Shows what is wrong with a field now. What the server alone can see stands until it has looked again. */
  async function tell(field) {
    const {fold, rules} = JSON.parse(field.dataset.checks);
    const given = await values(field, fold);
    const broken = [];
    for (const {keyword, value, message, ignored, alone} of rules) {
      const looked = ignored ? given.map((text) => text.replaceAll(ignored, '')) : given;
      if (!(alone && broken.length > 0) && BROKEN[keyword](looked, value)) broken.push(message);
    }
    const known = rules.map(({message}) => message);
    const others = [...told(field).children].map((one) => one.textContent).filter((text) => !known.includes(text));
    show(field, [...broken, ...others]);
    return broken;
  }

  async function values(field, fold) {
    if (field.matches('fieldset')) return [...field.querySelectorAll(':checked')].map(({value}) => value);
    if (field.matches('select')) return [...field.selectedOptions].map(({value}) => value).filter(Boolean);
    if (field.type === 'checkbox') return field.checked ? [field.value] : [];
    const vocabulary = await import(field.closest('[data-vocabulary]').dataset.vocabulary);
    return [vocabulary.fold(field.value, {'x-fold': fold})].filter(Boolean);
  }

  function show(field, messages) {
    const place = told(field);
    const wrong = messages.length > 0;
    place.replaceChildren(...messages.map((message) => {
      const line = document.createElement('span');
      line.textContent = message;
      return line;
    }));
    place.hidden = !wrong;
    place.parentElement.classList.toggle('field--wrong', wrong);
    const described = (field.getAttribute('aria-describedby') || '').split(' ').filter((id) => id && id !== place.id);
    if (wrong) described.push(place.id);
    put(field, 'aria-describedby', described.join(' '));
    if (!field.matches('fieldset')) put(field, 'aria-invalid', wrong ? 'true' : '');
  }

  function put(field, attribute, value) {
    if (value) {
      field.setAttribute(attribute, value);
    } else {
      field.removeAttribute(attribute);
    }
  }

  function told(field) {
    return document.getElementById(field.id + '-error');
  }

  function label(field) {
    return (field.labels ? field.labels[0] : field.querySelector('legend')).textContent.trim();
  }
})();
