/**
 * The one inline script of every page: `/` goes to the search field. Written out here because pages without a session
 * carry no other script, and their security policy names this one by its hash.
 */
export const keysScript =
  "document.addEventListener('keydown',function(e){if(e.key!=='/'||e.ctrlKey||e.metaKey||e.altKey)return;var t=e.target;if(t&&(t.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName)))return;var s=document.getElementById('search-words');if(s){e.preventDefault();var d=s.closest('details');if(d)d.open=true;s.focus();s.select()}})";
