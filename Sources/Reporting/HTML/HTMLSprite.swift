/// Shapes and patterns that the pictures of the page share.
enum HTMLSprite {
  /// A picture without a size that holds them; it must not be hidden, or patterns would not be drawn.
  static let text = """
    <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect class="p0" width="6" height="6"/><rect class="p1" width="3" height="6"/></pattern>
    <pattern id="broken" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">\
    <rect class="q0" width="7" height="7"/><rect class="q1" width="2.5" height="7"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="d0" width="6" height="6"/><circle class="d1" cx="3" cy="3" r="1.6"/></pattern>
    <g id="roof"><path class="line fill" d="M1 17 20 6 39 17Z"/></g>
    <g id="flag"><path class="flag" d="M20 6V0L30 2.5 20 5Z"/></g>
    <g id="y2"><rect class="yes" x="4" y="17.5" width="32" height="11"/><text class="in" x="20" y="26">2F</text></g>
    <g id="n2"><rect class="no" x="4" y="17.5" width="32" height="11"/>\
    <path class="x" d="M16.5 20 23.5 26M23.5 20 16.5 26"/></g>
    <g id="u2"><rect class="un" x="4" y="17.5" width="32" height="11"/><text class="q" x="20" y="26">–</text></g>
    <g id="y1"><rect class="yes" x="4" y="29.5" width="32" height="11"/><text class="in" x="20" y="38">1F</text></g>
    <g id="n1"><rect class="no" x="4" y="29.5" width="32" height="11"/>\
    <path class="x" d="M16.5 32 23.5 38M23.5 32 16.5 38"/></g>
    <g id="k00"><use href="#roof"/><use href="#n1"/><use href="#n2"/></g>
    <g id="k01"><use href="#roof"/><use href="#n1"/><use href="#y2"/></g>
    <g id="k02"><use href="#roof"/><use href="#n1"/><use href="#u2"/></g>
    <g id="k10"><use href="#roof"/><use href="#y1"/><use href="#n2"/></g>
    <g id="k11"><use href="#roof"/><use href="#y1"/><use href="#y2"/></g>
    <g id="k12"><use href="#roof"/><use href="#y1"/><use href="#u2"/></g>
    <g id="ku"><circle class="line fill" cx="20" cy="13" r="7"/>\
    <path class="line fill" d="M5 40.5c0-22 30-22 30 0Z"/></g>
    <g id="ar"><path class="wire" d="M20 0V41"/><path class="tip" d="M14 37 20 47 26 37Z"/></g>
    <g id="am"><path class="wire dash" d="M20 0V41"/><path class="tip" d="M14 37 20 47 26 37Z"/></g>
    </defs></svg>

    """
}
