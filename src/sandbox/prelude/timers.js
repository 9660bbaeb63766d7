// Timers on a clock that nobody waits for: it jumps to whatever is due next.
(function (kit) {
  'use strict';
  let first;          // a list in the order in which things are due
  let last;
  let total = 0;      // names a timer, counted over all kinds of timer of a script
  let sealed = true;  // between scripts nothing can be added

  const insert = (timer) => {
    if (!first || timer.due < first.due) {
      timer.next = first;
      if (!first) { last = timer; }
      first = timer;
      return;
    }
    let before = timer.due >= last.due ? last : first;
    while (before.next && before.next.due <= timer.due) { before = before.next; }
    timer.next = before.next;
    before.next = timer;
    if (before === last) { last = timer; }
  };

  const unlink = (id, kind) => {
    let before;
    for (let timer = first; timer; timer = timer.next) {
      if (timer.id === id && timer.kind === kind) {
        if (before) { before.next = timer.next; } else { first = timer.next; }
        if (timer === last) { last = before; }
        return;
      }
      before = timer;
    }
  };

  const milliseconds = (delay) => {
    const number = +delay;
    return number >= 1 && number <= 2147483647 ? number - (number % 1) : 1;
  };

  const setter = (kind) => (callback, delay) => {
    if (sealed || typeof callback !== 'function') { return undefined; }
    kit.host.countTimer();
    total += 1;
    const wait = kind === 'immediate' ? 0 : milliseconds(delay);
    insert({ id: total, kind, callback, due: kit.host.elapsed() + wait, every: kind === 'interval' ? wait : 0, next: undefined });
    return total;
  };
  const clearer = (kind) => (id) => { if (!sealed) { unlink(id, kind); } };

  kit.timers = {
    __proto__: null,
    setTimeout: setter('timeout'), setInterval: setter('interval'), setImmediate: setter('immediate'),
    clearTimeout: clearer('timeout'), clearInterval: clearer('interval'), clearImmediate: clearer('immediate'),
  };

  // What the outside answers, such as the refusal of `pm.sendRequest`.
  kit.settle = kit.timers.setImmediate;

  // An answer that a script does not wait for unless it says so: the script may be over before it comes.
  let answers;
  let lastAnswer;
  kit.answerLater = (callback) => {
    if (sealed) { return; }
    const answer = { callback, next: undefined };
    if (answers) { lastAnswer.next = answer; } else { answers = answer; }
    lastAnswer = answer;
  };
  const answerNext = () => {
    const { callback } = answers;
    answers = answers.next;
    callback();
  };

  kit.openTimers = () => { sealed = false; first = undefined; answers = undefined; total = 0; };
  kit.sealTimers = () => { sealed = true; first = undefined; answers = undefined; };
  // Whether anything is left to do: timers, answers, or a script that has not come to its end.
  kit.isWaiting = () => first !== undefined || answers !== undefined || !kit.current.exited;

  kit.fireNext = () => {
    if (answers && (first || !kit.current.exited)) {
      answerNext();
      return true;
    }
    const timer = first;
    if (!timer) {
      if (answers) { kit.host.warn('it ended before a result of `crypto.subtle` came, because it does not wait for it'); }
      return false;
    }
    first = timer.next;
    kit.host.advanceTo(timer.due);
    if (timer.every) {
      kit.host.countTimer();
      timer.due += timer.every;
      insert(timer);
    }
    try { kit.apply(timer.callback, {}, []); } catch (error) { kit.fail(error, 'timer'); }
    return true;
  };
})
