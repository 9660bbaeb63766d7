'use strict';
{
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;

  // The theme follows the system until somebody chooses one.
  const KEY = 'countersign-theme';
  const isSystemDark = matchMedia('(prefers-color-scheme: dark)');
  // A file that is opened from a disk may not be allowed to keep anything.
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const store = (theme) => { try { localStorage.setItem(KEY, theme); } catch { /* it holds for this visit */ } };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : isSystemDark.matches);
  const toggle = byId('theme');
  const name = () => { toggle.textContent = isDark() ? 'Light theme' : 'Dark theme'; };
  if (['light', 'dark'].includes(stored())) root.dataset.theme = stored();
  toggle.hidden = false;
  toggle.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    store(root.dataset.theme);
    name();
  });
  isSystemDark.addEventListener('change', name);
  name();

  // The detail of a request is there without this script, too; with it, it is shut until somebody asks.
  const parts = (request) => [request.querySelector('.name'), request.querySelector('.body')];
  const setOpen = (request, isOpen) => {
    const [button, body] = parts(request);
    request.classList.toggle('open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) body.removeAttribute('hidden');
    else body.setAttribute('hidden', 'until-found');
  };
  for (const request of document.querySelectorAll('.request')) {
    setOpen(request, false);
    parts(request)[1].addEventListener('beforematch', () => setOpen(request, true));
  }

  // Search and filters.
  const rows = [...document.querySelectorAll('.request')].map((row) => {
    const rules = [...row.querySelectorAll('.place a')].map((link) => link.textContent);
    const text = [row.querySelector('.row').textContent, ...rules].join(' ').replace(/\s+/g, ' ').toLowerCase();
    return { row, text, status: row.dataset.status, worst: row.dataset.worst };
  });
  const [search, status, worst, shown] = ['search', 'status', 'worst', 'shown'].map(byId);
  const hasFindings = (wanted, found) => wanted === '' || wanted === found || (wanted === 'any' && found !== 'none');
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const it of rows) {
      const fits = (status.value === '' || status.value === it.status)
        && hasFindings(worst.value, it.worst) && words.every((word) => it.text.includes(word));
      it.row.hidden = !fits;
      count += Number(fits);
    }
    for (const file of document.querySelectorAll('.file')) {
      file.hidden = rows.length > 0 && !file.querySelector('.request:not([hidden])');
    }
    shown.textContent = `${count} of ${rows.length}`;
    byId('nothing').hidden = count > 0;
  };
  const filters = byId('filters');
  filters.hidden = false;
  filters.addEventListener('input', filter);
  filters.addEventListener('submit', (event) => event.preventDefault());
  filter();

  // What is linked is opened, and shown even if a filter hides it.
  const open = (id) => {
    const target = byId(id);
    const isRequest = target?.matches('.request');
    if (!isRequest && !target?.matches('details')) return;
    if (target.hidden) {
      filters.reset();
      filter();
    }
    if (isRequest) setOpen(target, true);
    else target.open = true;
    target.querySelector(isRequest ? '.name' : 'summary').focus();
    target.scrollIntoView({ block: 'start' });
  };
  const openLinked = () => open(decodeURIComponent(location.hash.slice(1)));
  addEventListener('hashchange', openLinked);
  openLinked();
  document.addEventListener('click', (event) => {
    const mark = event.target.closest?.('[data-request]');
    const link = event.target.closest?.('a[href^="#rule-"]');
    const request = event.target.closest?.('.row')?.parentElement;
    // Whoever selects text does not mean to click.
    if (request && getSelection().isCollapsed) setOpen(request, !request.classList.contains('open'));
    if (mark) open(mark.dataset.request);
    // A second click on the same link changes no address.
    if (link) open(link.getAttribute('href').slice(1));
  });

  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest?.('input, select, textarea');
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
  });
}
