// Fetches a document as the page itself would, up to a size, and answers with its type and content in Base64; with nothing
// where it is a page, too large, or the browser has no fetch (HtmlUnit), and it is read as text instead.
var done = arguments[arguments.length - 1];
var most = arguments[1];
if (!window.fetch) {
  return done({});
}
fetch(arguments[0], { credentials: 'include' }).then(function (answer) {
  var type = (answer.headers.get('content-type') || '').split(';')[0];
  if (!answer.ok || /^text\/html|xhtml/.test(type)) {
    return done({});
  }
  return answer.blob().then(function (blob) {
    if (blob.size > most) {
      return done({});
    }
    var reader = new FileReader();
    reader.onload = function () {
      done({ type: type, content: String(reader.result).replace(/^[^,]*,/, '') });
    };
    reader.readAsDataURL(blob);
  });
}).catch(function () {
  done({});
});
