// Counts the calls by which the page's scripts ask their server to change something, from the first time that anybody looks at the page.
function callsOf(view) {
  if (view.portolanCalls) {
    return view.portolanCalls.open;
  }
  var calls = view.portolanCalls = { open: 0 };
  var fetch = view.fetch;
  var xhr = view.XMLHttpRequest.prototype;
  var open = xhr.open, send = xhr.send;

  function changes(method) {
    return !/^(GET|HEAD|OPTIONS)$/i.test(method || 'GET');
  }

  function over() {
    calls.open--;
  }
  if (fetch) {
    view.fetch = function (what, how) {
      var answer = fetch.apply(view, arguments);
      if (changes(how && how.method || what && what.method)) {
        calls.open++;
        answer.then(over, over);
      }
      return answer;
    };
  }
  xhr.open = function (method) {
    this.portolanChanges = changes(method);
    return open.apply(this, arguments);
  };
  xhr.send = function () {
    if (this.portolanChanges) {
      calls.open++;
      this.addEventListener('loadend', over);
    }
    return send.apply(this, arguments);
  };
  return 0;
}

function calls() {
  return documents(document).reduce(function (sum, page) {
    return sum + (page.defaultView ? callsOf(page.defaultView) : 0);
  }, 0);
}
