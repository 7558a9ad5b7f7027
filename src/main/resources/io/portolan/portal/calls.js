// Counts the calls of a page's scripts, from the first time that anybody looks at it: those by which they ask their server to change
// something, and those that a click has begun.
function callsOf(view) {
  if (view.portolanCalls) {
    return view.portolanCalls;
  }
  var calls = view.portolanCalls = { open: 0, leaving: 0, click: { at: 0, open: 0, over: 0 } };
  var fetch = view.fetch;
  var xhr = view.XMLHttpRequest.prototype;
  var open = xhr.open, send = xhr.send;

  function changes(method) {
    return !/^(GET|HEAD|OPTIONS)$/i.test(method || 'GET');
  }

  // Gives what is to be done at its end.
  function begun(changing) {
    var click = calls.click;
    var isOfClick = Date.now() - click.at < 500 || Date.now() - click.over < 100;
    calls.open += changing ? 1 : 0;
    click.open += isOfClick ? 1 : 0;
    return function () {
      calls.open -= changing ? 1 : 0;
      click.open -= isOfClick ? 1 : 0;
      click.over = isOfClick ? Date.now() : click.over;
    };
  }
  if (fetch) {
    view.fetch = function (what, how) {
      var answer = fetch.apply(view, arguments);
      var over = begun(changes(how && how.method || what && what.method));
      answer.then(over, over);
      return answer;
    };
  }
  xhr.open = function (method) {
    this.portolanChanges = changes(method);
    return open.apply(this, arguments);
  };
  xhr.send = function () {
    this.addEventListener('loadend', begun(this.portolanChanges));
    return send.apply(this, arguments);
  };
  if (view.addEventListener) {
    view.addEventListener('click', function (event) {
      calls.click = event.isTrusted ? { at: Date.now(), open: 0, over: 0 } : calls.click;
    }, true);
    view.addEventListener('beforeunload', function () {
      calls.leaving = Date.now();
    });
  }
  return calls;
}

function views() {
  return documents(document).map(function (page) { return page.defaultView; }).filter(Boolean);
}

function calls() {
  return views().reduce(function (sum, view) { return sum + callsOf(view).open; }, 0);
}

// Whether it still shows what was there before a click: what that has begun is not over, or may be about to begin.
function isOfBefore() {
  var now = Date.now();
  return views().some(function (view) {
    var click = callsOf(view).click;
    return now - callsOf(view).leaving < 2000 || now - click.at < 300 || now - click.at < 5000 && (click.open > 0 || now - click.over < 100);
  });
}
