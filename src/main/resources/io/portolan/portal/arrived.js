// Marks a page that was opened as one that was there before the next one is asked for, even if nobody looks at it.
window.portolanSeen = true;
return {};
