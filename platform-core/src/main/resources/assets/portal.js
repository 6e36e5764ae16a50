// Forms of the public work without this. With it a chosen file is uploaded at once, and its progress is shown (PO-4).
'use strict';

document.addEventListener('change', (event) => {
  const input = event.target;
  const form = input.closest('form[data-upload]');
  if (form && input.type === 'file' && input.files.length > 0) upload(form);
});

function upload(form) {
  const area = form.querySelector('.files__progress');
  const bar = area.querySelector('progress');
  const said = area.querySelector('[role=status]');
  const request = new XMLHttpRequest();
  area.hidden = false;
  // What was wrong with the files before is over.
  document.querySelectorAll('.error-summary').forEach((summary) => summary.remove());
  said.textContent = form.dataset.uploading;
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) {
      bar.value = Math.floor(event.loaded * 100 / event.total);
      said.textContent = form.dataset.uploading + ' ' + bar.value + '%';
    }
  });
  request.addEventListener('load', () => show(request.responseText, form, said));
  request.addEventListener('error', () => { said.textContent = form.dataset.failed; });
  request.open('POST', form.dataset.upload);
  request.setRequestHeader('Accept', 'text/html');
  request.send(new FormData(form));
}

function show(text, form, said) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const main = page.querySelector('main');
  if (!main) {
    said.textContent = form.dataset.failed;
    return;
  }
  document.title = page.title;
  document.querySelector('main').replaceWith(main);
  const next = main.querySelector('.error-summary') || main.querySelector('.files li:last-of-type button') || main;
  next.focus();
}
