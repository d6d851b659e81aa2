/// The style of the page: system fonts only, light and dark as the reader has it, paper apart.
///
/// It has neither `<` nor `&`, so that it means the same to HTML and XML.
enum HTMLStyle {
  static let text = colours + frame + tables + pictures + findings + narrow + paper

  /// Every pair of text and ground has a contrast of at least 4.5.
  private static let colours = """
    :root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--ink:#17202b;--soft:#505c6b;--line:#d6dbe2;--faint:#eceff3;
    --v:#b3261e;--vg:#fdf0ee;--w:#855000;--wg:#fdf5e6;--k:#0b5685;--kg:#eef6fc;--ok:#1c6636;--okg:#eef8f1;--accent:#0b5685;
    --f1:#33618f;--f2:#2b7a52;--f2s:#8cc4a4;--void:#fff;--s1:#f3e3bd;--s1s:#9a6a00;--s2:#f3cfcb;--s2s:#b3261e;--s3:#b3261e}
    @media (prefers-color-scheme:dark){:root{--page:#10141a;--card:#181e26;--ink:#e7ebf1;--soft:#a7b2c0;--line:#333d4a;
    --faint:#222a34;--v:#ff9a90;--vg:#33191a;--w:#f3bd62;--wg:#302511;--k:#86c8f5;--kg:#12273a;--ok:#86d6a3;--okg:#13291c;
    --accent:#86c8f5;--f1:#6ea3d8;--f2:#4f9d73;--f2s:#2c5c43;--void:#181e26;--s1:#3b2f14;--s1s:#f3bd62;--s2:#45201f;
    --s2s:#ff9a90;--s3:#ff9a90}}

    """

  private static let frame = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:3.5rem}
    body{margin:0;background:var(--page);color:var(--ink);font:15px/1.65 system-ui,-apple-system,"Segoe UI",
    "Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;overflow-wrap:anywhere}
    code{font:.86em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--soft)}
    a{color:var(--accent);text-underline-offset:.2em}
    a:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible,summary:focus-visible,
    .scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
    .top,main,footer{max-width:70rem;margin:0 auto;padding:0 1.5rem}
    .top{padding-top:2.25rem}
    .kicker{margin:0;color:var(--soft);font-weight:600;letter-spacing:.04em}
    h1{margin:.15rem 0 .3rem;font-size:1.9rem;line-height:1.3;letter-spacing:-.01em;text-wrap:balance}
    .ledger{margin:0 0 1rem;color:var(--soft)}
    .toc{position:sticky;top:0;z-index:5;background:var(--page);border-bottom:1px solid var(--line)}
    .toc ul{max-width:70rem;margin:0 auto;padding:.5rem 1.5rem;list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem}
    .toc a{display:block;padding:.2rem 0;color:var(--ink);text-decoration:none;font-size:.92rem}
    .toc a:hover{text-decoration:underline}
    main>section{margin:2.75rem 0}
    main>section.first{margin-top:1.5rem}
    h2{margin:0 0 .8rem;font-size:1.35rem;line-height:1.35}
    h3{margin:1.6rem 0 .5rem;font-size:1.05rem;line-height:1.45}
    .sub,.note{color:var(--soft);font-weight:400}
    .sub{font-size:.9rem}.note{font-size:.87rem;margin:.5rem 0;max-width:62rem}
    .id{color:var(--soft);font-weight:400;font-size:.88em}
    .card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.3rem}
    .card h3{margin-top:0}.card p:last-child{margin-bottom:.2rem}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin:1rem 0}
    .conclusion{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--ok);border-radius:10px;
    padding:1rem 1.3rem 1.1rem}
    .conclusion h2{font-size:.95rem;color:var(--soft);margin:0 0 .15rem}
    .conclusion.v{border-left-color:var(--v)}.conclusion.w{border-left-color:var(--w)}
    .conclusion.k{border-left-color:var(--k)}
    .conclusion p{margin:.35rem 0 0}
    .verdict{font-size:1.3rem;font-weight:700;line-height:1.5;text-wrap:pretty}
    .caution{background:var(--wg);border:1px solid var(--w);border-radius:8px;padding:.6rem .9rem;max-width:62rem}
    .caution::before{content:"!";display:inline-block;width:1.35em;margin-right:.55em;border-radius:50%;background:var(--w);
    color:var(--card);font-weight:700;text-align:center;line-height:1.35}
    .tiles{list-style:none;display:grid;grid-template-columns:repeat(4,1fr);gap:1rem;margin:1rem 0;padding:0}
    .tile{background:var(--card);border:1px solid var(--line);border-top:4px solid var(--line);border-radius:10px;
    padding:.75rem 1.1rem .8rem;display:flex;flex-direction:column}
    .tile .label{font-weight:600}.tile .big{font-size:2.1rem;line-height:1.2;font-weight:700;font-variant-numeric:tabular-nums}
    .tile .note{margin:.1rem 0 0;line-height:1.4}.tile .change{font-size:.9rem;font-weight:600}
    .tile.v{border-top-color:var(--v)}.tile.w{border-top-color:var(--w)}.tile.k{border-top-color:var(--k)}
    .v .label,td.v,span.v,b.v{color:var(--v)}.w .label,td.w,span.w,b.w{color:var(--w)}
    .k .label,td.k,span.k,b.k{color:var(--k)}
    .v .label::before,span.v::before,b.v::before{content:"\\25A0\\2009"}
    .w .label::before,span.w::before,b.w::before{content:"\\25B2\\2009"}
    .k .label::before,span.k::before,b.k::before{content:"\\25CF\\2009"}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem;margin:.4rem 0}
    dt{color:var(--soft)}dd{margin:0;min-width:0}
    ul.plain{margin:.3rem 0;padding-left:1.2rem}
    ul.plain li{margin:.25rem 0}
    .sha{word-break:break-all;font-size:.74rem}
    .identity{margin:1rem 0}
    .disclaimer{font-weight:600;margin:1.1rem 0 0}
    footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;padding-bottom:2.5rem;color:var(--soft)}
    footer p{margin:.2rem 0}

    """

  private static let tables = """
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.93rem;background:var(--card);overflow-wrap:normal}
    caption{text-align:left;font-weight:600;padding:.2rem 0 .5rem;background:var(--page)}
    .card caption{background:none}
    caption.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);padding:0}
    th,td{padding:.45rem .7rem;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line)}
    thead th{font-weight:600;color:var(--soft);font-size:.86rem;white-space:nowrap;vertical-align:bottom}
    thead th::first-letter{text-transform:uppercase}
    tbody th{font-weight:500}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .zero{color:var(--soft)}.sum,.strong{font-weight:700}
    tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--line);border-bottom:0}
    .matrix,.rules,.time,.cov,#changes table{border:1px solid var(--line)}
    .matrix td{width:8rem}
    .files td,.files th{padding:.3rem .6rem}
    .files th:first-child,.files td:first-child{padding-left:0}
    .rules .measure th{background:var(--faint);padding:.6rem .7rem;font-weight:700}
    .rules .measure .note{display:block;max-width:none;margin:.1rem 0 0}
    .rules .digit{font-size:1.1em}
    .rules tbody th code,.time th code{display:inline-block;white-space:nowrap}
    .off{font-size:.86rem;font-weight:400}

    """

  private static let pictures = """
    svg{display:block;overflow:hidden}
    .sprite{position:absolute;width:0;height:0;list-style:none;overflow:hidden}
    .houses{display:grid;gap:1.4rem}
    .bars{min-width:15rem;width:50%;vertical-align:middle}
    .houses .cov{table-layout:fixed}.houses .cov th:nth-child(1){width:16%}.houses .cov th:nth-child(2){width:9%}
    .houses .cov th:nth-child(3){width:13%}.houses .cov th:nth-child(5){width:9%}
    .cov td,.cov tbody th{vertical-align:middle}
    .bar{display:grid;grid-template-columns:6.6rem 1fr 3.8rem;align-items:center;gap:.6rem;line-height:1.25}
    .bar+.bar{margin-top:3px}
    .bar.one{grid-template-columns:1fr max-content}.bar.one b{min-width:6rem}tbody th .id,tbody th bdi{overflow-wrap:anywhere}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.sup .bars{width:42%}
    .bar span{font-size:.82rem;color:var(--soft)}.bar svg,.strip{width:100%}
    .strip{height:14px;background:var(--void);border:1px solid var(--soft)}.strip rect{height:100%}.tick{fill:var(--ink);opacity:.35;height:14px}
    .bar b{text-align:right;font-variant-numeric:tabular-nums;font-weight:600;font-size:.9rem}
    .bg{fill:var(--void);stroke:var(--soft);stroke-width:1.5}.f1{fill:var(--f1)}.f2{fill:url(#hatch)}
    .p0{fill:var(--f2)}.p1{fill:var(--f2s)}.q0{fill:var(--s2)}.q1{fill:var(--s2s)}.d0{fill:var(--s1)}.d1{fill:var(--s1s)}
    .s1{fill:url(#dots)}.s2{fill:url(#broken)}.s3{fill:var(--s3)}
    .only-narrow{display:none}
    .states,.shapes{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;padding:0;margin:.6rem 0}
    .states li,.shapes li{display:flex;align-items:center;gap:.5rem;font-size:.9rem}
    .shapes li{font-size:.84rem;line-height:1.35}
    .time{margin:1rem 0}.time .bars{width:38%;vertical-align:middle}
    .ends{display:flex;justify-content:space-between;font-weight:400;font-variant-numeric:tabular-nums}
    svg.c{width:100%;max-width:400px;height:auto}
    .h{font-weight:600;font-size:13.5px;fill:var(--ink)}.t{font-size:12px;fill:var(--soft)}
    .line{stroke:var(--ink);stroke-width:1.6;stroke-linejoin:round;fill:var(--card)}
    .flag{fill:var(--ink);stroke:var(--ink);stroke-width:1.4;stroke-linejoin:round}
    .yes{stroke:var(--ink);stroke-width:1.2}.f1s{fill:var(--f1)}.f2s{fill:var(--f2)}
    .no{fill:var(--card);stroke:var(--v);stroke-width:1.2;stroke-dasharray:3 2}
    .un{fill:var(--card);stroke:var(--soft);stroke-width:1.2;stroke-dasharray:1.5 2}
    .x{stroke:var(--v);stroke-width:1.8;fill:none}
    .in{fill:var(--card);font-size:8.5px;font-weight:700;text-anchor:middle}.q{fill:var(--soft);font-size:9px;text-anchor:middle}
    .a{stroke:var(--soft);stroke-width:1.8;fill:var(--soft)}.m{stroke-dasharray:4 3}

    """

  private static let findings = """
    .filters{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.3rem;margin:1rem 0}
    .filters fieldset{border:0;margin:0 0 .8rem;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.3rem}
    .filters legend,.filters label span{color:var(--soft);font-size:.85rem}
    .filters legend{float:left;padding:0;margin-right:.8rem}
    .filters fieldset label span{font-size:.95rem;font-weight:600}
    .filters fieldset span.v{color:var(--v)}.filters fieldset span.w{color:var(--w)}.filters fieldset span.k{color:var(--k)}
    .fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:.7rem 1rem}
    .fields label{display:flex;flex-direction:column;gap:.15rem;min-width:0}
    select,input[type=search],button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);
    border-radius:6px;padding:.35rem .6rem;width:100%;min-height:2.4rem}
    button{width:auto;cursor:pointer}button:hover{background:var(--faint)}
    input[type=checkbox]{width:1.05rem;height:1.05rem;vertical-align:-.15em;accent-color:var(--accent)}
    .actions{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem;margin:.9rem 0 0}
    .actions output{font-weight:700;margin-right:auto;font-variant-numeric:tabular-nums}
    .legend{margin:.8rem 0}
    summary{cursor:pointer;color:var(--accent);width:fit-content}
    .group{margin:1.8rem 0 2.4rem}
    .group h3{font-size:1.12rem;border-bottom:2px solid var(--ink);padding-bottom:.3rem}
    .group h3 .sub{float:right}
    .about{font-size:.9rem;max-width:62rem}
    .chip{display:inline-block;font-style:normal;font-size:.82rem;line-height:1.5;border:1px solid var(--soft);
    border-radius:99px;padding:0 .6em;white-space:nowrap}
    ol.fs{list-style:none;margin:.7rem 0 0;padding:0}
    .f{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--k);border-radius:8px;
    padding:.65rem 1rem .7rem;margin:.55rem 0;content-visibility:auto;contain-intrinsic-size:auto 110px}
    .f.v{border-left-color:var(--v)}.f.w{border-left-color:var(--w);border-left-style:double}
    .f.k{border-left-style:dotted}
    .f p{margin:0}.s{line-height:1.6;unicode-bidi:isolate}.s b{white-space:nowrap;margin-right:.3em}
    .f .d{font-size:.9rem;color:var(--soft)}.f .d b{color:var(--ink)}
    .f .strip{margin:.35rem 0 .45rem}
    .e{display:flex;flex-wrap:wrap;gap:0 1.1rem;font-size:.9rem;color:var(--soft);margin-top:.15rem}
    .f details{margin-top:.35rem;font-size:.92rem}
    .ev{display:grid;grid-template-columns:minmax(0,400px) minmax(0,1fr);gap:.4rem 2rem;padding:.7rem 0 .2rem}
    .r{margin:0;padding:0 0 0 1.1rem;line-height:1.75;font-size:.88rem}
    .ev .r:first-child{grid-column:1/-1}.r li{margin:0 0 .1rem}
    .gone{color:var(--soft)}.more{color:var(--soft)}
    [hidden]{display:none!important}

    """

  private static let narrow = """
    @media (max-width:46rem){
    body{font-size:15px}.top,main,footer{padding-left:1rem;padding-right:1rem}.top{padding-top:1.4rem}
    h1{font-size:1.4rem}.verdict{font-size:1.12rem}
    .toc{position:static}.toc ul{padding:.4rem 1rem;flex-wrap:nowrap;overflow-x:auto;white-space:nowrap}
    .pair{grid-template-columns:minmax(0,1fr)}.tiles{grid-template-columns:1fr 1fr;gap:.7rem}
    .tile{padding:.6rem .8rem}.tile .big{font-size:1.7rem}
    dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.45rem}
    .card,.filters,.conclusion{padding:.85rem .95rem}
    th,td{padding:.4rem .5rem}.matrix td{width:auto}.matrix th,.matrix td{padding:.4rem .3rem}.matrix thead th{font-size:.78rem}
    #changes table{width:max-content;min-width:100%}
    .files{width:max-content;max-width:none}.files .sha{word-break:normal}
    .only-narrow{display:inline}
    .cov thead,.time thead,.rules thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .cov,.cov caption,.cov tbody,.cov tr,.cov th,.cov td,.time,.time caption,.time tbody,.time tfoot,.time tr,.time th,
    .time td,.rules,.rules tbody,.rules tfoot,.rules tr,.rules th,.rules td{display:block;width:auto;border:0}
    .houses .cov th:nth-child(n){width:auto}
    .cov tr,.time tr,.rules tr{display:flex;flex-wrap:wrap;gap:0 1rem;border-bottom:1px solid var(--line);padding:.55rem .7rem}
    .cov caption,.time caption{padding:.5rem .7rem}
    .cov th,.cov td,.time th,.time td,.rules th,.rules td{padding:.1rem 0}.cov th,.time th,.rules th{flex:1 0 100%}
    .rules .measure{background:var(--faint)}.rules .measure th{padding:.1rem 0}
    .cov .bars,.time .bars{flex:1 0 100%;order:3;padding:.3rem 0;width:auto;min-width:0}
    .cov td[data-label]::before,.time td[data-label]::before,.rules td[data-label]::before{content:attr(data-label) " ";color:var(--soft);font-weight:400;
    font-size:.85rem}
    .cov,.time,.rules{border:1px solid var(--line)}
    .bar{grid-template-columns:6.2rem 1fr 3.6rem;gap:.4rem}
    .group h3 .sub{float:none}.ev{grid-template-columns:minmax(0,1fr)}
    }

    """

  /// A4: light colours, everything opened, nothing to press.
  private static let paper = """
    @page{size:A4;margin:14mm 13mm 15mm}
    @media print{
    :root{color-scheme:light;--page:#fff;--card:#fff;--ink:#17202b;--soft:#505c6b;--line:#c9cfd8;--faint:#f0f2f5;--v:#b3261e;
    --vg:#fff;--w:#855000;--wg:#fff;--k:#0b5685;--kg:#fff;--ok:#1c6636;--okg:#fff;--accent:#17202b;--f1:#33618f;--f2:#2b7a52;
    --f2s:#8cc4a4;--void:#fff;--s1:#f3e3bd;--s1s:#9a6a00;--s2:#f3cfcb;--s2s:#b3261e;--s3:#b3261e}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    html{font-size:9.3pt}body{font-size:9.3pt;line-height:1.45}.top,main,footer{max-width:none;padding:0}.top{padding-top:0}
    h1{font-size:14pt;margin:0}h2{font-size:13pt}h3{font-size:10.5pt}.verdict{font-size:11.5pt}.ledger{margin:0 0 2mm}
    .toc,.skip,.filters,summary{display:none!important}
    .first{break-after:page}#measures,#findings{break-before:page}main>section{margin:0 0 8mm}
    .tiles{gap:3mm;margin:2.5mm 0}.tile{padding:1.2mm 3mm 1.6mm}.tile .big{font-size:16pt}.pair{gap:3mm;margin:2.5mm 0}
    .card,.conclusion{padding:2mm 3.5mm}.identity{margin:2.5mm 0}.card h3{margin-bottom:1mm}.card dl{gap:.3mm 4mm;margin:.5mm 0}
    .matrix th,.matrix td{padding:.4mm 2mm}.disclaimer{margin-top:2mm}.card p{margin:.6mm 0}
    th,td{padding:1mm 2mm}.sha{font-size:6.2pt}.files td,.files th{padding:.4mm 1.5mm}.matrix td{width:auto}
    table{font-size:8.8pt}thead{display:table-header-group}tfoot{display:table-row-group}.scroll{overflow:visible}
    tr,.f,.bar,.cov,.tile,.conclusion,.card,svg.c{break-inside:avoid}
    h2,h3,h2+.note,caption,thead,.about,.measure,.group h3{break-after:avoid}
    .f{content-visibility:visible;contain-intrinsic-size:none;padding:1.6mm 3mm;margin:1.4mm 0}
    details::details-content{content-visibility:visible!important;display:block!important;height:auto!important;opacity:1}
    .ev{grid-template-columns:88mm minmax(0,1fr)}
    a{text-decoration:none;color:inherit}
    }

    """
}
