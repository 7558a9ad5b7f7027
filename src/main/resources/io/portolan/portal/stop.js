// Ends the loading of a page; tells whether another page than the one that was looked at last shows anything by then.
window.stop();
return { shows: !window.portolanSeen && !!document.body && squeeze(document.body.textContent) !== '' };
